import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { PosterPaper } from '../../../../shared/documents'
import type { Publication } from '../../../../shared/domain/publications'
import { type IsoDate, yearOf } from '../../../../shared/lib/iso-date'
import type { Result } from '../../../../shared/lib/result'
import { useDeps } from '../../../commands/deps'
import { type SavedFile, type SaveFailure, saveOutputText } from '../../../commands/outputs/save-failures'
import { saveYearCalendar, saveYearPoster } from '../../../commands/publications/year-papers'
import { useBody } from '../../../data/current-body'
import { useNotify } from '../../../ui/notify'
import classes from './archive.module.css'
import { useYearExporter, YearExportPanel } from './year-export-panel'

interface YearOutputsProps {
  readonly publications: readonly Publication[]
  readonly today: IsoDate
}

/** Saves one paper at a time and tells how that went. */
function useSaving() {
  const notify = useNotify()
  const [isBusy, setBusy] = useState(false)
  const save = async (work: Promise<Result<SavedFile, SaveFailure>>) => {
    setBusy(true)
    const saved = await work.finally(() => setBusy(false))
    const failure = saved.ok ? null : saveOutputText(saved.error)
    if (saved.ok) notify({ kind: 'done', text: `Se guardó ${saved.value.path}.` })
    else if (failure !== null) notify({ kind: 'error', text: failure })
  }
  return { isBusy, save }
}

interface OutputButtonProps {
  readonly name: string
  readonly label: string
  readonly isBusy: boolean
  readonly onClick: () => void
}

function OutputButton({ name, label, isBusy, onClick }: OutputButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={name}
      // Off while it works, but not `disabled`, which would take the focus away from who pressed it.
      data-disabled={isBusy}
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) onClick()
      }}
    >
      {label}
    </Button>
  )
}

function OutputGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset aria-label={label} className={classes.outputGroup}>
      <span aria-hidden="true" className={classes.quiet}>
        {label}
      </span>
      {children}
    </fieldset>
  )
}

/** What goes out of a year: its archive as ZIP or folder, its poster and its calendar. */
export function YearOutputs({ publications, today }: YearOutputsProps) {
  const deps = useDeps()
  const body = useBody()
  const { isBusy, save } = useSaving()
  const { exporter, state } = useYearExporter()
  const years = useMemo(
    () => [...new Set([yearOf(today), ...publications.map(({ year }) => year)])].sort((a, b) => b - a),
    [publications, today],
  )
  const [year, setYear] = useState(() => yearOf(today))
  const [hasDrafts, setDrafts] = useState(false)
  const content = hasDrafts ? 'with-drafts' : 'approved'
  const isWriting = state.kind === 'writing'
  const archive = (format: 'zip' | 'folder') =>
    void exporter.start(body, { year, format, content: hasDrafts ? 'with-drafts' : 'published' })
  const poster = (paper: PosterPaper) => void save(saveYearPoster(deps, body, year, content, paper))
  const calendar = () => void save(saveYearCalendar(deps, body, year, content))
  return (
    <section className={classes.yearOut} aria-label="Sacar un año">
      <div className={classes.outputs}>
        <NativeSelect
          size="xs"
          aria-label="Año que se saca"
          data={years.map(String)}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
        />
        <OutputGroup label="Exportar lo publicado">
          <OutputButton
            name="Exportar el año como ZIP…"
            label="ZIP…"
            isBusy={isWriting}
            onClick={() => archive('zip')}
          />
          <OutputButton
            name="Exportar el año como carpeta…"
            label="Carpeta…"
            isBusy={isWriting}
            onClick={() => archive('folder')}
          />
        </OutputGroup>
        <OutputGroup label="Cartel (PDF)">
          <OutputButton
            name="Cartel en PDF, tabloide…"
            label="Tabloide…"
            isBusy={isBusy}
            onClick={() => poster('tabloid')}
          />
          <OutputButton
            name="Cartel en PDF, carta…"
            label="Carta…"
            isBusy={isBusy}
            onClick={() => poster('letter')}
          />
        </OutputGroup>
        <OutputGroup label="Calendario">
          <OutputButton name="Calendario .ics…" label=".ics…" isBusy={isBusy} onClick={calendar} />
        </OutputGroup>
        <Checkbox
          size="xs"
          label="Incluir borradores"
          checked={hasDrafts}
          onChange={(event) => setDrafts(event.currentTarget.checked)}
        />
      </div>
      <YearExportPanel />
    </section>
  )
}
