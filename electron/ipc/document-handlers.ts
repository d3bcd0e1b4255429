import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { shell } from 'electron'
import type { Printable } from '../../shared/documents'
import type { FolderFailure, MadeFile, SavedFile, SavedFolder, SaveFailure } from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import { ifPresent } from '../services/file-system'
import { safeFileName, withExtension } from '../services/safe-name'
import { freshTarget, saveBytes } from '../services/save-file'
import type { Handlers } from './door'
import { askForFolder, askWhereToSave, type DialogServices } from './save-dialog'

type Channels =
  | 'documents:save-docx'
  | 'documents:save-pdf'
  | 'documents:render-pdf'
  | 'documents:save-file'
  | 'documents:save-folder'
  | 'documents:reveal'

/** Kinds of documents that can be saved: extension, and what the dialog calls them. */
const KINDS = {
  docx: { extension: 'docx', label: 'Documento de Word' },
  pdf: { extension: 'pdf', label: 'Documento PDF' },
  eml: { extension: 'eml', label: 'Correo electrónico' },
  ics: { extension: 'ics', label: 'Calendario' },
  html: { extension: 'html', label: 'Formulario HTML' },
  xlsx: { extension: 'xlsx', label: 'Libro de Excel' },
  csv: { extension: 'csv', label: 'Texto separado por comas' },
} as const

/** What saving documents needs. */
export interface DocumentServices extends DialogServices {
  /** Files that were saved since the start, by the handle that the page has. */
  readonly saved: Map<string, string>
  readonly renderPdf: (tree: Printable) => Promise<Result<Uint8Array, SaveFailure>>
}

/** Answers questions about documents. The user's choice of a place never travels to the page and back. */
export function documentHandlers(services: DocumentServices): Pick<Handlers, Channels> {
  const { saved } = services
  return {
    'documents:save-docx': ({ suggestedName, bytes }) =>
      save(services, saved, 'docx', suggestedName, async () => ok(bytes)),
    'documents:save-pdf': ({ suggestedName, tree }) =>
      save(services, saved, 'pdf', suggestedName, () => services.renderPdf(tree)),
    'documents:render-pdf': ({ tree }) => services.renderPdf(tree),
    'documents:save-file': ({ kind, name, bytes }) =>
      save(services, saved, kind, name, async () => ok(bytes)),
    'documents:save-folder': ({ files }) => saveFolder(services, saved, files),
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

/** Writes every file to the folder that the user chose, one after the other, over none that is there. */
async function saveFolder(
  services: DocumentServices,
  saved: Map<string, string>,
  files: readonly MadeFile[],
): Promise<Result<SavedFolder, FolderFailure>> {
  const folder = await askForFolder(services, 'Guardar en una carpeta')
  if (folder === null) return err({ code: 'cancelled', detail: '', written: 0 })
  const targets: string[] = []
  for (const { kind, name, bytes } of files) {
    const { extension } = KINDS[kind]
    const safe = safeFileName(withExtension(name, extension), `documento.${extension}`)
    const target = await freshTarget(services.fs, folder, safe, extension)
    const written = await saveBytes(services.fs, target, bytes)
    if (!written.ok) return err({ ...written.error, written: targets.length })
    targets.push(target)
  }
  services.settings.rememberFolder(folder)
  const fileId = randomUUID()
  saved.set(fileId, targets[0] ?? folder)
  return ok({ fileId, path: folder, names: targets.map((target) => path.basename(target)) })
}

/** The path that the user chose; null when the dialog was cancelled. */
function chooseTarget(
  services: DocumentServices,
  kind: keyof typeof KINDS,
  suggestedName: string,
): Promise<string | null> {
  const { extension, label } = KINDS[kind]
  const name = withExtension(safeFileName(suggestedName, 'documento'), extension)
  return askWhereToSave(services, { title: 'Guardar documento', label, extension, name })
}
