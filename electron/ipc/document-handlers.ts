import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { app, dialog, shell } from 'electron'
import type { DocTree } from '../../shared/documents'
import type { SavedFile, SaveFailure } from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import { type FileSystem, ifPresent } from '../services/file-system'
import { safeFileName, withExtension } from '../services/safe-name'
import { existingFolder, saveBytes, targetWithExtension } from '../services/save-file'
import type { SettingsStore } from '../services/settings'
import type { AppWindows } from '../windows/app-windows'
import type { Handlers } from './door'

type Channels = 'documents:save-docx' | 'documents:save-pdf' | 'documents:reveal'

/** Kinds of documents that can be saved: extension, and what the dialog calls them. */
const KINDS = {
  docx: { extension: 'docx', label: 'Documento de Word' },
  pdf: { extension: 'pdf', label: 'Documento PDF' },
} as const

/** What saving documents needs. */
export interface DocumentServices {
  readonly fs: FileSystem
  readonly settings: SettingsStore
  readonly windows: AppWindows
  readonly renderPdf: (tree: DocTree) => Promise<Result<Uint8Array, SaveFailure>>
}

/** Answers questions about documents. The user's choice of a place never travels to the page and back. */
export function documentHandlers(services: DocumentServices): Pick<Handlers, Channels> {
  const saved = new Map<string, string>()
  return {
    'documents:save-docx': ({ suggestedName, bytes }) =>
      save(services, saved, 'docx', suggestedName, async () => ok(bytes)),
    'documents:save-pdf': ({ suggestedName, tree }) =>
      save(services, saved, 'pdf', suggestedName, () => services.renderPdf(tree)),
    'documents:reveal': async ({ fileId }) => {
      const file = saved.get(fileId)
      if (file === undefined || (await ifPresent(services.fs.stat(file))) === null) return false
      shell.showItemInFolder(file)
      return true
    },
  }
}

/** Asks first and renders then, so that nobody waits for a document only to cancel it. */
async function save(
  services: DocumentServices,
  saved: Map<string, string>,
  kind: keyof typeof KINDS,
  suggestedName: string,
  produce: () => Promise<Result<Uint8Array, SaveFailure>>,
): Promise<Result<SavedFile, SaveFailure>> {
  const target = await chooseTarget(services, kind, suggestedName)
  if (target === null) return err({ code: 'cancelled', detail: '' })
  const bytes = await produce()
  if (!bytes.ok) return bytes
  const written = await saveBytes(services.fs, target, bytes.value)
  if (!written.ok) return written
  services.settings.rememberFolder(path.dirname(target))
  const fileId = randomUUID()
  saved.set(fileId, target)
  return ok({ fileId, name: path.basename(target), path: target, ...written.value })
}

/** The path that the user chose; null when the dialog was cancelled. */
async function chooseTarget(
  { fs, settings, windows }: DocumentServices,
  kind: keyof typeof KINDS,
  suggestedName: string,
): Promise<string | null> {
  if (windows.main === null) return null
  const { extension, label } = KINDS[kind]
  const home = await existingFolder(fs, app.getPath('documents'), app.getPath('home'))
  const folder = await existingFolder(fs, settings.get().lastFolder, home)
  const name = withExtension(safeFileName(suggestedName, 'documento'), extension)
  const { canceled, filePath } = await dialog.showSaveDialog(windows.main, {
    title: 'Guardar documento',
    defaultPath: path.join(folder, name),
    filters: [{ name: label, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || filePath === '' ? null : targetWithExtension(fs, filePath, extension)
}
