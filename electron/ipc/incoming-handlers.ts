import path from 'node:path'
import { dialog } from 'electron'
import { PACKET_EXTENSIONS } from '../../shared/ipc'
import { err } from '../../shared/lib/result'
import type { IncomingFiles } from '../services/incoming-files'
import type { AppWindows } from '../windows/app-windows'
import type { Handlers } from './door'

type Channels = 'incoming:pick' | 'incoming:add' | 'incoming:take' | 'incoming:close'

/** Opens packets that come in; their bytes go to the page by address, never their paths. */
export function incomingHandlers(files: IncomingFiles, windows: AppWindows): Pick<Handlers, Channels> {
  return {
    'incoming:pick': async () => {
      const file = await pickFile(windows)
      return file === null ? err({ code: 'cancelled', name: '' }) : files.add(file)
    },
    'incoming:add': async ({ path: file }) =>
      path.isAbsolute(file) ? files.add(file) : err({ code: 'not-a-file', name: path.basename(file) }),
    'incoming:take': () => files.take(),
    'incoming:close': ({ url }) => files.close(url),
  }
}

async function pickFile(windows: AppWindows): Promise<string | null> {
  if (windows.main === null) return null
  const { canceled, filePaths } = await dialog.showOpenDialog(windows.main, {
    title: 'Abrir un expediente',
    buttonLabel: 'Abrir',
    filters: [
      { name: 'Expediente de Quórum', extensions: [...PACKET_EXTENSIONS] },
      { name: 'Todos los archivos', extensions: ['*'] },
    ],
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
