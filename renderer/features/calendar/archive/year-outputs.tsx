import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { PosterPaper } from '../../../../shared/documents'
import type { Publication } from '../../../../shared/domain/publications'
import { type IsoDate, yearOf } from '../../../../shared/lib/iso-date'
import type { Result } from '../../../../shared/lib/result'
import type { YearContent } from '../../../../shared/publishing'
import { useDeps } from '../../../commands/deps'
import { type SavedFile, type SaveFailure, saveOutputText } from '../../../commands/outputs/save-failures'
import { type ExportFailure, exportYear } from '../../../commands/publications/export-year'
import { saveYearCalendar, saveYearPoster } from '../../../commands/publications/year-papers'
import { useBody } from '../../../data/current-body'
import { useNotify } from '../../../ui/notify'
import classes from './archive.module.css'

interface YearOutputsProps {
  readonly publications: readonly Publication[]
  readonly today: IsoDate
}

function exportFailureText(failure: ExportFailure): string | null {
  switch (failure.kind) {
    case 'not-saved':
      return saveOutputText(failure.failure)
    case 'nothing':
      return `No se exportó nada: el plan de ${failure.year} está vacío.`
    case 'too-large':
      return `No se exportó: las imágenes de ${failure.year} pasan de 240 MB. Quite de las publicaciones las que no se usaron y exporte de nuevo.`
  }
}

function useOutputs() {
  const notify = useNotify()
  const [isBusy, setBusy] = useState(false)
  const run = async <F,>(work: Promise<Result<SavedFile, F>>, textOf: (failure: F) => string | null) => {
    setBusy(true)
    const saved = await work.finally(() => setBusy(false))
    const failure = saved.ok ? null : textOf(saved.error)
    if (saved.ok) notify({ kind: 'done', text: `Se guardó ${saved.value.name} en ${saved.value.path}.` })
    else if (failure !== null) notify({ kind: 'error', text: failure })
  }
  return { isBusy, run }
}

/** What goes out of a year: all of it as a ZIP, its calendar and its poster. */
export function YearOutputs({ publications, today }: YearOutputsProps) {
  const deps = useDeps()
  const body = useBody()
  const { isBusy, run } = useOutputs()
  const years = useMemo(
    () => [...new Set([yearOf(today), ...publications.map(({ year }) => year)])].sort((a, b) => b - a),
    [publications, today],
  )
  const [year, setYear] = useState(() => yearOf(today))
  const [hasDrafts, setDrafts] = useState(false)
  const content: YearContent = hasDrafts ? 'with-drafts' : 'approved'
  const text = (failure: SaveFailure) => saveOutputText(failure)
  const poster = (paper: PosterPaper) => void run(saveYearPoster(deps, body, year, content, paper), text)
  const calendar = () => void run(saveYearCalendar(deps, body, year, content), text)
  return (
    <section className={classes.outputs} aria-label="Sacar un año">
      <NativeSelect
        size="xs"
        aria-label="Año que se saca"
        data={years.map(String)}
        value={String(year)}
        onChange={(event) => setYear(Number(event.currentTarget.value))}
      />
      <Button
        size="compact-sm"
        disabled={isBusy}
        onClick={() => void run(exportYear(deps, body, year), exportFailureText)}
      >
        Exportar el año (ZIP)…
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => poster('tabloid')}>
        Cartel en tabloide (PDF)…
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => poster('letter')}>
        Cartel en carta (PDF)…
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={calendar}>
        Calendario (.ics)…
      </Button>
      <Checkbox
        size="xs"
        label="Incluir borradores en cartel y calendario"
        checked={hasDrafts}
        onChange={(event) => setDrafts(event.currentTarget.checked)}
      />
    </section>
  )
}
