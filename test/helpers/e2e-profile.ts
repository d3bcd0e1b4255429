import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { type Seed, seedRunningSession, writeSeed } from '../../build/scripts/lib/seed-journal.mjs'
import * as sessions from '../../shared/domain/sessions'
import * as journal from '../../shared/journal'
import * as files from '../../shared/session-file'
import { type OpenOptions, openApp } from '../e2e/app'

/** A data folder with the example session under way, a vote running on its last point. */
export interface Profile {
  readonly userData: string
  readonly seed: Seed
}

/** What the user reads when the database was built again. */
export const REBUILT = /Se reconstruyó completa desde el registro \(\d+ registros\)/

const folders: string[] = []
const opened = new Set<LaunchedApp>()

afterEach(async () => {
  for (const launched of opened) await launched.close().catch(() => undefined)
  opened.clear()
})

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** An empty folder that goes away after the tests of the file. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quorum-e2e-'))
  folders.push(folder)
  return folder
}

/** A data folder whose journal holds the running session; `schema` plays data of a newer version. */
export async function seededProfile(options: { readonly schema?: number } = {}): Promise<Profile> {
  const userData = await dataFolder()
  const seed = await seedRunningSession({ files, sessions, journal }, options)
  await writeSeed(userData, seed)
  return { userData, seed }
}

/** Opens the app on a folder; whatever a test leaves open is closed when it ends. */
export async function openOn(userData: string, options: OpenOptions = {}): Promise<LaunchedApp> {
  const launched = await openApp({ userData, ...options })
  opened.add(launched)
  return launched
}

/** Waits until the room of the session is on screen, where nobody has navigated to. */
export async function roomOpens(page: Page, { sessionId }: Pick<Seed, 'sessionId'>): Promise<void> {
  await page.waitForSelector('[data-facts][data-busy="false"]')
  expect(await page.evaluate(() => location.hash)).toBe(`#/sesiones/${sessionId}/sala`)
}

/** Facts that the room counts. */
export async function factsShown(page: Page): Promise<number> {
  return Number(await page.locator('[data-facts]').getAttribute('data-facts'))
}

/** Rows by table and key. */
export type Tables = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The journal as its file stands, every record parsed. */
export async function journalRecords(userData: string): Promise<readonly journal.JournalRecord[]> {
  const text = await readFile(path.join(userData, 'journal', 'journal.jsonl'), 'utf8')
  const lines = text.split('\n')
  // A crash may leave one torn line at the end; it was never acknowledged.
  return lines.flatMap((line, index) => {
    const record = journal.parseLine(line)
    if (record.ok) return [record.value]
    if (index < lines.length - 1) throw new Error(`Line ${index + 1}: ${record.error.code}`)
    return []
  })
}

/** The rows that journal records leave behind. */
export function rowsLeftBy(records: readonly journal.JournalRecord[]): Tables {
  const tables: Record<string, Record<string, unknown>> = {}
  for (const { table, key, after } of records.flatMap(({ changeSet }) => changeSet.changes)) {
    const rows = tables[table] ?? {}
    tables[table] = rows
    if (after === null) delete rows[key]
    else rows[key] = after
  }
  return withoutEmpty(tables)
}

/** The rows that the app's database holds, read past the app, with the version and head it claims. */
export async function databaseRows(page: Page): Promise<Tables> {
  const tables = await page.evaluate(
    () =>
      new Promise<Record<string, Record<string, unknown>>>((resolve, reject) => {
        const opening = indexedDB.open('quorum')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const found: Record<string, Record<string, unknown>> = {}
          const reading = database.transaction([...database.objectStoreNames])
          for (const name of database.objectStoreNames) {
            if (name === 'meta') continue
            const all = reading.objectStore(name).getAll()
            all.onsuccess = () => {
              found[name] = Object.fromEntries(all.result.map((row) => [row.id, row]))
            }
          }
          reading.oncomplete = () => {
            database.close()
            resolve(found)
          }
        }
      }),
  )
  return withoutEmpty(tables)
}

function withoutEmpty(tables: Record<string, Record<string, unknown>>): Tables {
  return Object.fromEntries(Object.entries(tables).filter(([, rows]) => Object.keys(rows).length > 0))
}

/** Fails unless the database holds exactly what the journal says. */
export async function expectAgreement(page: Page, userData: string): Promise<void> {
  expect(await databaseRows(page)).toEqual(rowsLeftBy(await journalRecords(userData)))
}

/** Kills every process of the app at once, as a power button does not ask. */
export async function killAll({ app }: Pick<LaunchedApp, 'app'>): Promise<void> {
  const { pid } = app.process()
  if (pid === undefined) throw new Error('The app has no process')
  const closed = app.waitForEvent('close')
  // Playwright starts Electron as the leader of a process group of its own.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  await closed
}
