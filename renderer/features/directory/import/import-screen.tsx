import { useMemo } from 'react'
import {
  type ColumnId,
  DIRECTORY_COLUMNS,
  DIRECTORY_EDITOR,
  type Directory,
  type DirectoryPlan,
  planDirectorySteps,
} from '../../../../shared/domain/people'
import { rowsText } from '../../../../shared/lib/sheet'
import { useDeps } from '../../../commands/deps'
import { importDirectory } from '../../../commands/directory/import-directory'
import { readColumnMemory, writeColumnMemory } from '../../../commands/sheets/column-memory'
import { inSlices } from '../../../commands/sheets/in-slices'
import { readSource } from '../../../commands/sheets/read-source'
import { SheetImport } from '../../../ui/sheet-import/sheet-import'
import type { SheetJob } from '../../../ui/sheet-import/sheet-job'
import type { SheetKind } from '../../../ui/sheet-import/sheet-kind'
import type { ImportSource } from '../../../ui/sheet-import/use-import-doors'
import type { DirectoryEdits } from '../use-directory-edits'
import { SHOWN_COLUMNS, shownCell } from './preview-cells'

const MEMORY = 'directorio.columnas'

const KIND: SheetKind<ColumnId, DirectoryPlan> = {
  columns: DIRECTORY_COLUMNS,
  editor: DIRECTORY_EDITOR,
  shown: SHOWN_COLUMNS,
  cellText: shownCell,
  words: {
    title: 'Importar al directorio',
    columns:
      'En cualquier orden; solo Área (o Sigla) es obligatoria. Una celda en blanco no borra nada. Cada fila es una persona en un lugar: titular y suplente van en filas separadas. Las fechas, como 15/11/2017.',
    limits: 'hasta 10 MB y 10,000 filas',
    nothingNew: 'Todo lo que dice la hoja ya está en el directorio.',
  },
}

interface ImportScreenProps {
  readonly directory: Directory
  readonly source: ImportSource
  readonly edits: DirectoryEdits
  readonly onSource: (source: ImportSource) => void
  readonly onClose: () => void
}

function useJob(directory: Directory, edits: DirectoryEdits): SheetJob<ColumnId, DirectoryPlan> {
  const deps = useDeps()
  return useMemo(
    () => ({
      read: (source, name) => readSource(source, name, 'El directorio no cambió.'),
      plan: (draft, _name, run) =>
        inSlices(planDirectorySteps({ ...draft, directory, effects: deps.effects }), run),
      store: async (draft, _name, { onlyGoodRows, count }) => {
        const done = `${count === 1 ? 'Se importó' : 'Se importaron'} ${rowsText(count)} al directorio.`
        const result = await edits.run({ what: 'la importación', done }, () =>
          importDirectory(deps, { ...draft, bodyId: directory.body.id, onlyGoodRows }),
        )
        return result.ok
      },
      memory: readColumnMemory(MEMORY, DIRECTORY_COLUMNS),
      onRemember: (memory) => writeColumnMemory(MEMORY, memory),
    }),
    [deps, directory, edits],
  )
}

/** Imports a directory: columns, words, and what is done with the rows. */
export function ImportScreen({ directory, source, edits, onSource, onClose }: ImportScreenProps) {
  const job = useJob(directory, edits)
  return <SheetImport kind={KIND} job={job} source={source} onSource={onSource} onClose={onClose} />
}
