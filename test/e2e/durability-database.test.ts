import { cp, open, readdir, rm, stat, truncate } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  databaseRows,
  dataFolder,
  expectAgreement,
  factsShown,
  journalRecords,
  openOn,
  type Profile,
  REBUILT,
  roomOpens,
  seededProfile,
  type Tables,
} from '../helpers/e2e-profile'

const INDEXED_DB = 'IndexedDB'
const LEVELDB = path.join(INDEXED_DB, 'app_quorum_0.indexeddb.leveldb')

/** Flips the lowest bit of the byte in the middle of a file. */
async function flipByte(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  const byte = Buffer.alloc(1)
  const middle = Math.floor((await handle.stat()).size / 2)
  await handle.read(byte, 0, 1, middle)
  byte[0] = (byte[0] ?? 0) ^ 1
  await handle.write(byte, 0, 1, middle)
  await handle.close()
}

async function halve(file: string): Promise<void> {
  await truncate(file, Math.floor((await stat(file)).size / 2))
}

const FAULTS = { flipped: flipByte, halved: halve, emptied: truncate, deleted: rm } as const
const FILES = { log: /\.log$/, MANIFEST: /^MANIFEST/, CURRENT: /^CURRENT$/ } as const

type Case = readonly [file: keyof typeof FILES, fault: keyof typeof FAULTS]

const DAMAGES: readonly Case[] = [
  ['log', 'flipped'],
  ['log', 'halved'],
  ['log', 'emptied'],
  ['log', 'deleted'],
  ['MANIFEST', 'flipped'],
  ['MANIFEST', 'halved'],
  ['MANIFEST', 'emptied'],
  ['MANIFEST', 'deleted'],
  ['CURRENT', 'flipped'],
  ['CURRENT', 'halved'],
  ['CURRENT', 'emptied'],
]

let whole: Profile
let rows: Tables

/** A copy of the profile whose database is complete, for one fault to be done to it. */
async function copyOfWhole(): Promise<string> {
  const userData = await dataFolder()
  await cp(whole.userData, userData, { recursive: true })
  return userData
}

async function damage(userData: string, [file, fault]: Case): Promise<void> {
  const folder = path.join(userData, LEVELDB)
  const name = (await readdir(folder)).find((each) => FILES[file].test(each))
  if (name === undefined) throw new Error(`No ${file} to damage`)
  await FAULTS[fault](path.join(folder, name))
}

beforeAll(async () => {
  whole = await seededProfile()
  const { page, close } = await openOn(whole.userData)
  await roomOpens(page, whole.seed)
  rows = await databaseRows(page)
  await close()
})

describe('a damaged database', () => {
  it.each(DAMAGES)('%s %s: is noticed, rebuilt from the journal, and the user is told', async (...fault) => {
    const userData = await copyOfWhole()
    await damage(userData, fault)
    const { page } = await openOn(userData)
    await page.getByText(REBUILT).waitFor()
    await roomOpens(page, whole.seed)
    expect(await factsShown(page)).toBe(whole.seed.facts)
    expect(await databaseRows(page)).toEqual(rows)
  })

  it('that mends itself (no CURRENT: LevelDB replays its log) is whole, and nothing is told', async () => {
    const userData = await copyOfWhole()
    await damage(userData, ['CURRENT', 'deleted'])
    const { page } = await openOn(userData)
    await roomOpens(page, whole.seed)
    expect(await databaseRows(page)).toEqual(rows)
    expect(await page.getByText(REBUILT).count()).toBe(0)
  })

  it('is agreed with at the next start, when nothing more is told', async () => {
    const userData = await copyOfWhole()
    await damage(userData, ['log', 'flipped'])
    const first = await openOn(userData)
    await first.page.getByText(REBUILT).waitFor()
    await first.close()
    const { page } = await openOn(userData)
    await roomOpens(page, whole.seed)
    expect(await page.getByText(REBUILT).count()).toBe(0)
    await expectAgreement(page, userData)
  })
})

describe('half of the data missing', () => {
  it('no database: it is rebuilt from the journal, and the user is told', async () => {
    const userData = await copyOfWhole()
    await rm(path.join(userData, INDEXED_DB), { recursive: true })
    const { page } = await openOn(userData)
    await page.getByText(REBUILT).waitFor()
    await roomOpens(page, whole.seed)
    expect(await databaseRows(page)).toEqual(rows)
  })

  it('no journal: it is written again from the database, and the user is told', async () => {
    const userData = await copyOfWhole()
    await rm(path.join(userData, 'journal'), { recursive: true })
    const { page } = await openOn(userData)
    await page.getByText('Se completó con lo que conservaba la base de datos').waitFor()
    await roomOpens(page, whole.seed)
    expect(await factsShown(page)).toBe(whole.seed.facts)
    expect(await databaseRows(page)).toEqual(rows)
    await expectAgreement(page, userData)
  })

  it('neither: it is a first start, and nothing pretends to be there', async () => {
    const userData = await copyOfWhole()
    await rm(path.join(userData, 'journal'), { recursive: true })
    await rm(path.join(userData, INDEXED_DB), { recursive: true })
    const { page } = await openOn(userData)
    await page.getByRole('button', { name: /ejemplo/i }).waitFor()
    expect(await databaseRows(page)).toEqual({})
    expect(await journalRecords(userData)).toEqual([])
  })
})

describe('copies', () => {
  it('an older database put back is brought up to date without a word', async () => {
    const userData = await copyOfWhole()
    const { page, close } = await openOn(userData)
    await roomOpens(page, whole.seed)
    for (const key of ['ArrowDown', 'f', 'ArrowDown', 'ArrowDown', 'c']) await page.keyboard.press(key)
    await page.waitForSelector(`[data-save-seq="${whole.seed.headSeq + 2}"]`)
    await close()
    await rm(path.join(userData, INDEXED_DB), { recursive: true })
    await cp(path.join(whole.userData, INDEXED_DB), path.join(userData, INDEXED_DB), { recursive: true })
    const after = await openOn(userData)
    await roomOpens(after.page, whole.seed)
    expect(await factsShown(after.page)).toBe(whole.seed.facts + 2)
    await expectAgreement(after.page, userData)
    expect(await after.page.getByText(REBUILT).count()).toBe(0)
  })

  it('a profile copied while votes are typed opens to something whole', async () => {
    const userData = await copyOfWhole()
    const { page, close } = await openOn(userData)
    await roomOpens(page, whole.seed)
    const copy = await dataFolder()
    const typing = (async () => {
      for (let vote = 0; vote < 40; vote += 1) {
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press(vote % 2 === 0 ? 'f' : 'c')
      }
    })()
    await page.waitForSelector('[data-save-seq]')
    const acknowledged = Number(await page.locator('[data-save-seq]').getAttribute('data-save-seq'))
    await cp(userData, copy, { recursive: true, filter: (source) => !source.includes('Singleton') })
    await typing
    await close()
    const copied = await openOn(copy)
    await roomOpens(copied.page, whole.seed)
    const records = await journalRecords(copy)
    expect(records.length).toBeGreaterThanOrEqual(acknowledged)
    expect(await factsShown(copied.page)).toBe(whole.seed.facts + records.length - whole.seed.headSeq)
    await expectAgreement(copied.page, copy)
  })
})
