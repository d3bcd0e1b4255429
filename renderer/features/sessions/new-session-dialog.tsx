import { Button, Group, Modal } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { Body } from '../../../shared/domain/bodies'
import {
  nextOrdinal,
  type ProposedPoint,
  proposeAgenda,
  proposeSession,
  type Session,
  type SessionDraft,
  type SessionRecord,
  sessionSchema,
  sessionTitle,
  sessionTypeSchema,
} from '../../../shared/domain/sessions'
import {
  type IsoDate,
  instantSchema,
  isIsoDate,
  isoDateSchema,
  wallClock,
  yearOf,
} from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { createSession } from '../../commands/sessions/create-session'
import { useUndo } from '../../edits/use-undo'
import { Kbd } from '../../ui/kbd'
import { MessageNote } from '../../ui/message-note'
import { useNotify } from '../../ui/notify'
import { AgendaProposal } from './agenda-proposal'
import { editFailureText } from './edit-messages'
import classes from './new-session-dialog.module.css'
import { SessionFields } from './session-fields'
import { sessionResolver, withUnreadable } from './session-form'

interface NewSessionDialogProps {
  readonly body: Body
  readonly records: readonly SessionRecord[]
  readonly onClose: () => void
}

function readDate(text: string): IsoDate | null {
  return isIsoDate(text) ? isoDateSchema.parse(text) : null
}

/** A session as far as the form tells, for naming it and proposing its agenda while it is typed. */
function previewSession(body: Body, draft: SessionDraft, id: string): Session | null {
  const date = readDate(draft.date)
  const type = sessionTypeSchema.safeParse(draft.type)
  if (!date || !type.success) return null
  const ordinal = /^[1-9]\d{0,2}$/.test(draft.ordinal.trim()) ? Number(draft.ordinal) : null
  return sessionSchema.parse({
    id,
    bodyId: body.id,
    type: type.data,
    ordinal,
    date,
    time: '23:59',
    place: '',
    modality: 'presencial',
    signatureOrder: [],
  })
}

function toggled(kinds: ReadonlySet<string>, kind: string): ReadonlySet<string> {
  const without = [...kinds].filter((other) => other !== kind)
  return new Set(kinds.has(kind) ? without : [...without, kind])
}

/** While nobody typed another number, it follows type and date. */
function useOrdinal(form: UseFormReturn<SessionDraft>, sessions: readonly Session[]) {
  const { dirtyFields } = form.formState
  return () => {
    if (dirtyFields.ordinal) return
    const { type, date } = form.getValues()
    const parsed = sessionTypeSchema.safeParse(type)
    const day = readDate(date)
    if (!parsed.success || !day) return
    form.setValue('ordinal', String(nextOrdinal(sessions, parsed.data, yearOf(day))))
  }
}

function useCreate({ body, onClose }: NewSessionDialogProps) {
  const deps = useDeps()
  const notify = useNotify()
  const takeBack = useUndo()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<string | null>(null)
  const create = async (draft: SessionDraft, points: readonly ProposedPoint[]) => {
    const created = await createSession(deps, { body, draft, points })
    if (!created.ok) {
      setProblem(editFailureText(created.error, 'la sesión nueva'))
      return
    }
    const { sessionId, called, committed } = created.value
    notify({
      kind: 'done',
      text: `Sesión creada con ${points.length === 1 ? '1 punto' : `${points.length} puntos`} y ${called === 1 ? '1 persona convocada' : `${called} personas convocadas`}.`,
      undo: () => {
        navigate('/sesiones')
        void takeBack(committed)
      },
    })
    onClose()
    navigate(`/sesiones/${sessionId}/preparacion`)
  }
  return { create, problem, setProblem }
}

interface DialogFootProps {
  readonly problem: string | null
  readonly busy: boolean
  readonly onCancel: () => void
}

function DialogFoot({ problem, busy, onCancel }: DialogFootProps) {
  return (
    <>
      {problem !== null && (
        <div className={classes.problem}>
          <MessageNote kind="error" title="No se creó la sesión">
            {problem}
          </MessageNote>
        </div>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onCancel}>
          Cancelar
        </Button>
        <Button type="submit" rightSection={<Kbd keys="Ctrl+Enter" />} loading={busy}>
          Crear y preparar
        </Button>
      </Group>
    </>
  )
}

/** Form for a new session: it opens filled with what can be known, and names the session as it changes. */
export function NewSessionDialog(props: NewSessionDialogProps) {
  const { body, records, onClose } = props
  const { effects } = useDeps()
  const sessions = useMemo(() => records.map((record) => record.plan.session), [records])
  const [previewId] = useState(() => effects.newId())
  const [start] = useState(() =>
    proposeSession(sessions, wallClock(instantSchema.parse(effects.now()), body.timeZone).date),
  )
  const element = useRef<HTMLFormElement>(null)
  const form = useForm<SessionDraft>({
    defaultValues: start,
    resolver: sessionResolver(sessions, element),
  })
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const { create, problem, setProblem } = useCreate(props)
  const proposeNumber = useOrdinal(form, sessions)
  const draft = form.watch()
  const preview = previewSession(body, draft, previewId)
  const proposed = preview ? proposeAgenda(preview, body, records) : []
  const ticked = proposed.filter((point) => !unticked.has(point.kind))
  const submit = form.handleSubmit((values) => create(withUnreadable(values, element.current), ticked))
  return (
    <Modal.Root opened onClose={onClose} size={880} lockScroll={false}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <div className={classes.head}>
            <Modal.Title>Nueva sesión</Modal.Title>
            <Modal.CloseButton aria-label="Cerrar" />
          </div>
          <form
            ref={element}
            noValidate
            onSubmit={submit}
            onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && submit()}
          >
            <p className={classes.name} aria-live="polite">
              {preview ? sessionTitle(preview) : 'Sesión sin fecha'}
            </p>
            <div className={classes.columns}>
              <SessionFields form={form} size="sm" onIdentityChange={proposeNumber} />
              <AgendaProposal
                proposed={proposed}
                unticked={unticked}
                onToggle={(kind) => {
                  setProblem(null)
                  setUnticked((before) => toggled(before, kind))
                }}
              />
            </div>
            <DialogFoot problem={problem} busy={form.formState.isSubmitting} onCancel={onClose} />
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
