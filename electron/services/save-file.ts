import path from 'node:path'
import type { SaveFailure } from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import { type WrittenFile, writeFileDurably } from './durable-file'
import { errorCode, type FileSystem, ifPresent } from './file-system'
import { blockOf } from './journal-files'
import { withExtension } from './safe-name'

/** Writes a document where the user chose; what was there stays whole until the new one is. */
export async function saveBytes(
  fs: FileSystem,
  target: string,
  bytes: Uint8Array,
): Promise<Result<WrittenFile, SaveFailure>> {
  try {
    return ok(await writeFileDurably(fs, target, [bytes]))
  } catch (error) {
    return err(saveFailure(error))
  }
}

/**
 * The chosen path with the extension of its kind. When that has to be added, a file the user was never
 * asked about could be overwritten, so then the name gets a number instead.
 */
export async function targetWithExtension(
  fs: FileSystem,
  chosen: string,
  extension: string,
): Promise<string> {
  const target = withExtension(chosen, extension)
  if (target === chosen) return chosen
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? target : withExtension(`${chosen} (${copy})`, extension)
    if ((await ifPresent(fs.stat(candidate))) === null) return candidate
  }
}

/** A path in a folder under which there is nothing yet: a taken name gets a number before its extension. */
export async function freshTarget(
  fs: FileSystem,
  folder: string,
  name: string,
  extension: string,
): Promise<string> {
  const stem = name.toLowerCase().endsWith(`.${extension}`) ? name.slice(0, -extension.length - 1) : name
  for (let copy = 1; ; copy += 1) {
    const candidate = path.join(folder, `${copy === 1 ? stem : `${stem} (${copy})`}.${extension}`)
    if ((await ifPresent(fs.stat(candidate))) === null) return candidate
  }
}

/** The folder that a dialog should open in: the last one used, if it is still there. */
export async function existingFolder(
  fs: FileSystem,
  folder: string | null,
  fallback: string,
): Promise<string> {
  if (folder === null || !path.isAbsolute(folder)) return fallback
  const found = await fs.stat(folder).catch(() => null)
  return found?.isDirectory() === true ? folder : fallback
}

/** Why a document was not saved, from the error of the disk. */
export function saveFailure(error: unknown): SaveFailure {
  const detail = errorCode(error)
  // Windows answers a rename over a document that Word holds open with EPERM or EBUSY.
  const isRename = error instanceof Error && Reflect.get(error, 'syscall') === 'rename'
  if (detail === 'EBUSY' || detail === 'ETXTBSY' || (isRename && detail === 'EPERM')) {
    return { code: 'in-use', detail }
  }
  const block = blockOf(detail)
  return block === 'disk-full' || block === 'read-only' || block === 'no-permission'
    ? { code: block, detail }
    : { code: 'io-error', detail }
}
