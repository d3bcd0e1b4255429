import { Button, Menu, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { reportSheet } from '../../../../shared/documents'
import { countsSentence } from '../../../../shared/domain/follow-up'
import { type Point, type Session, sessionName } from '../../../../shared/domain/sessions'
import { useDeps } from '../../../commands/deps'
import { saveDocument } from '../../../commands/minuta/save-document'
import { attachReport } from '../../../commands/outputs/attach-report'
import { type SheetKind, saveSheet } from '../../../commands/outputs/save-sheet'
import type { FollowUp } from '../../../data/follow-up-book'
import { listPoints } from '../../../data/repositories'
import { useLive } from '../../../data/use-live'
import { DocumentView } from '../../../ui/document-view'
import { EmptyState } from '../../../ui/empty-state'
import { formatDay } from '../../../ui/format'
import { Kbd } from '../../../ui/kbd'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { useFollowUpActions } from '../actions-context'
import classes from './outputs.module.css'
import { type ReportControl, useReport } from './use-report'
import { useSaveOutput } from './use-save-output'

const NO_SESSION = 'Ninguna: hasta hoy'

function Choices({ control, followUp }: { readonly control: ReportControl; readonly followUp: FollowUp }) {
  return (
    <>
      <NativeSelect
        label="Sesión que lo recibe"
        value={control.session?.id ?? ''}
        onChange={(event) => control.chooseSession(event.currentTarget.value)}
        data={[
          ...followUp.sessions.map((session) => ({
            value: session.id,
            label: `${formatDay(session.date)}, ${sessionName(session)}`,
          })),
          { value: '', label: NO_SESSION },
        ]}
      />
      <TextInput
        type="date"
        label="Desde"
        description={
          control.from.sessionId === null
            ? 'Lo anterior a ese día ya se informó.'
            : 'Después de la sesión de ese día; lo dicho en ella ya se informó.'
        }
        value={control.typedFrom === '' ? control.from.date : control.typedFrom}
        error={control.fromProblem}
        onChange={(event) => control.typeFrom(event.currentTarget.value)}
      />
    </>
  )
}

/** The figures as parts of one whole, before anything is read. */
function Figures({ counts }: Pick<ReportControl, 'counts'>) {
  const figures = [
    { label: 'pendientes al inicio', value: counts.pendingAtStart },
    { label: 'ya cumplidos', value: counts.fulfilled },
    ...(counts.endedOtherwise > 0
      ? [{ label: 'cancelados o sin materia', value: counts.endedOtherwise }]
      : []),
    { label: 'siguen pendientes', value: counts.remaining },
    { label: 'nuevos', value: counts.added },
    { label: 'vencidos', value: counts.overdue },
  ]
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dd>{value}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  )
}

/** The point of the agenda that receives the report; undefined while it is read, null without one. */
function useReceivingPoint(session: Session | null): Point | null | undefined {
  const { store } = useDeps()
  return useLive(async () => {
    const points = session ? await listPoints(store, session.id) : []
    return points.find(({ kind }) => kind === 'follow-up') ?? null
  }, [store, session])
}

/** Annexes both files to the point of the session that receives the report. */
function Attach({ control }: { readonly control: ReportControl }) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const [isBusy, setBusy] = useState(false)
  const { session, tree } = control
  const point = useReceivingPoint(session)
  const attach = async () => {
    if (!point || isBusy) return
    setBusy(true)
    const done = `El informe quedó adjunto al punto ${point.number}, en DOCX y PDF.`
    await run(done, () => attachReport(deps, point, tree)).finally(() => setBusy(false))
  }
  useShortcuts({ 'ctrl+j': () => void attach() })
  if (!session || point === undefined) return null
  const isAttached = point?.attachments.some(({ name }) => name === `${tree.title}.docx`) === true
  return (
    <>
      <Button
        fullWidth
        variant="default"
        loading={isBusy}
        disabled={point === null}
        aria-describedby="adjuntar-informe"
        rightSection={<Kbd keys="Ctrl+J" />}
        onClick={() => void attach()}
      >
        {point ? `Adjuntar al punto ${point.number}` : 'Adjuntar al punto'}
      </Button>
      <p id="adjuntar-informe" className={classes.hint}>
        {attachHint(point, isAttached)}
      </p>
    </>
  )
}

function attachHint(point: Point | null, isAttached: boolean): string {
  if (point === null) return 'El orden del día de esa sesión no tiene un punto de seguimiento de acuerdos.'
  return isAttached
    ? 'Ya está adjunto; si se adjunta otra vez, este lo sustituye.'
    : 'DOCX y PDF, como anexos del punto de seguimiento.'
}

function Save({ control }: { readonly control: ReportControl }) {
  const deps = useDeps()
  const { saving, save } = useSaveOutput()
  const { tree, report } = control
  const document = (kind: 'docx' | 'pdf') => void save(kind, () => saveDocument(deps, kind, tree))
  const sheet = (kind: SheetKind) =>
    void save(kind, () => saveSheet(deps, kind, tree.title, reportSheet(report)))
  useShortcuts({ 'ctrl+d': () => document('docx'), 'ctrl+p': () => document('pdf') })
  return (
    <div className={classes.buttons}>
      <Button
        fullWidth
        loading={saving === 'docx'}
        onClick={() => document('docx')}
        rightSection={<Kbd keys="Ctrl+D" />}
      >
        Guardar DOCX
      </Button>
      <Button
        fullWidth
        variant="default"
        loading={saving === 'pdf'}
        onClick={() => document('pdf')}
        rightSection={<Kbd keys="Ctrl+P" />}
      >
        Guardar PDF
      </Button>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button fullWidth variant="default" loading={saving === 'xlsx' || saving === 'csv'}>
            Guardar hoja de cálculo
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => sheet('xlsx')}>Excel (.xlsx)</Menu.Item>
          <Menu.Item onClick={() => sheet('csv')}>Texto separado por comas (.csv)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Attach control={control} />
    </div>
  )
}

interface ReportViewProps {
  readonly followUp: FollowUp
  /** The session to begin with; without it, the one that most likely receives it. */
  readonly sessionId: string | undefined
}

/** The report that a session receives, as it will be printed, with what decides it beside it. */
export function ReportView({ followUp, sessionId }: ReportViewProps) {
  const control = useReport(followUp, sessionId)
  if (followUp.records.length === 0) {
    return (
      <EmptyState
        title="No hay de qué informar todavía"
        hint="El informe se compone con los asuntos en seguimiento; agréguelos o promuévalos de una sesión."
      />
    )
  }
  return (
    <div className={classes.report}>
      <section className={classes.page} aria-label="Vista previa del informe" tabIndex={0}>
        <DocumentView tree={control.tree} />
      </section>
      <aside className={classes.side} aria-label="Sesión, periodo y copias">
        <Choices control={control} followUp={followUp} />
        <p className={classes.sentence} role="status">
          {countsSentence(control.report)}
        </p>
        <Figures counts={control.counts} />
        <Save control={control} />
      </aside>
    </div>
  )
}
