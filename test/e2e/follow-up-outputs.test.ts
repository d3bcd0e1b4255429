import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { axeFindings, expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp
let folder: string
let session: string

/** Answers every dialog with the test's folder, under the name that the app suggests. */
async function answerDialogs(): Promise<void> {
  await launched.app.evaluate(({ dialog }, target) => {
    const save = async (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => ({
      canceled: false,
      filePath: `${target}/${defaultPath.split(/[/\\]/).pop()}`,
    })
    const open = async () => ({ canceled: false, filePaths: [target] })
    Object.defineProperty(dialog, 'showSaveDialog', { value: save, configurable: true })
    Object.defineProperty(dialog, 'showOpenDialog', { value: open, configurable: true })
  }, folder)
}

/** Keeps what the desktop would be told, on machines that show no notices too. */
async function hearNotices(): Promise<void> {
  await launched.app.evaluate(({ Notification }) => {
    const heard: string[] = []
    Object.assign(globalThis, { heardNotices: heard })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: { title: string }) {
      heard.push(this.title)
    }
  })
}

const heardNotices = () =>
  launched.app.evaluate(() => (globalThis as unknown as { heardNotices: readonly string[] }).heardNotices)

async function fileNamed(shape: RegExp): Promise<string> {
  const find = async () => (await readdir(folder)).find((name) => shape.test(name)) ?? ''
  await expect.poll(find, { timeout: 20_000 }).toMatch(shape)
  return join(folder, await find())
}

/** Opens a file as an área would: in a window of its own, from the disk, without the app around it. */
async function openFromDisk(file: string): Promise<Page> {
  const opened = launched.app.waitForEvent('window')
  await launched.app.evaluate(
    ({ BrowserWindow, session }, { url, target }) => {
      const area = session.fromPartition('area')
      area.on('will-download', (_event, item) => item.setSavePath(`${target}/${item.getFilename()}`))
      const window = new BrowserWindow({
        width: 900,
        height: 900,
        webPreferences: { session: area, sandbox: true },
      })
      void window.loadURL(url)
    },
    { url: pathToFileURL(file).href, target: folder },
  )
  const page = await opened
  await page.waitForLoadState('load')
  return page
}

const main = () => launched.page

/** How many open items name a code, in the list of the follow-up. */
function openItems(code: string): Promise<number> {
  return main().getByRole('row').filter({ hasText: code }).count()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-outputs-'))
  launched = await openApp()
  await answerDialogs()
  await hearNotices()
  session = await openExample(main())
})

afterAll(async () => {
  await launched?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the desktop', () => {
  it('is told once a day what is overdue', async () => {
    await expect.poll(heardNotices).toEqual(['Seguimiento: 2 asuntos vencidos'])
    await main().reload()
    await main().getByText('2 vencidos').waitFor({ state: 'attached' })
    expect(await heardNotices()).toHaveLength(1)
  })
})

describe('the report of a session', () => {
  it('says the 6 pending and 3 fulfilled of 15-nov-2017, and is accessible', async () => {
    await goTo(main(), `${session}/preparacion`)
    await main()
      .getByRole('button', { name: /Seguimiento de los acuerdos|seguimiento de acuerdos/i })
      .first()
      .click()
    await main()
      .getByRole('link', { name: /Componer el informe/ })
      .click()
    const article = main().getByRole('article')
    await article.waitFor()
    expect(await article.innerText()).toContain(
      'Después de la sesión del 30 de agosto de 2017 quedaron pendientes 6 puntos, de los cuales 3 ya se cumplieron y 3 siguen pendientes.',
    )
    await expectAccessible(launched)
  })

  it('is saved as DOCX, PDF, workbook and CSV', async () => {
    await main().keyboard.press('Control+d')
    expect((await readFile(await fileNamed(/\.docx$/))).subarray(0, 2).toString()).toBe('PK')
    await main().keyboard.press('Control+p')
    expect((await readFile(await fileNamed(/\.pdf$/))).subarray(0, 5).toString()).toBe('%PDF-')
    for (const kind of ['xlsx', 'csv']) {
      await main().getByRole('button', { name: 'Guardar hoja de cálculo' }).click()
      await main()
        .getByRole('menuitem', { name: new RegExp(`\\.${kind}`) })
        .click()
      await fileNamed(new RegExp(`\\.${kind}$`))
    }
    const [sheet] = await readExcelFile(await fileNamed(/\.xlsx$/))
    const parts = (sheet?.data ?? []).slice(1).map(([part]) => part)
    expect(parts.filter((part) => part === 'Cumplido')).toHaveLength(3)
    expect(parts.filter((part) => part === 'Sigue pendiente')).toHaveLength(3)
    expect(await readFile(await fileNamed(/\.csv$/), 'utf8')).toMatch(/^\ufeffEn el informe,Clave,/)
  })
})

describe('the report as an annex', () => {
  const annexes = () => main().getByRole('button', { name: /^(?!Quitar).*\.(docx|pdf)$/ })

  async function openPoint(): Promise<void> {
    await goTo(main(), `${session}/preparacion`)
    await main()
      .getByRole('button', { name: /seguimiento de (los )?acuerdos/i })
      .first()
      .click()
  }

  it('lands on its point with one action, once however often, and one undo takes it off', async () => {
    await main().keyboard.press('Control+j')
    await main()
      .getByText(/El informe quedó adjunto al punto \d+, en DOCX y PDF/)
      .waitFor()
    await main().getByText('Ya está adjunto').waitFor()
    await expectAccessible(launched)
    await main()
      .getByRole('button', { name: /Adjuntar al punto/ })
      .click()
    await main()
      .getByText(/El informe quedó adjunto/)
      .nth(1)
      .waitFor()
    await openPoint()
    await expect.poll(() => annexes().count()).toBe(2)
    for (const left of [2, 0]) {
      await main().getByRole('button', { name: 'Deshacer' }).last().click()
      await expect.poll(() => annexes().count()).toBe(left)
    }
  })
})

describe('what goes to the áreas', () => {
  it('is an e-mail, a calendar, a form and an oficio for each, in one folder', async () => {
    await goTo(main(), '/seguimiento/salidas/areas')
    await main().getByLabel('Para').fill('unicom@ejemplo.mx')
    await main().getByLabel('Para').press('Tab')
    await expectAccessible(launched)
    await main()
      .getByRole('button', { name: /Guardar todo/ })
      .click()
    const mail = await readFile(await fileNamed(/UNICOM.*\.eml$/), 'utf8')
    expect(mail).toContain('<unicom@ejemplo.mx>')
    expect(await readFile(await fileNamed(/UNICOM.*\.ics$/), 'utf8')).toContain('DUE;VALUE=DATE:20171115')
    await fileNamed(/UTTyPDP.*\.html$/)
    expect((await readFile(await fileNamed(/Oficio.*UTTyPDP.*\.docx$/))).subarray(0, 2).toString()).toBe('PK')
  })

  it('is an oficio too, with its number and its last day, as DOCX and PDF', async () => {
    const oficio = main().getByRole('region', { name: 'Oficio' })
    await oficio.getByLabel('Responder a más tardar').fill('2017-01-01')
    await oficio.getByText('Es anterior a hoy.').waitFor()
    expect(await oficio.getByRole('button', { name: 'Oficio (.pdf)' }).isDisabled()).toBe(true)
    await oficio.getByLabel('Responder a más tardar').fill('2099-12-01')
    await oficio.getByLabel('Número').fill('INE/ST/045/2017')
    await expectAccessible(launched)
    await oficio.getByRole('button', { name: 'Oficio (.pdf)' }).click()
    expect((await readFile(await fileNamed(/Oficio.*\.pdf$/))).subarray(0, 5).toString()).toBe('%PDF-')
    await oficio.getByRole('button', { name: 'Oficio (.docx)' }).click()
    await main()
      .getByText(/Se guardó en .*Oficio.*\.docx/)
      .waitFor()
  })
})

describe('the form', () => {
  let form: Page

  it('opens from the disk, is accessible, and says what is missing', async () => {
    form = await openFromDisk(await fileNamed(/UNICOM.*\.html$/))
    expect(await axeFindings(launched.app, form)).toEqual([])
    await form.getByRole('button', { name: 'Guardar respuestas' }).click()
    expect(await form.locator('#who-error').innerText()).toBe('Escriba quién responde.')
    expect(await form.evaluate(() => document.activeElement?.id)).toBe('who')
  })

  it('saves what was answered and copies it as text', async () => {
    await form.getByLabel(/^Nombre/).fill('Jorge Torres «ñ» </script>')
    const portal = form.locator('section.item').filter({ hasText: 'SEG-2017-002' })
    await portal.getByLabel('Cumplido').check()
    await portal.getByLabel('Qué se hizo o qué falta').fill('=El dominio ya redirige.')
    await form.getByRole('button', { name: 'Guardar respuestas' }).click()
    const saved: unknown = JSON.parse(await readFile(await fileNamed(/^respuestas-UNICOM.*\.json$/), 'utf8'))
    expect(saved).toMatchObject({ area: 'UNICOM', answers: [{ code: 'SEG-2017-002', state: 'fulfilled' }] })
    await form.getByRole('button', { name: 'Copiar para un correo' }).click()
    const text = await form.locator('#paste').inputValue()
    expect(text).toContain('-----FIN QUORUM-----')
    await writeFile(join(folder, 'correo.txt'), text.replace(/^/gm, '> '))
  })

  it('runs nothing but itself and reaches nothing', async () => {
    const blocked = await form.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      document.body.append(script)
      const reached = await fetch('https://example.org').then(
        () => true,
        () => false,
      )
      return !reached && !('intruder' in window)
    })
    expect(blocked).toBe(true)
    await form.close({ runBeforeUnload: false })
  })
})

describe('the answers', () => {
  it('show what they would change, land on the right item, and go back with one undo', async () => {
    await goTo(main(), '/seguimiento/salidas/respuestas')
    await main()
      .locator('input[type=file]')
      .setInputFiles(await fileNamed(/^respuestas-.*\.json$/))
    const row = main().getByRole('row').filter({ hasText: 'SEG-2017-002' })
    expect(await row.innerText()).toMatch(
      /lista[\s\S]*pendiente → cumplido[\s\S]*«=El dominio ya redirige\.»/,
    )
    await expectAccessible(launched)
    await main().getByRole('button', { name: 'Registrar 1 respuesta' }).click()
    await expect.poll(() => row.innerText()).toContain('ya recibida')
    await goTo(main(), '/seguimiento')
    await main().getByRole('row').filter({ hasText: 'SEG-2017-003' }).waitFor()
    expect(await openItems('SEG-2017-002')).toBe(0)
    await main().getByRole('button', { name: 'Deshacer' }).last().click()
    await expect.poll(() => openItems('SEG-2017-002')).toBe(1)
  })

  it('are read from a quoted e-mail too, and a broken one changes nothing', async () => {
    await goTo(main(), '/seguimiento/salidas/respuestas')
    const text = await readFile(join(folder, 'correo.txt'), 'utf8')
    const box = main().getByLabel('Texto del correo')
    for (const pasted of [text, text.slice(0, -200)]) {
      await box.fill(pasted)
      await main().getByRole('button', { name: 'Leer el texto' }).click()
    }
    await main().getByRole('alert').filter({ hasText: 'El texto está incompleto' }).waitFor()
    const row = main().getByRole('row').filter({ hasText: 'SEG-2017-002' })
    expect(await row.innerText()).toContain('lista')
  })
})
