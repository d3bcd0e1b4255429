import { useMemo } from 'react'
import {
  type Commemoration,
  DATE_COLUMNS,
  DATE_EDITOR,
  type DateColumnId,
  type DatesPlan,
  planDatesSteps,
} from '../../../../shared/domain/publications'
import { useDeps } from '../../../commands/deps'
import { importDates } from '../../../commands/publications/import/import-dates'
import { readDatesSource } from '../../../commands/publications/import/read-dates-source'
import { readColumnMemory, writeColumnMemory } from '../../../commands/sheets/column-memory'
import { inSlices } from '../../../commands/sheets/in-slices'
import { useBody } from '../../../data/current-body'
import { SheetImport } from '../../../ui/sheet-import/sheet-import'
import type { SheetJob } from '../../../ui/sheet-import/sheet-job'
import type { SheetKind } from '../../../ui/sheet-import/sheet-kind'
import { type ImportSource, useImportDoors } from '../../../ui/sheet-import/use-import-doors'
import type { RunPlanEdit } from '../use-plan-edit'
import { SHOWN_COLUMNS, shownCell } from './date-cells'

const MEMORY = 'fechas.columnas'

const KIND: SheetKind<DateColumnId, DatesPlan> = {
  columns: DATE_COLUMNS,
  editor: DATE_EDITOR,
  shown: SHOWN_COLUMNS,
  cellText: shownCell,
  alsoOpens: [{ extension: '.ics', mediaType: 'text/calendar' }],
  words: {
    title: 'Importar fechas conmemorativas',
    columns:
      'En cualquier orden; solo Nombre y Cuándo cae hacen falta. Una fecha que ya está en el catálogo se reconoce por su nombre y una celda en blanco no borra nada. Una fecha con año (17/05/2026) se toma como ese día de cada año, salvo que la columna Año diga en cuáles. De un calendario .ics, cada evento es una fila.',
    limits: 'hasta 10 MB (5 MB si es .ics) y 10,000 filas',
    nothingNew: 'Todo lo que dice la hoja ya está en el catálogo.',
  },
}

interface ImportScreenProps {
  readonly catalogue: readonly Commemoration[]
  readonly source: ImportSource
  readonly run: RunPlanEdit
  readonly onSource: (source: ImportSource) => void
  readonly onClose: () => void
}

function useJob({ catalogue, run }: ImportScreenProps): SheetJob<DateColumnId, DatesPlan> {
  const deps = useDeps()
  const { id: bodyId, timeZone } = useBody()
  return useMemo(
    () => ({
      read: (source, name) => readDatesSource(source, name, 'El catálogo no cambió.', timeZone),
      plan: (draft, _name, options) =>
        inSlices(planDatesSteps({ ...draft, bodyId, catalogue, effects: deps.effects }), options),
      store: async (draft, fileName, { onlyGoodRows, count }) => {
        const many = count.toLocaleString('es-MX')
        const done =
          count === 1 ? 'Se importó 1 fecha al catálogo.' : `Se importaron ${many} fechas al catálogo.`
        const stored = await run(done, () => importDates(deps, { ...draft, bodyId, fileName, onlyGoodRows }))
        return stored.ok
      },
      memory: readColumnMemory(MEMORY, DATE_COLUMNS),
      onRemember: (memory) => writeColumnMemory(MEMORY, memory),
    }),
    [deps, bodyId, timeZone, catalogue, run],
  )
}

/** Imports dates into the catalogue: columns, words, and what is done with the rows. */
export function ImportScreen(props: ImportScreenProps) {
  const { source, onSource, onClose } = props
  const job = useJob(props)
  useImportDoors(onSource)
  return <SheetImport kind={KIND} job={job} source={source} onSource={onSource} onClose={onClose} />
}
