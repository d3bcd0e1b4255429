import { readFileSync } from 'node:fs'
import { formatProblem, readSessionFile, type SessionFile } from '../../shared/session-file'

/** The divided session of the fixtures, as text. */
export function dividedText(): string {
  return readFileSync(new URL('../fixtures/session-divided.json', import.meta.url), 'utf8')
}

/** Reads a session file that must be right. */
export function readRight(text: string): SessionFile {
  const read = readSessionFile(text)
  if (!read.ok) throw new Error(read.error.map(formatProblem).join('\n'))
  return read.value
}

/** Problems of a text, one per line; empty when it is right. */
export function problemsOf(text: string): readonly string[] {
  const read = readSessionFile(text)
  return read.ok ? [] : read.error.map(formatProblem)
}

type Json = Record<string, unknown>

/** A value inside parsed JSON that a test is about to change. */
function holderAt(root: unknown, path: readonly (string | number)[]): Json {
  const holder = path.slice(0, -1).reduce((value: unknown, key) => Reflect.get(Object(value), key), root)
  return holder as Json
}

/** The text with one value put somewhere else than it should be; `undefined` takes the key away. */
export function mutated(text: string, path: readonly (string | number)[], value: unknown): string {
  const root: unknown = JSON.parse(text)
  const key = String(path.at(-1))
  const holder = holderAt(root, path)
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (value === undefined) delete holder[key]
  else holder[key] = value
  return JSON.stringify(root, null, 2)
}
