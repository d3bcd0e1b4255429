import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import type { JournalRecord } from '../../shared/journal'
import { dropPacket } from '../helpers/drop-packet'
import { dataFolder, expectAgreement, journalRecords, openOn, rowsLeftBy } from '../helpers/e2e-profile'
import { journalPacket } from '../helpers/journal-packet'
import { encrypted, samplePacket } from '../helpers/sample-packet'
import { expectAccessible, goTo, openExample } from './app'

const DROP_HERE = 'Suelte aquí el expediente'
const IMPORTED = 'Se importó el expediente'
const NOTHING_CHANGED = 'No se cambió nada en este equipo'
const ANNEX = Buffer.from('%PDF-1.7\n% un anexo que viaja\n'.repeat(5_000))
const ANNEX_HASH = createHash('sha256').update(ANNEX).digest('hex')

interface Origin {
  readonly records: readonly JournalRecord[]
  readonly bodyId: string
  readonly sessionId: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

let origin: Origin

/** Gives the first point of the session an annex, which the packet carries. */
function withAnnex(lines: readonly string[]): readonly string[] {
  let given = false
  return lines.map((line) => {
    const record = JSON.parse(line) as { table?: string; row?: { attachments?: unknown[] } }
    if (given || record.table !== 'points' || !record.row?.attachments) return line
    given = true
    record.row.attachments = [
      {
        mediaType: 'application/pdf',
        name: 'proyecto.pdf',
        sha256: ANNEX_HASH,
        size: ANNEX.length,
      },
    ]
    return JSON.stringify(record)
  })
}

/** A packet of the example session, as another laptop would have made it. */
beforeAll(async () => {
  const folder = await dataFolder()
  const { page, close } = await openOn(folder)
  const address = await openExample(page)
  await page.waitForSelector('[data-save-seq]')
  const records = await journalRecords(folder)
  await close()
  const bodyId = Object.keys(rowsLeftBy(records).bodies ?? {})[0] ?? ''
  const sessionId = address.split('/')[2] ?? ''
  const files = { 'data/anexos/punto-01/01-proyecto.pdf': ANNEX }
  origin = { records, bodyId, sessionId, bytes: journalPacket(records, bodyId, { files, edit: withAnnex }) }
})

async function emptyApp(): Promise<LaunchedApp & { readonly folder: string }> {
  const folder = await dataFolder()
  return { ...(await openOn(folder)), folder }
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Traer un respaldo o expediente' }).waitFor()
  await goTo(page, '/importar')
  await page.getByText(DROP_HERE).waitFor()
}

async function importAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Importar \d/ }).click()
  await page.getByText(IMPORTED).first().waitFor()
}

/** Rows without the bookkeeping of imports. */
function content(records: readonly JournalRecord[]): unknown {
  const { origins, packets, ...rows } = rowsLeftBy(records)
  return rows
}

describe('a whole body', () => {
  it('comes to an empty computer with its annexes, and one undo takes all of it back', async () => {
    const { app, page, folder } = await emptyApp()
    await page.getByRole('button', { name: 'Traer un respaldo o expediente' }).click()
    await page.getByText(DROP_HERE).waitFor()
    await expectAccessible({ app, page })
    await dropPacket(page, origin.bytes, 'CGyPE.quorum.zip')
    const verdict = page.getByRole('region', { name: 'Comprobación del expediente' })
    expect(await verdict.innerText()).toMatch(
      /Completo[\s\S]*Válido[\s\S]*Firmado, sin comparar[\s\S]*[0-9A-F]{4} /,
    )
    await expectAccessible({ app, page })
    await importAll(page)
    await expectAccessible({ app, page })
    const imported = await journalRecords(folder)
    expect(imported).toHaveLength(1)
    const { points, ...rest } = content(imported) as Record<string, unknown>
    const { points: sent, ...expected } = content(origin.records) as Record<string, unknown>
    expect(rest).toEqual(expected)
    expect(JSON.stringify(points)).toContain(ANNEX_HASH)
    expect(Object.keys(points as object)).toEqual(Object.keys(sent as object))
    await expectAgreement(page, folder)
    await page.getByRole('button', { name: 'Deshacer' }).click()
    await page.getByText('Todo quedó como estaba').waitFor()
    expect(rowsLeftBy(await journalRecords(folder))).toEqual({})
  })

  it('is opened where it came, its annex readable, and changes nothing the second time', async () => {
    const { page, folder } = await emptyApp()
    await openImport(page)
    await dropPacket(page, origin.bytes, 'CGyPE.quorum.zip')
    await importAll(page)
    const stored = await page.evaluate(async (hash) => {
      const answer = await fetch(`app://quorum/adjunto/${hash}`)
      return (await answer.arrayBuffer()).byteLength
    }, ANNEX_HASH)
    expect(stored).toBe(ANNEX.length)
    await page.getByRole('button', { name: 'Ver lo que llegó' }).click()
    await page.waitForFunction(() => location.hash === '#/sesiones')
    await page.getByText('Segunda sesión ordinaria').first().waitFor()
    const before = await journalRecords(folder)
    await dropPacket(page, origin.bytes, 'CGyPE.quorum.zip')
    await page.getByText('Ya está todo aquí').waitFor()
    expect(await page.getByText('Con la misma clave que los expedientes anteriores').count()).toBe(1)
    expect(await page.getByRole('button', { name: /^Importar/ }).isDisabled()).toBe(true)
    expect(await journalRecords(folder)).toEqual(before)
  })
})

describe('a packet of somebody else', () => {
  it('with another key than before is not taken without saying so', async () => {
    const { app, page } = await emptyApp()
    await openImport(page)
    await dropPacket(page, origin.bytes, 'uno.quorum.zip')
    await page.getByLabel('Importar todo lo nuevo').uncheck()
    await page.getByLabel(/^Importar órgano/).check()
    await importAll(page)
    await dropPacket(page, journalPacket(origin.records, origin.bodyId, { signer: 2 }), 'dos.quorum.zip')
    await page.getByRole('alert').filter({ hasText: 'La firma no es la de antes' }).waitFor()
    await expectAccessible({ app, page })
    const button = page.getByRole('button', { name: /^Importar/ })
    expect(await button.isDisabled()).toBe(true)
    await page.getByLabel('Hablé con quien lo envió').check()
    expect(await button.isDisabled()).toBe(false)
    await dropPacket(page, journalPacket(origin.records, origin.bodyId, { signer: null }), 'tres.quorum.zip')
    await page.getByRole('alert').filter({ hasText: 'Antes venía firmado y este no' }).waitFor()
  })
})

describe('a public packet', () => {
  it('is verified, and says that there is nothing to take in', async () => {
    const { page } = await emptyApp()
    await openImport(page)
    await dropPacket(page, samplePacket(), 'publico.quorum.zip')
    await page.getByText('Este expediente es público').waitFor()
    expect(await page.getByText('Completo', { exact: true }).count()).toBe(1)
    expect(await page.getByRole('button', { name: /^Importar/ }).count()).toBe(0)
  })
})

describe('an encrypted packet', () => {
  it('asks for its passphrase until it is right, by keyboard alone', async () => {
    const { app, page } = await emptyApp()
    await openImport(page)
    await dropPacket(page, await encrypted(origin.bytes, 'cañón', 12), 'CGyPE.quorum.zip.age')
    const input = page.getByLabel('Contraseña', { exact: true })
    await input.waitFor()
    await page.keyboard.type('canon')
    await page.keyboard.press('Enter')
    await page.getByText('No es esa').waitFor()
    await expectAccessible({ app, page })
    await input.fill('cañón')
    await page.keyboard.press('Enter')
    await page.getByText('Cifrado', { exact: true }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(IMPORTED).first().waitFor()
  })
})

describe('what is no packet', () => {
  it('is refused in words, whatever door it came through, and nothing is written', async () => {
    const folder = await dataFolder()
    const file = path.join(folder, 'cortado.quorum.zip')
    await writeFile(file, origin.bytes.slice(0, -500))
    const { app, page } = await openOn(await dataFolder(), { args: [file] })
    await page.getByText(NOTHING_CHANGED).waitFor()
    await expectAccessible({ app, page })
    const changed = new Uint8Array(origin.bytes)
    const at = Buffer.from(changed).indexOf('%PDF-1.7')
    changed[at + 2] = 0x41
    for (const [bytes, name, said] of [
      [new Uint8Array(Buffer.from('hola')), 'x.quorum', 'No es un expediente'],
      [changed, 'cambiado.zip', 'Está dañado o incompleto'],
      [
        journalPacket(origin.records, origin.bodyId, {
          edit: ([header = '', ...rest]) => [header.replace(/"schema":\d+/, '"schema":99'), ...rest],
        }),
        'nuevo.quorum.zip',
        'Es de una versión más nueva',
      ],
      [
        journalPacket(origin.records, origin.bodyId, { edit: (lines) => lines.slice(0, -1) }),
        'menos.quorum.zip',
        'Sus registros no se entienden',
      ],
    ] as const) {
      await dropPacket(page, bytes, name)
      await page.getByText(`: «${name}»`).waitFor()
      expect(await page.getByRole('alert').innerText()).toContain(`${said}: «${name}»`)
      expect(await page.getByText(NOTHING_CHANGED).count()).toBe(1)
    }
    expect(await journalRecords(folder).catch(() => [])).toEqual([])
  })
})
