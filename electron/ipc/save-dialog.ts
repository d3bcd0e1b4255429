import path from 'node:path'
import { app, dialog } from 'electron'
import type { FileSystem } from '../services/file-system'
import { existingFolder, targetWithExtension } from '../services/save-file'
import type { SettingsStore } from '../services/settings'
import type { AppWindows } from '../windows/app-windows'

/** What asking for a place needs. */
export interface DialogServices {
  readonly fs: FileSystem
  readonly settings: SettingsStore
  readonly windows: AppWindows
}

/** What is saved, in the words of the dialog, and the name it suggests. */
export interface SaveQuestion {
  readonly title: string
  readonly label: string
  readonly extension: string
  readonly name: string
}

/** The folder that a dialog opens in: the last one used, or that of documents. */
export async function startFolder({ fs, settings }: DialogServices): Promise<string> {
  const home = await existingFolder(fs, app.getPath('documents'), app.getPath('home'))
  return existingFolder(fs, settings.get().lastFolder, home)
}

/** The folder that the user chose; null when the dialog was cancelled. */
export async function askForFolder(services: DialogServices, title: string): Promise<string | null> {
  if (services.windows.main === null) return null
  const { canceled, filePaths } = await dialog.showOpenDialog(services.windows.main, {
    title,
    buttonLabel: 'Guardar aquí',
    defaultPath: await startFolder(services),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** The path that the user chose; null when the dialog was cancelled. */
export async function askWhereToSave(
  services: DialogServices,
  { title, label, extension, name }: SaveQuestion,
): Promise<string | null> {
  const { fs, windows } = services
  if (windows.main === null) return null
  const { canceled, filePath } = await dialog.showSaveDialog(windows.main, {
    title,
    defaultPath: path.join(await startFolder(services), name),
    filters: [{ name: label, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || filePath === '' ? null : targetWithExtension(fs, filePath, extension)
}
