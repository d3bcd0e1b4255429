import { useMemo, useState } from 'react'
import {
  ITEM_COLUMNS,
  ITEM_EDITOR,
  type ItemColumnId,
  type ItemImportPlan,
} from '../../../../shared/domain/follow-up'
import { useDeps } from '../../../commands/deps'
import { importItems, planImport } from '../../../commands/follow-up/import-items'
import { readColumnMemory, writeColumnMemory } from '../../../commands/sheets/column-memory'
import { readSource } from '../../../commands/sheets/read-source'
import { useBody } from '../../../data/current-body'
import type { FollowUp } from '../../../data/follow-up-book'
import { SheetImport } from '../../../ui/sheet-import/sheet-import'
import type { SheetJob } from '../../../ui/sheet-import/sheet-job'
import type { SheetKind } from '../../../ui/sheet-import/sheet-kind'
import { type ImportSource, useImportDoors } from '../../../ui/sheet-import/use-import-doors'
import { useFollowUpActions } from '../actions-context'
import { lastAuthor } from '../follow-up-author'
import { itemCell, SHOWN_COLUMNS } from './item-cells'

const MEMORY = 'seguimiento.columnas'

const KIND: SheetKind<ItemColumnId, ItemImportPlan> = {
  columns: ITEM_COLUMNS,
  editor: ITEM_EDITOR,
  shown: SHOWN_COLUMNS,
  cellText: itemCell,
  words: {
    title: 'Importar asuntos',
    columns: 'En cualquier orden y con otros títulos parecidos; solo hacen falta Asunto y Responsable.',
    limits: 'hasta 10 MB y 20,000 filas',
    nothingNew: 'Todo lo que dice la hoja ya está en seguimiento.',
  },
}

interface ImportScreenProps {
  readonly followUp: FollowUp
  readonly onClose: () => void
}

function useJob({ records }: FollowUp): SheetJob<ItemColumnId, ItemImportPlan> {
  const deps = useDeps()
  const { id: bodyId } = useBody()
  const { run } = useFollowUpActions()
  return useMemo(() => {
    const author = lastAuthor()
    const stored = records.map(({ item }) => item)
    return {
      read: (source, name) => readSource(source, name, 'El seguimiento no cambió.'),
      plan: (draft, fileName, options) =>
        planImport(deps, { bodyId, author, fileName }, draft, stored, options),
      store: async (draft, fileName, { onlyGoodRows, count }) => {
        const many = count.toLocaleString('es-MX')
        const done = count === 1 ? 'Se importó 1 asunto.' : `Se importaron ${many} asuntos.`
        const source = { bodyId, author, fileName }
        return (await run(done, () => importItems(deps, source, draft, onlyGoodRows))) === null
      },
      memory: readColumnMemory(MEMORY, ITEM_COLUMNS),
      onRemember: (memory) => writeColumnMemory(MEMORY, memory),
    }
  }, [deps, bodyId, run, records])
}

/** Imports the spreadsheet of today: columns, words, and what is done with the rows. */
export function ImportScreen({ followUp, onClose }: ImportScreenProps) {
  const [source, setSource] = useState<ImportSource>({ kind: 'ask' })
  const job = useJob(followUp)
  useImportDoors(setSource)
  return <SheetImport kind={KIND} job={job} source={source} onSource={setSource} onClose={onClose} />
}
