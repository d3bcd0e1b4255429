import { constants } from 'node:fs'
import path from 'node:path'
import type { JournalBlock } from '../../shared/ipc'
import { syncFolder } from './durable-file'
import { errorCode, type FileSystem, ifPresent } from './file-system'

/** Where the journal and everything about it lies. */
export interface JournalPaths {
  readonly root: string
  readonly journal: string
  /** Verified copies. */
  readonly snapshots: string
  /** Damaged bytes, kept for whoever wants to look at them; the app never deletes from here. */
  readonly aside: string
}

/** Why the folder cannot be used, in the user's terms and in the system's. */
export interface FolderProblem {
  readonly reason: JournalBlock
  readonly detail: string
  readonly space: { readonly freeBytes: number; readonly neededBytes: number } | null
}

export function journalPaths(root: string): JournalPaths {
  return {
    root,
    journal: path.join(root, 'journal.jsonl'),
    snapshots: path.join(root, 'snapshots'),
    aside: path.join(root, 'aside'),
  }
}

const CHANGED_OUTSIDE = 'CHANGED_OUTSIDE'

/** Somebody else wrote, cut, replaced or deleted the journal while it was open. */
export function changedOutside(): Error {
  return Object.assign(new Error('The journal was changed by another program'), { code: CHANGED_OUTSIDE })
}

/** The remedy group of an operating-system error. */
export function blockOf(code: string): JournalBlock {
  switch (code) {
    case 'EROFS':
      return 'read-only'
    case 'EACCES':
    case 'EPERM':
      return 'no-permission'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return 'not-a-folder'
    case CHANGED_OUTSIDE:
      return 'changed-outside'
    default:
      return 'io-error'
  }
}

/** The problem that an error stands for. */
export function problemOf(error: unknown): FolderProblem {
  const detail = errorCode(error)
  return { reason: blockOf(detail), detail, space: null }
}

/**
 * Looks for what would stop a write before one is tried: folder, permissions of folder and file, free
 * space. Chromium gives one and the same error for all of these, so they are told apart here. Null when
 * nothing stands in the way.
 */
export async function diagnoseFolder(
  fs: FileSystem,
  paths: JournalPaths,
  neededBytes: number,
): Promise<FolderProblem | null> {
  try {
    await makeFolder(fs, paths.root)
    await fs.access(paths.root, constants.R_OK | constants.W_OK | constants.X_OK)
    await ifPresent(fs.access(paths.journal, constants.R_OK | constants.W_OK))
    const { bavail, bsize } = await fs.statfs(paths.root)
    const freeBytes = bavail * bsize
    if (freeBytes >= neededBytes) return null
    return { reason: 'disk-full', detail: 'ENOSPC', space: { freeBytes, neededBytes } }
  } catch (error) {
    return problemOf(error)
  }
}

/** Creates a folder if it is absent, and makes its name and those of its new parents durable. */
export async function makeFolder(fs: FileSystem, folder: string): Promise<void> {
  const highest = await fs.mkdir(folder, { recursive: true })
  if (highest === undefined) return
  const top = path.dirname(highest)
  for (let parent = path.dirname(path.resolve(folder)); ; parent = path.dirname(parent)) {
    await syncFolder(fs, parent)
    if (parent === top || parent === path.dirname(parent)) return
  }
}
