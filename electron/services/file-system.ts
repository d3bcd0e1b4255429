import fs from 'node:fs/promises'

/**
 * The file operations that services use. Passed in, so that tests can make any single call fail the
 * way a full, read-only or dying disk does.
 */
export type FileSystem = Pick<
  typeof fs,
  'access' | 'chmod' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'stat' | 'statfs'
>

/** The real disk. */
export const nodeFileSystem: FileSystem = fs

/** Code of an operating-system error ("ENOSPC"); its name when it carries none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? code : error.name
}

/** Runs a file operation whose target may be absent; null when it is. */
export async function ifPresent<T>(operation: Promise<T>): Promise<T | null> {
  try {
    return await operation
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
