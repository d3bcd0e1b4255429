import { Button, Progress } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useDeps } from '../../../commands/deps'
import { revealSaved } from '../../../commands/packet/make/reveal-saved'
import type { ExportedYear, YearProgressState } from '../../../commands/publications/year-export/export-year'
import { yearExporterOf } from '../../../commands/publications/year-export/year-exporter'
import { MessageNote } from '../../../ui/message-note'
import classes from './archive.module.css'
import { absentTexts, exportedTexts, exportFailureText, exportProgressText } from './year-export-words'

/** The exporter of years and what it is doing, followed while it changes. */
export function useYearExporter() {
  const exporter = yearExporterOf(useDeps())
  const state = useSyncExternalStore(exporter.subscribe, exporter.state)
  return { exporter, state }
}

interface WritingProps {
  readonly year: number
  readonly progress: YearProgressState
  readonly onCancel: () => void
}

function Writing({ year, progress, onCancel }: WritingProps) {
  const isKnown = progress.total > 0
  const percent = isKnown ? Math.round((progress.done / progress.total) * 100) : 100
  return (
    <div className={classes.writing}>
      <p role="status">
        Exportando {year}. {exportProgressText(progress)}
      </p>
      <Progress
        value={percent}
        animated={!isKnown}
        striped={!isKnown}
        aria-label={`Avance de la exportación de ${year}`}
      />
      <div className={classes.outputs}>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Cancelar
        </Button>
        <span className={classes.quiet}>Puede seguir trabajando en otra pantalla.</span>
      </div>
    </div>
  )
}

/** Most missing files that are named here; the page of the year names them all. */
const MOST_NAMED = 5

function Absent({ exported }: { readonly exported: ExportedYear }) {
  const absent = absentTexts(exported)
  if (absent.length === 0) return null
  const more = absent.length - MOST_NAMED
  return (
    <>
      <p>
        {absent.length === 1
          ? 'Un archivo no pudo ir; la página lo dice:'
          : `${absent.length} archivos no pudieron ir; la página los nombra:`}
      </p>
      <ul className={classes.facts}>
        {absent.slice(0, MOST_NAMED).map((text) => (
          <li key={text}>{text}.</li>
        ))}
        {more > 0 && <li>y {more} más.</li>}
      </ul>
    </>
  )
}

function Written({ exported, onClose }: { readonly exported: ExportedYear; readonly onClose: () => void }) {
  const deps = useDeps()
  const { written } = exported
  const isWhole = absentTexts(exported).length === 0
  return (
    <MessageNote
      kind={isWhole ? 'done' : 'warning'}
      title={isWhole ? `${written.name} está listo` : `${written.name} está listo, pero incompleto`}
    >
      <ul className={classes.facts}>
        {exportedTexts(exported).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Absent exported={exported} />
      <div className={classes.outputs}>
        <Button size="compact-sm" variant="default" onClick={() => void revealSaved(deps, written.fileId)}>
          Mostrar en la carpeta
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          Cerrar
        </Button>
      </div>
    </MessageNote>
  )
}

/** What the exporter of years is doing, or did last. */
export function YearExportPanel() {
  const { exporter, state } = useYearExporter()
  const close = () => exporter.dismiss()
  switch (state.kind) {
    case 'idle':
      return null
    case 'writing':
      return <Writing year={state.choice.year} progress={state.progress} onCancel={() => exporter.cancel()} />
    case 'written':
      return <Written exported={state.exported} onClose={close} />
    case 'failed':
      return (
        <MessageNote kind="error" title={`No se exportó ${state.choice.year}`}>
          <p>{exportFailureText(state.failure)}</p>
          <Button size="compact-sm" variant="subtle" onClick={close}>
            Cerrar
          </Button>
        </MessageNote>
      )
  }
}
