import { useMemo, useState } from 'react'
import { instantSchema, wallClock } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { loadDirectory } from '../../commands/directory/edit-directory'
import { useBody } from '../../data/current-body'
import { useLive } from '../../data/use-live'
import { type ImportSource, useImportDoors } from '../../ui/sheet-import/use-import-doors'
import { useShortcuts } from '../../ui/use-shortcuts'
import { seatLines } from './directory-lines'
import { DirectoryList } from './directory-list'
import { ImportScreen } from './import/import-screen'
import { OpenForms, OpenFormsContext } from './settle'
import { useDirectoryEdits } from './use-directory-edits'

function isInField(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
}

/** Who makes up the body: seats, persons and since when; typed, pasted or taken from a spreadsheet. */
export function DirectoryScreen() {
  const { store, effects } = useDeps()
  const body = useBody()
  const directory = useLive(() => loadDirectory(store, body.id), [store, body.id])
  const edits = useDirectoryEdits()
  const [forms] = useState(() => new OpenForms())
  const [source, setSource] = useState<ImportSource | null>(null)
  const today = wallClock(instantSchema.parse(effects.now()), body.timeZone).date
  const lines = useMemo(() => (directory ? seatLines(directory, today) : []), [directory, today])
  useImportDoors((found) => void forms.settle().then((isSettled) => isSettled && setSource(found)))
  // Inside a field Ctrl+Z belongs to the text.
  useShortcuts({ 'ctrl+z': (event) => (isInField(event) ? false : edits.undoLast()) })
  if (!directory) return null
  return (
    <OpenFormsContext value={forms}>
      {source ? (
        <ImportScreen
          directory={directory}
          source={source}
          edits={edits}
          onSource={setSource}
          onClose={() => setSource(null)}
        />
      ) : (
        <DirectoryList
          directory={directory}
          lines={lines}
          today={today}
          edits={edits}
          forms={forms}
          onImport={() => setSource({ kind: 'ask' })}
        />
      )}
    </OpenFormsContext>
  )
}
