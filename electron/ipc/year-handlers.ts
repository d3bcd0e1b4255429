import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { YearStart } from '../../shared/ipc'
import { err, ok } from '../../shared/lib/result'
import { safeFileName, withExtension } from '../services/safe-name'
import type { YearJobs } from '../services/year-export/year-jobs'
import type { Handlers } from './door'
import { askForFolder, askWhereToSave, type DialogServices } from './save-dialog'

type Channels = 'year:begin' | 'year:add' | 'year:attach' | 'year:finish' | 'year:cancel'

/** What writing years for the page needs. */
export interface YearHandlerServices extends DialogServices {
  readonly years: YearJobs
  /** Files that were saved since the start, by the handle that the page has. */
  readonly saved: Map<string, string>
}

/** Writes years of publications. The user's choice of a place never travels to the page and back. */
export function yearHandlers(services: YearHandlerServices): Pick<Handlers, Channels> {
  const { years, saved, settings } = services
  return {
    'year:begin': async (start) => {
      const target = await chooseTarget(services, start)
      return target === null ? err({ code: 'cancelled', detail: '' }) : years.begin(start, target)
    },
    'year:add': (piece) => years.add(piece),
    'year:attach': (file) => years.attach(file),
    'year:finish': async ({ jobId }) => {
      const finished = await years.finish(jobId)
      if (!finished.ok) return finished
      const { target, meant, files, size } = finished.value
      settings.rememberFolder(path.dirname(target))
      const fileId = randomUUID()
      saved.set(fileId, target)
      const takenName = target === meant ? null : path.basename(meant)
      return ok({ fileId, name: path.basename(target), path: target, files, size, takenName })
    },
    'year:cancel': ({ jobId }) => years.cancel(jobId),
  }
}

/** A ZIP is a file to be named; a folder is made inside of the one that the user chooses. */
async function chooseTarget(services: DialogServices, start: YearStart): Promise<string | null> {
  const name = safeFileName(start.suggestedName, 'Publicaciones')
  if (start.format === 'zip') {
    const file = withExtension(name, 'zip')
    return askWhereToSave(services, {
      title: 'Guardar el año',
      label: 'Carpeta comprimida',
      extension: 'zip',
      name: file,
    })
  }
  const folder = await askForFolder(services, `Elija dónde crear la carpeta «${name}»`)
  return folder === null ? null : path.join(folder, name)
}
