import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { renderReader } from '../../shared/packet'
import { backupView, exampleView, largeView, readerView, secondVersion } from '../helpers/reader-view'
import { axeFindings, openApp } from './app'

let launched: LaunchedApp
let folder: string

const NOTES = 'notas-segunda-sesion-ordinaria-2017'
const HOSTILE_NOTE = 'Preguntar </script><img src=x onerror="window.intruder = true"> \u202e\u2028 fin'

interface Opening {
  /** What the window of a member keeps apart from that of another. */
  readonly member?: string
  readonly javascript?: boolean
  readonly size?: { readonly width: number; readonly height: number }
}

/** Opens a page as a member would: from the disk, in a plain window, without the app around it. */
async function openFromDisk(name: string, opening: Opening = {}): Promise<Page> {
  const { member = 'miembro', javascript = true, size = { width: 1366, height: 768 } } = opening
  const opened = launched.app.waitForEvent('window')
  await launched.app.evaluate(
    ({ BrowserWindow, session }, { url, target, partition, scripts, width, height }) => {
      const own = session.fromPartition(partition)
      own.on('will-download', (_event, item) => item.setSavePath(`${target}/${item.getFilename()}`))
      const webPreferences = { session: own, sandbox: true, javascript: scripts }
      const window = new BrowserWindow({ width, height, useContentSize: true, webPreferences })
      void window.loadURL(url)
    },
    {
      url: pathToFileURL(join(folder, name)).href,
      target: folder,
      partition: member,
      scripts: javascript,
      ...size,
    },
  )
  const page = await opened
  await page.waitForLoadState('load')
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')
const said = (page: Page) => page.locator('#notas-aviso').innerText()

async function search(page: Page, words: string): Promise<string> {
  await page.keyboard.press('/')
  await page.locator('#buscar').fill(words)
  await expect.poll(() => page.locator('#panel').isVisible()).toBe(true)
  return page.locator('#cuenta').innerText()
}

async function writeNote(page: Page, text: string): Promise<void> {
  await page.keyboard.press('n')
  await page.locator('#nota-nueva').fill(text)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => said(page)).toBe('Nota guardada.')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-reader-'))
  const pages = {
    v1: readerView(),
    v2: secondVersion(),
    backup: backupView(),
    recorded: exampleView('members'),
    large: largeView(60, 2_000),
  }
  for (const [name, view] of Object.entries(pages))
    await writeFile(join(folder, `${name}.html`), renderReader(view))
  launched = await openApp()
})

afterAll(async () => {
  await launched?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the page from the disk', () => {
  it.each(['v1', 'v2', 'backup', 'recorded'])(
    'is accessible and fits from a telephone up: %s',
    async (name) => {
      for (const [width, theme] of [
        [1366, 'sistema'],
        [390, 'oscuro'],
      ] as const) {
        const page = await openFromDisk(`${name}.html`, { size: { width, height: 800 } })
        while ((await page.locator('html').getAttribute('data-theme')) !== theme)
          await page.locator('#tema').click()
        await page.evaluate(() => {
          for (const part of document.querySelectorAll('details')) part.open = true
        })
        expect(await axeFindings(launched.app, page)).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
        await page.close()
      }
    },
  )

  it('is read whole without scripts, and shows no tool that needs them', async () => {
    const window = await openFromDisk('v2.html', { javascript: false })
    expect(await window.locator('#punto-3 h3').isVisible()).toBe(true)
    expect(await window.locator('#buscar').isVisible()).toBe(false)
    expect(await window.locator('#notas').isVisible()).toBe(false)
    expect(await window.locator('#filtros').isVisible()).toBe(false)
    await window.close()
  })

  it('runs nothing but itself, and reaches nothing', async () => {
    const page = await openFromDisk('v1.html')
    const blocked = await page.evaluate(async () => {
      const heard: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => heard.push(event.effectiveDirective))
      const attempt = (action: () => void) => {
        try {
          action()
        } catch {
          heard.push('trusted-types')
        }
      }
      attempt(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.intruder = true">')
      })
      attempt(() => {
        const style = document.createElement('style')
        style.textContent = 'body { display: none }'
        document.body.append(style)
      })
      const image = document.createElement('img')
      image.src = 'https://example.org/x.png'
      document.body.append(image)
      const reached = await fetch('https://example.org').then(
        () => true,
        () => false,
      )
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { reached, intruder: 'intruder' in window, heard: [...new Set(heard)].sort() }
    })
    expect(blocked).toMatchObject({ reached: false, intruder: false })
    expect(blocked.heard).toEqual(
      expect.arrayContaining(['connect-src', 'img-src', 'style-src-elem', 'trusted-types']),
    )
    await page.close()
  })
})

describe('the keyboard', () => {
  it('goes from point to point, and into the help and back', async () => {
    const page = await openFromDisk('v1.html')
    for (const [key, place] of [
      ['j', 'punto-1-titulo'],
      ['ArrowRight', 'punto-2-titulo'],
      ['j', 'punto-3-titulo'],
      ['k', 'punto-2-titulo'],
      ['ArrowLeft', 'punto-1-titulo'],
    ] as const) {
      await page.keyboard.press(key)
      expect(await focused(page)).toBe(place)
    }
    await page.keyboard.press('?')
    expect(await page.locator('#ayuda').isVisible()).toBe(true)
    expect(await axeFindings(launched.app, page)).toEqual([])
    await page.getByLabel('Usar los atajos de una sola tecla').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    expect(await focused(page)).not.toBe('punto-2-titulo')
    await page.locator('#abrir-ayuda').click()
    await page.getByLabel('Usar los atajos de una sola tecla').check()
    await page.close()
  })
})

describe('the search', () => {
  it('finds without accents, shows where, and goes from hit to hit', async () => {
    const page = await openFromDisk('v1.html')
    expect(await search(page, 'COMPUTO plazos')).toBe('9 hallazgos')
    const first = page.getByRole('option').first()
    expect(await first.innerText()).toMatch(
      /Punto 1 · Minuta\s+…es recibidas: una de la UNICOM sobre el cómputo de los plazos/,
    )
    expect(await first.locator('mark').allInnerTexts()).toEqual(['cómputo', 'plazos'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('#cuenta').innerText()).toBe('2 de 9 hallazgos')
    await page.keyboard.press('Enter')
    expect(await page.locator('#punto-2 details').getAttribute('open')).not.toBeNull()
    expect(await page.evaluate(() => document.activeElement?.textContent ?? '')).toContain(
      'cómputo de los plazos',
    )
    await page.keyboard.press('F3')
    expect(await page.locator('#cuenta').innerText()).toBe('3 de 9 hallazgos')
    await search(page, 'xilófono')
    expect(await page.locator('#hallazgos-mas').innerText()).toBe('Nada dice eso. Pruebe con menos palabras.')
    await page.close()
  })

  it('finds in 60 points and 2,000 paragraphs', async () => {
    const page = await openFromDisk('large.html')
    await search(page, 'la')
    const found = await page.evaluate(() => {
      const input = document.querySelector('#buscar') as HTMLInputElement
      return ['secretaria tecnica', 'guiro', 'computo'].map((words) => {
        input.value = words
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
        return document.querySelector('#cuenta')?.textContent
      })
    })
    expect(found).toEqual(['1 de 2056 hallazgos', '1 de 1 hallazgo', '1 de 2000 hallazgos'])
    await page.close()
  })
})

describe('the follow-up', () => {
  it('is filtered by words and state, and sorted', async () => {
    const page = await openFromDisk('v1.html')
    const codes = async () =>
      (await page.locator('#asuntos tbody tr:visible th').allInnerTexts())
        .map((code) => code.slice(-1))
        .join('')
    await page.locator('#filtro').fill('guía cncs')
    expect(await codes()).toBe('4')
    await page.locator('#filtro').fill('')
    await page.getByLabel('solo vencidos (1)').check()
    expect(await page.locator('#filtro-cuenta').innerText()).toBe('Se muestran 1 de 6.')
    await search(page, 'elecciones mexico')
    await page.keyboard.press('Enter')
    expect(await codes()).toBe('123456')
    const due = page.getByRole('button', { name: 'Vence' })
    await due.click()
    expect(await codes()).toBe('143256')
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('Vence')
    await due.click()
    expect(await codes()).toBe('256341')
    await page.close()
  })
})

describe('notes', () => {
  it('stay in the page, also after it is closed', async () => {
    const page = await openFromDisk('v1.html')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await writeNote(page, HOSTILE_NOTE)
    await page.locator('#punto-7-titulo').focus()
    await writeNote(page, 'Este punto se retiró')
    expect(await page.locator('#punto-2 .note-text').textContent()).toBe(HOSTILE_NOTE)
    expect(await axeFindings(launched.app, page)).toEqual([])
    await page.reload()
    expect(await page.locator('#punto-2 .note-text').textContent()).toBe(HOSTILE_NOTE)
    expect(await page.evaluate(() => 'intruder' in window)).toBe(false)
    expect(await search(page, 'preguntar fin')).toBe('1 hallazgo')
    await page.close()
  })

  it('are found by the next version, which says what changed and what is gone', async () => {
    const page = await openFromDisk('v2.html')
    expect(await page.locator('#punto-2 .note-text').textContent()).toBe(HOSTILE_NOTE)
    expect(await page.locator('#punto-2 .changed').innerText()).toContain(
      'Cambió desde que escribió esta nota',
    )
    const panel = await page.locator('#notas-lista').innerText()
    expect(panel).toMatch(
      /Sin lugar en esta versión \(1\)[\s\S]*Punto 7: Convenio[\s\S]*Este punto se retiró/,
    )
    expect(panel).toContain('Por revisar (1)')
    expect(await axeFindings(launched.app, page)).toEqual([])
    await page.locator('#punto-2').getByRole('button', { name: 'Ya lo vi' }).click()
    expect(await page.locator('.changed').count()).toBe(0)
    await page.reload()
    expect(await page.locator('.changed').count()).toBe(0)
    await page.close()
  })

  it('travel as a file to another browser, once however often, and one undo takes them back', async () => {
    const page = await openFromDisk('v1.html')
    await page.getByRole('button', { name: 'Guardar en un archivo' }).click()
    await expect.poll(() => said(page)).toMatch(/Se guardó notas-.*\.json/)
    const name = (await said(page)).match(/notas-\S+\.json/)?.[0] ?? ''
    expect(name.startsWith(NOTES)).toBe(true)
    const saved = () => readFile(join(folder, name), 'utf8').catch(() => '')
    await expect.poll(saved).toContain('"quorum/notas"')
    await page.close()

    const other = await openFromDisk('v2.html', { member: 'otra' })
    expect(await other.locator('.note').count()).toBe(0)
    const notes = other.locator('.slot .note')
    for (const expected of ['Notas del archivo: 2 nuevas.', 'Notas del archivo: 2 que ya tenía.']) {
      await other.locator('#cargar-notas').setInputFiles(join(folder, name))
      await expect.poll(() => said(other)).toBe(expected)
    }
    expect(await notes.count()).toBe(1)
    await other
      .locator('#cargar-notas')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') })
    await expect.poll(() => said(other)).toBe('El archivo está incompleto o no es de notas.')
    await other
      .locator('#cargar-notas')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.alloc(3_000_000, '[') })
    await expect.poll(() => said(other)).toBe('El archivo pesa más de 2 MB: no es de notas.')
    await other.locator('#punto-2').getByRole('button', { name: 'Borrar' }).click()
    expect(await notes.count()).toBe(0)
    await other.getByRole('button', { name: 'Deshacer' }).click()
    expect(await notes.count()).toBe(1)
    await other.close()
  })

  it('are not lost between two windows with the same packet', async () => {
    const [one, two] = [
      await openFromDisk('v1.html', { member: 'dos' }),
      await openFromDisk('v1.html', { member: 'dos' }),
    ]
    await writeNote(one, 'Desde la primera')
    await writeNote(two, 'Desde la segunda')
    await expect.poll(() => one.locator('.slot .note').count()).toBe(2)
    expect(await two.locator('.slot .note').count()).toBe(2)
    await one.close()
    await two.close()
  })

  it('say so when the browser cannot keep them', async () => {
    const page = await openFromDisk('v1.html', { member: 'sin' })
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.keyboard.press('n')
    await page.locator('#nota-nueva').fill('Nota sin lugar')
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(() => page.locator('#notas-lugar').innerText())
      .toContain('Este navegador no guarda las notas')
    expect(await page.locator('.slot .note').count()).toBe(1)
    await page.close({ runBeforeUnload: false })
  })
})

describe('on paper', () => {
  it('is a tagged letter of its content alone', async () => {
    const page = await openFromDisk('v2.html')
    const window = await launched.app.browserWindow(page)
    const bytes = await window.evaluate(async (one) => {
      const pdf = await one.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true })
      return { start: pdf.subarray(0, 5).toString(), size: pdf.length }
    })
    expect(bytes.start).toBe('%PDF-')
    expect(bytes.size).toBeGreaterThan(20_000)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.side', '.tools', '#notas', '.add', '.told']) {
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    }
    expect(await page.locator('#minuta').isVisible()).toBe(true)
    await page.close()
  })
})
