import { type FormEvent, useEffect, useRef } from 'react'
import type { PublicationId } from '../../../../shared/domain/publications'
import { useShortcuts } from '../../../ui/use-shortcuts'
import type { Plan } from '../use-plan'
import { ApprovalField } from './approval-field'
import { ChecksField } from './checks-field'
import { ConsultField } from './consult-field'
import classes from './entry.module.css'
import { WhenFields, WhoField, WordsFields } from './entry-fields'
import { ImagesField } from './images-field'
import { PlacementsField } from './placements-field'
import type { EntryDraft } from './use-entry-draft'

/** Links the form with the buttons at the foot of the panel. */
export const ENTRY_FORM = 'entry-form'

interface EntryFormProps {
  readonly form: EntryDraft
  readonly plan: Plan
  /** The publication on screen, null for a new one. */
  readonly publicationId: PublicationId | null
  readonly onSubmit: () => void
}

/** The first field that is wrong gets the keys, unfolded; what no field says comes into view. */
function showProblem(frame: HTMLElement): void {
  const field = frame.querySelector<HTMLElement>('[aria-invalid="true"]')
  const folded = field?.closest('details')
  if (folded) folded.open = true
  if (field) field.focus()
  else frame.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
}

/** Everything that a publication says and where it goes. */
export function EntryForm({ form, plan, publicationId, onSubmit }: EntryFormProps) {
  const { draft, set, errorOf } = form
  const imageError = errorOf('images')
  const frame = useRef<HTMLFormElement>(null)
  const { problems } = form
  useEffect(() => {
    if (problems.length > 0 && frame.current) showProblem(frame.current)
  }, [problems])
  // Everywhere, because a button that was pressed may be gone, and the focus with it.
  useShortcuts({ 'ctrl+enter': onSubmit })
  return (
    <form
      ref={frame}
      id={ENTRY_FORM}
      className={classes.form}
      aria-label="Publicación"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <WhenFields form={form} autoFocus={publicationId === null} />
      <ImagesField
        images={draft.images}
        plan={plan}
        placements={draft.placements}
        publicationId={publicationId}
        onChange={(images) => set({ images })}
      />
      {imageError !== undefined && (
        <p className={classes.problem} role="alert">
          {imageError}
        </p>
      )}
      <WordsFields form={form} />
      <PlacementsField form={form} channels={plan.channels} />
      <WhoField form={form} />
      <ApprovalField
        approval={draft.approval}
        error={errorOf('approval')}
        onChange={(approval) => set({ approval })}
      />
      <ChecksField checked={draft} onChange={(confirmed) => set({ confirmed })} />
      <ConsultField consult={draft.consult} onChange={(consult) => set({ consult })} />
    </form>
  )
}
