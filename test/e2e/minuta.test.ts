import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { readZip } from '../helpers/read-zip'
import { expectAccessible, goTo, openApp, openExample, press } from './app'

let launched: LaunchedApp
let session: string
let folder: string

const paper = () => launched.page.getByRole('article')
const paperText = () => paper().innerText()

/** How many change sets the header says are on disk. */
async function savedSeq(): Promise<number> {
  return Number(await launched.page.locator('[data-save-state="saved"]').getAttribute('data-save-seq'))
}

/** Sets the focus on the passage that says something. */
async function toPassage(text: RegExp): Promise<void> {
  const passage = launched.page.locator('[data-passage]').filter({ hasText: text })
  await passage.getByRole('button', { name: /^Reescribir/ }).focus()
}

async function names(): Promise<readonly string[]> {
  const rows = launched.page.getByRole('region', { name: 'Orden de firmas' }).getByRole('listitem')
  return rows.evaluateAll((items) => items.map((item) => item.querySelector('span')?.textContent ?? ''))
}

/** Saves with a shortcut and gives the bytes of the file that the screen says was written. */
async function saved(shortcut: string, extension: string): Promise<Buffer> {
  const { page } = launched
  await page.keyboard.press(shortcut)
  const status = page.getByText(new RegExp(`^Se guardó .+\\.${extension} en `))
  await status.waitFor({ timeout: 60_000 })
  const said = (await status.textContent()) ?? ''
  return readFile(said.slice(said.indexOf(' en ') + 4))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-minuta-'))
  launched = await openApp()
  session = await openExample(launched.page)
  await launched.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = async (...args: readonly unknown[]) => {
      const proposed = String(Reflect.get(Object(args.at(-1)), 'defaultPath'))
      return { canceled: false, filePath: `${target}/${proposed.split(/[\\/]/).at(-1)}` }
    }
  }, folder)
  await goTo(launched.page, `${session}/minuta`)
  await paper().waitFor()
})

afterAll(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the minuta on screen', () => {
  it('shows the document in the order of the real ones', async () => {
    const text = await paperText()
    const order = [
      'Fecha:',
      'Lista de Asistencia',
      'Orden del Día',
      'Desarrollo de la Sesión',
      'Punto 9:',
      'HOJA DE FIRMAS',
    ]
    const places = order.map((part) => text.indexOf(part))
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
    expect(text).toContain(
      'Acto seguido, el orden del día fue aprobado por unanimidad por los miembros del Comité.',
    )
    await expectAccessible(launched)
  })

  it('rewrites a passage from the keyboard, keeps it through a change of tab, and takes it back', async () => {
    const { page } = launched
    const before = await savedSeq()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Texto del párrafo' })
    expect(await field.inputValue()).toMatch(
      /^El licenciado Edmundo Jacobo Molina, Presidente del Comité, dio inicio/,
    )
    await expectAccessible(launched)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Dio inicio la sesión.')
    await goTo(page, `${session}/acuerdos`)
    await page.getByRole('heading', { name: /^Acuerdos/ }).waitFor()
    await goTo(page, `${session}/minuta`)
    expect(await field.inputValue()).toBe('Dio inicio la sesión.')
    expect(await savedSeq()).toBe(before)
    await field.focus()
    await page.keyboard.press('Control+Enter')
    await page.getByText('reescrito', { exact: false }).first().waitFor()
    expect(await savedSeq()).toBe(before + 1)
    expect(await paperText()).toContain('Dio inicio la sesión.')
    await page.getByRole('button', { name: 'Deshacer' }).last().click()
    await expect
      .poll(paperText)
      .toContain('El licenciado Edmundo Jacobo Molina, Presidente del Comité, dio inicio')
  })

  it('writes nothing when rewriting is left with Esc', async () => {
    const { page } = launched
    const before = await savedSeq()
    await toPassage(/^Nadie propuso asuntos/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Algo más')
    await page.keyboard.press('Escape')
    await expect.poll(paperText).toContain('Nadie propuso asuntos adicionales.')
    expect(await savedSeq()).toBe(before)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Reescribir: Nadie/,
    )
  })

  it('leaves a passage out, lists it below, and brings it back', async () => {
    const { page } = launched
    await toPassage(/^Nadie propuso asuntos/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+Enter')
    const out = page.getByRole('region', { name: 'Párrafos que no se imprimen' })
    await out.waitFor()
    expect(await paperText()).not.toContain('Nadie propuso')
    await out.getByRole('button').click()
    await page.getByRole('button', { name: 'Volver al texto generado' }).click()
    await expect.poll(paperText).toContain('Nadie propuso asuntos adicionales.')
  })

  it('orders the signatures with keys and by dragging, on the sheet at once', async () => {
    const { page } = launched
    const [first, second, third] = await names()
    await page.getByRole('button', { name: new RegExp(`^${second}, firma`) }).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(names).toEqual([second, first, third, ...(await names()).slice(3)])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second)
    const sheet = async () => (await paper().locator('ul li strong').allInnerTexts()).slice(0, 3)
    await expect.poll(sheet).toEqual([second, first, third])
    const rows = page.getByRole('region', { name: 'Orden de firmas' }).getByRole('listitem')
    await rows.nth(0).dragTo(rows.nth(1))
    await expect.poll(sheet).toEqual([first, second, third])
  })
})

describe('the minuta as a file', () => {
  it('is saved as DOCX, which says what the screen says', async () => {
    const files = readZip(await saved('Control+D', 'docx'))
    const text = (files.get('word/document.xml') ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
    const shown = (await paperText()).split('\n').map((line) => line.trim())
    const sentences = shown.filter((line) => line.length > 60 && line.endsWith('.'))
    expect(sentences.length).toBeGreaterThan(25)
    for (const sentence of sentences) expect(text.toUpperCase()).toContain(sentence.toUpperCase())
  })

  it('is saved as tagged PDF with letter pages', async () => {
    const pdf = await saved('Control+P', 'pdf')
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toMatch(/\/MarkInfo|\/StructTreeRoot/)
    expect(text).toMatch(/\/MediaBox \[0 0 61[12](\.\d+)? 79[12](\.\d+)?\]/)
    await expectAccessible(launched)
  })
})

describe('a rewritten passage whose facts are taken back', () => {
  it('is kept and listed for review, and returns with its facts', async () => {
    const { page } = launched
    await toPassage(/concluyó la sesión/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Sin más asuntos, se levantó la sesión.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Se guardó el párrafo reescrito.').waitFor()
    await goTo(page, `${session}/sala`)
    await page.locator('[data-facts]').waitFor()
    await press(page, 'Control+z')
    await goTo(page, `${session}/minuta`)
    await page.getByText('1 párrafo por revisar').waitFor()
    expect(await paperText()).toContain('BORRADOR. La sesión no ha concluido.')
    expect(await paperText()).not.toContain('se levantó la sesión')
    await page.getByText('Se retiraron los hechos de «Sin más asuntos, se levantó la sesión.»').waitFor()
    await expectAccessible(launched)
    await goTo(page, `${session}/sala`)
    await page.locator('[data-facts]').waitFor()
    await press(page, 'Control+Shift+Z')
    await goTo(page, `${session}/minuta`)
    await expect.poll(paperText).toContain('Sin más asuntos, se levantó la sesión.')
    expect(await page.getByText('por revisar').count()).toBe(0)
  })
})
