import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  expectAgreement,
  factsShown,
  journalRecords,
  killAll,
  openOn,
  roomOpens,
  rowsLeftBy,
  seededProfile,
} from '../helpers/e2e-profile'

const KILLS = 10
const LETTERS_UNDER_WAY = 4

/** Notes every record number that the badge shows as saved, as soon as it is shown. */
async function watchSaves(page: Page) {
  const seen: number[] = []
  let waiting: { readonly count: number; readonly go: () => void } | null = null
  await page.exposeFunction('noteSave', (seq: number) => {
    seen.push(seq)
    if (waiting !== null && seen.length >= waiting.count) waiting.go()
  })
  await page.evaluate(() => {
    const note = Reflect.get(window, 'noteSave') as (seq: number) => void
    let last = 0
    new MutationObserver(() => {
      const seq = Number(document.querySelector('[data-save-seq]')?.getAttribute('data-save-seq') ?? 0)
      if (seq > last) note(seq)
      last = Math.max(last, seq)
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
  return {
    seen,
    reach: (count: number) =>
      new Promise<void>((go) => {
        waiting = { count, go }
      }),
  }
}

/** Votes for one seat after another, as fast as keys go, until the app is gone; counts the votes typed. */
async function typeVotes(page: Page): Promise<number> {
  for (let typed = 0; ; typed += 1) {
    try {
      for (let down = 0; down <= typed % 7; down += 1) await page.keyboard.press('ArrowDown')
      await page.keyboard.press(typed % 2 === 0 ? 'f' : 'c')
    } catch {
      return typed
    }
  }
}

/** Marks that the room shows for the seats with a vote, in their order. */
function marksShown(page: Page): Promise<readonly string[]> {
  return page
    .locator('section[aria-label="Asistencia y votos"] ul')
    .first()
    .locator('li > span:last-child')
    .evaluateAll((cells) => cells.map((cell) => cell.querySelector('[title]')?.getAttribute('title') ?? ''))
}

const WORDS: Readonly<Record<string, string>> = { yes: 'a favor', no: 'en contra' }

/** Marks that the facts in the journal call for. */
async function marksStored(userData: string): Promise<readonly string[]> {
  const tables = rowsLeftBy(await journalRecords(userData))
  const last = new Map<string, string>()
  const facts = Object.values(tables.facts ?? {}) as { seq: number; body: Record<string, string> }[]
  for (const { body } of facts.sort((a, b) => a.seq - b.seq)) {
    if (body.kind === 'vote-opened') last.clear()
    if (body.kind === 'ballot') last.set(body.attendeeId ?? '', WORDS[body.option ?? ''] ?? '')
  }
  const attendees = Object.values(tables.attendees ?? {}) as { id: string; order: number; hasVote: boolean }[]
  return attendees
    .filter(({ hasVote }) => hasVote)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => last.get(id) ?? '')
}

describe('kill -9 of every process while votes are typed', () => {
  it(`loses nothing that the screen showed as saved, in ${KILLS} kills, and opens where it was`, async () => {
    const { userData, seed } = await seededProfile()
    let acknowledged = seed.headSeq
    let shown = 0
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const launched = await openOn(userData)
      const { page } = launched
      await roomOpens(page, seed)
      const records = await journalRecords(userData)
      expect(records.length).toBeGreaterThanOrEqual(acknowledged)
      expect(await factsShown(page)).toBe(Object.keys(rowsLeftBy(records).facts ?? {}).length)
      expect(await page.locator('[aria-current="step"]').innerText()).toContain(seed.point.title)
      expect(await page.getByTestId('running-vote').count()).toBe(1)
      expect(await marksShown(page)).toEqual(await marksStored(userData))
      await expectAgreement(page, userData)
      if (kill === KILLS) break
      const saves = await watchSaves(page)
      const reached = saves.reach(2 + kill)
      const typing = typeVotes(page)
      await reached
      await sleep(kill * 3)
      await killAll(launched)
      await typing
      acknowledged = Math.max(...saves.seen)
      shown += saves.seen.length
      // The lock of the dead process is still there, and must not keep the next one out.
      expect((await lstat(path.join(userData, 'SingletonLock'))).isSymbolicLink()).toBe(true)
    }
    expect(shown).toBeGreaterThan(KILLS * 2)
  })
})

describe('a half-typed intervention', () => {
  it('is there again after kill -9, marked as not saved, and is no fact', async () => {
    const { userData, seed } = await seededProfile()
    const before = await openOn(userData)
    await roomOpens(before.page, seed)
    await before.page.keyboard.press('F2')
    await before.page.keyboard.type('JT')
    await before.page.getByLabel('Qué dice').focus()
    const typed = 'que la migración del portal quedará lista en dic'
    await before.page.keyboard.type(typed)
    await killAll(before)
    const { page } = await openOn(userData)
    await roomOpens(page, seed)
    expect(await factsShown(page)).toBe(seed.facts)
    await page.keyboard.press('F2')
    const restored = await page.getByLabel('Qué dice').inputValue()
    expect(typed.startsWith(restored)).toBe(true)
    // The last letters may still have been on their way when the power went.
    expect(restored.length).toBeGreaterThan(typed.length - LETTERS_UNDER_WAY)
    expect(await page.getByLabel('Quién').inputValue()).toBe('JT')
    expect(await page.getByRole('form', { name: 'Intervención' }).innerText()).toContain(
      'todavía no está guardado',
    )
  })
})

describe('part of the app dies while votes are typed', () => {
  it.each(['renderer', 'GPU', 'Utility'])(
    '%s: the room is there again with every saved fact',
    async (kind) => {
      const { userData, seed } = await seededProfile()
      const launched = await openOn(userData)
      const { app, page } = launched
      await roomOpens(page, seed)
      const saves = await watchSaves(page)
      const reached = saves.reach(5)
      const typing = typeVotes(page)
      await reached
      await app.evaluate(({ app: electron, BrowserWindow }, dying) => {
        if (dying === 'renderer') BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
        for (const { type, pid } of electron.getAppMetrics()) if (type === dying) process.kill(pid, 'SIGKILL')
      }, kind)
      // Only the page takes the keyboard with it: with the rest, votes go on.
      const least = seed.facts + saves.seen.length + (kind === 'renderer' ? 0 : 3)
      await app.evaluate(async ({ BrowserWindow }, least) => {
        const [window] = BrowserWindow.getAllWindows()
        const facts = `Number(document.querySelector('[data-facts]')?.dataset.facts ?? 0)`
        for (;;) {
          const answer = window?.webContents.executeJavaScript(facts)
          // A page that dies meanwhile never answers.
          const never = new Promise((resolve) => setTimeout(resolve, 500, 0))
          const shown = Number(await Promise.race([answer, never]).catch(() => 0))
          if (shown >= least) return
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }, least)
      if (kind !== 'renderer') await launched.close()
      else await killAll(launched)
      await typing
      const records = await journalRecords(userData)
      expect(records.length).toBeGreaterThanOrEqual(Math.max(...saves.seen))
    },
  )
})
