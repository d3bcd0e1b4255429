import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { dialog, shell } from 'electron'
import type { AttachmentOpened, AttachmentOpenFailure } from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import type { AttachmentStore } from '../services/attachments'
import { opensSafely } from '../services/media-type'
import type { AppWindows } from '../windows/app-windows'
import type { Handlers } from './door'

type Channels = 'attachments:pick' | 'attachments:add' | 'attachments:store' | 'attachments:open'

/** Answers questions about attachments. `viewFolder` takes copies for looking at, and is removed at exit. */
export function attachmentHandlers(
  store: AttachmentStore,
  windows: AppWindows,
  viewFolder: string,
): Pick<Handlers, Channels> {
  return {
    'attachments:pick': async () => {
      const paths = await pickFiles(windows)
      return store.add(paths)
    },
    'attachments:add': ({ paths }) => store.add(paths.filter((file) => path.isAbsolute(file))),
    'attachments:store': (file) => store.store(file),
    'attachments:open': async ({ sha256, name }) => {
      const folder = await mkdtemp(path.join(viewFolder, 'ver-'))
      const staged = await store.stage(sha256, name, folder)
      return staged.ok ? show(staged.value) : staged
    },
  }
}

async function pickFiles(windows: AppWindows): Promise<readonly string[]> {
  if (windows.main === null) return []
  const { canceled, filePaths } = await dialog.showOpenDialog(windows.main, {
    title: 'Agregar anexos',
    buttonLabel: 'Agregar',
    properties: ['openFile', 'multiSelections'],
  })
  return canceled ? [] : filePaths
}

async function show(file: string): Promise<Result<AttachmentOpened, AttachmentOpenFailure>> {
  if (!opensSafely(file)) {
    shell.showItemInFolder(file)
    return ok({ how: 'shown-in-folder' })
  }
  const problem = await shell.openPath(file)
  return problem === '' ? ok({ how: 'opened' }) : err({ code: 'no-application' })
}
