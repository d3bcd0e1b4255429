import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import {
  type PlanNotice,
  type Publication,
  publicationIdSchema,
  withoutHalfDays,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { useDeps } from '../../../commands/deps'
import {
  addPublication,
  editPublication,
  removePublication,
} from '../../../commands/publications/edit-publication'
import { publishingFailureText } from '../../../commands/publications/failures'
import { useBody } from '../../../data/current-body'
import { formatDay } from '../../../ui/format'
import { Kbd } from '../../../ui/kbd'
import { MessageNote } from '../../../ui/message-note'
import { saveFailureText } from '../../../ui/save-failure'
import { SidePanel } from '../../../ui/side-panel'
import { useCalendarActions } from '../calendar-context'
import { entryNoticeText } from '../notice-lines'
import { planAuthor } from '../plan-author'
import { useLeaving } from '../use-leaving'
import type { Plan } from '../use-plan'
import type { SideControl } from '../use-side'
import { ENTRY_FORM, EntryForm } from './entry-form'
import { StateSection } from './state-section'
import { baseOf, type EntryDraft, emptyDraft, useEntryDraft } from './use-entry-draft'
import { YearsLine } from './years-line'

interface PanelProps {
  readonly plan: Plan
  readonly control: SideControl
  readonly onClose: () => void
}

function SaveFoot({ form, onDiscard }: { readonly form: EntryDraft; readonly onDiscard: () => void }) {
  return (
    <>
      <Button
        type="submit"
        form={ENTRY_FORM}
        disabled={!form.isDirty}
        rightSection={<Kbd keys="Ctrl+Enter" />}
      >
        {form.isDirty ? 'Guardar' : 'Sin cambios'}
      </Button>
      {form.isDirty && (
        <Button variant="default" onClick={onDiscard}>
          Descartar cambios
        </Button>
      )}
    </>
  )
}

const NONE: readonly PlanNotice[] = []

/** What the notices say of this entry. */
function Notices({ plan, publication }: { readonly plan: Plan; readonly publication: Publication }) {
  const own = plan.warnings.get(publication.id) ?? NONE
  const texts = useMemo(
    () => [...new Set(own.map((notice) => entryNoticeText(publication, notice, plan)))],
    [own, publication, plan],
  )
  if (texts.length === 0) return null
  return (
    <MessageNote kind="warning">
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </MessageNote>
  )
}

interface EntryPanelProps extends PanelProps {
  readonly publication: Publication
  readonly onEarlier: (publication: Publication) => void
}

/** What is told when the calendar is left with a day of a channel half typed. */
const HALF_DAY = 'La fecha de un canal quedó a medias; lo demás no se perdió.'

function useEntrySave(publication: Publication, form: EntryDraft) {
  const deps = useDeps()
  const { run } = useCalendarActions()
  const { draft, isDirtyNow, clear, setProblems } = form
  const { id, placements } = publication
  const saveDraft = async (isLast = false) => {
    if (!isDirtyNow()) return null
    const mended = isLast ? withoutHalfDays(draft, placements) : null
    const saved = await run(`Se guardó «${draft.title.trim()}».`, () =>
      editPublication(deps, id, mended ?? draft),
    )
    if (saved.ok) {
      clear()
      return mended && HALF_DAY
    }
    if (saved.error.kind === 'publication') setProblems(saved.error.problems)
    return publishingFailureText(saved.error, () => saveFailureText('la publicación'))
  }
  return saveDraft
}

/** An entry of the plan: its state, what it says, where it goes and what became of it. */
export function EntryPanel({ plan, control, publication, onEarlier, onClose }: EntryPanelProps) {
  const deps = useDeps()
  const { run } = useCalendarActions()
  const base = useMemo(() => baseOf(publication), [publication])
  const form = useEntryDraft(base)
  const save = useEntrySave(publication, form)
  // A day that was left half typed is kept by its field alone, so that discarding draws the fields anew.
  const [discards, setDiscards] = useState(0)
  const discard = () => {
    form.clear()
    setDiscards((times) => times + 1)
  }
  useLeaving(control, { what: `«${publication.title}»`, isDirty: form.isDirtyNow, save })
  const remove = async () => {
    form.clear()
    const removed = await run(`Se quitó «${publication.title}» del plan.`, () =>
      removePublication(deps, publication.id),
    )
    if (removed.ok) onClose()
  }
  return (
    <SidePanel
      onEscape="closes"
      title={publication.title}
      tools={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Quitar del plan"
          title="Quitar del plan"
          onClick={() => void remove()}
        >
          <IconTrash size={16} />
        </ActionIcon>
      }
      foot={<SaveFoot form={form} onDiscard={discard} />}
      onClose={onClose}
    >
      <StateSection
        publication={publication}
        today={plan.today}
        onBefore={async () => (await save()) === null}
      />
      <YearsLine publication={publication} catalogue={plan.catalogue} onEarlier={onEarlier} />
      <Notices plan={plan} publication={publication} />
      <EntryForm
        key={discards}
        form={form}
        plan={plan}
        publicationId={publication.id}
        onSubmit={() => void save()}
      />
    </SidePanel>
  )
}

interface NewEntryProps extends PanelProps {
  readonly day: IsoDate
}

/** A publication that no date of the catalogue asks for. */
export function NewEntryPanel({ plan, control, day, onClose }: NewEntryProps) {
  const deps = useDeps()
  const body = useBody()
  const { run, open } = useCalendarActions()
  const base = useMemo(() => emptyDraft(day), [day])
  const form = useEntryDraft(base)
  const { draft, setProblems, clear } = form
  const add = async (isLast = false) => {
    const mended = isLast ? withoutHalfDays(draft, []) : null
    const added = await run(`Se agregó «${draft.title.trim()}» al plan.`, () =>
      addPublication(deps, body.id, mended ?? draft, planAuthor()),
    )
    if (added.ok) clear()
    else if (added.error.kind === 'publication') setProblems(added.error.problems)
    return added
  }
  useLeaving(control, {
    what: 'la publicación nueva',
    isDirty: () => form.isDirtyNow() && draft.title.trim() !== '',
    save: async (isLast) => {
      const added = await add(isLast)
      if (added.ok) return isLast && withoutHalfDays(draft, []) ? HALF_DAY : null
      return publishingFailureText(added.error, () => saveFailureText('la publicación'))
    },
  })
  const submit = async () => {
    const added = await add()
    const id = publicationIdSchema.safeParse(added.ok ? added.value?.changeSet.changes[0]?.key : null)
    if (id.success) open(id.data)
  }
  return (
    <SidePanel
      onEscape="closes"
      title={`Nueva publicación, ${formatDay(day)}`}
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={ENTRY_FORM} rightSection={<Kbd keys="Ctrl+Enter" />}>
            Agregar al plan
          </Button>
          <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
            Cerrar
          </Button>
        </>
      }
    >
      <EntryForm form={form} plan={plan} publicationId={null} onSubmit={() => void submit()} />
    </SidePanel>
  )
}
