import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { makePng } from '../helpers/image-bytes'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp
let folder: string

const page = () => launched.page
const imagesField = () => page().getByRole('group', { name: 'Imágenes' })

async function addFiles(...names: readonly string[]): Promise<void> {
  await page()
    .locator('input[type="file"][aria-label="Imágenes para agregar"]')
    .setInputFiles(names.map((name) => join(folder, name)))
}

/** A JPEG as a camera would make it, by the window's own encoder. */
async function makeJpeg(width: number, height: number): Promise<Buffer> {
  const bytes = await page().evaluate(
    async ([w, h]) => {
      const canvas = new OffscreenCanvas(w, h)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('No canvas')
      for (let x = 0; x < w; x += 10) {
        context.fillStyle = `hsl(${(x * 360) / w} 70% 50%)`
        context.fillRect(x, (x * h) / w / 2, 10, h)
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    [width, height] as const,
  )
  return Buffer.from(bytes)
}

async function newPublication(title: string): Promise<void> {
  await goTo(page(), '/calendario')
  await page()
    .getByRole('button', { name: /^Nueva publicación/ })
    .first()
    .click()
  await page().getByLabel('Título').fill(title)
}

async function save(): Promise<void> {
  await page()
    .getByRole('button', { name: /^(Guardar|Agregar)/ })
    .last()
    .click()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-archive-'))
  launched = await openApp()
  await openExample(page())
  const urna = makePng(640, 480, (x, y) => [x * 255, y * 255, Math.abs(x - y) * 255], 'hecha por Fulano')
  await writeFile(join(folder, 'urna.png'), urna)
  const twin = makePng(320, 240, (x, y) => [x * 250, y * 250, Math.abs(x - y) * 250])
  await writeFile(join(folder, 'urna-chica.png'), twin)
  const photo = await makeJpeg(2400, 1400)
  await writeFile(join(folder, 'foto.jpg'), photo)
  await writeFile(join(folder, 'cortada.jpg'), photo.subarray(0, 2_000))
  await writeFile(join(folder, 'vacia.png'), '')
  await writeFile(
    join(folder, 'malo.png'),
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  )
  await goTo(page(), '/calendario')
  await page()
    .getByRole('button', { name: /fechas sugeridas/ })
    .first()
    .click()
})

afterAll(async () => {
  await launched?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the images of a publication', () => {
  it('are checked: a drawing with a program inside is refused with what to do, the others go on', async () => {
    await newPublication('Día de la urna')
    await page().getByRole('checkbox', { name: 'Facebook' }).check()
    await page().getByRole('checkbox', { name: 'Instagram' }).check()
    await addFiles('malo.png', 'cortada.jpg', 'vacia.png', 'urna.png', 'foto.jpg')
    await imagesField().getByText('2,400 × 1,400 px').waitFor()
    await imagesField().getByText('640 × 480 px').waitFor()
    await page()
      .getByText(/«malo\.png» es un dibujo SVG que lleva un programa dentro/)
      .waitFor()
    const told = await page().getByRole('alert').innerText()
    expect(told.split('\n')).toEqual([
      expect.stringMatching(/^«malo\.png»/),
      '«cortada.jpg» está dañada o incompleta: no se puede mostrar. Pida otra copia del original.',
      '«vacia.png» está vacía. Pida otra copia del original.',
    ])
    await page().getByRole('button', { name: 'Cerrar aviso' }).first().click()
  })

  it('are shown as each chosen channel cuts them, and one that is too small is told', async () => {
    const crops = page().getByRole('list', { name: 'Cómo se verá urna.png en cada canal' })
    await crops.getByText(/pide 1200 × 630 y la imagen es menor/).waitFor()
    const photo = page().getByRole('list', { name: 'Cómo se verá foto.jpg en cada canal' })
    await photo.getByText('1080 × 1080').waitFor()
    expect(await crops.locator('img').count()).toBe(2)
    const first = photo.locator('img').first()
    // The original has 2,400: what is on screen is its small copy.
    await expect.poll(() => first.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
    const square = photo.locator('img').nth(1)
    const before = await square.evaluate((image) => getComputedStyle(image).objectPosition)
    await imagesField().getByRole('slider', { name: 'Centro a lo ancho' }).last().fill('100')
    expect(before).toBe('50% 50%')
    await expect
      .poll(() => square.evaluate((image) => getComputedStyle(image).objectPosition))
      .toBe('100% 50%')
    await expectAccessible(launched)
  })

  it('are kept with what is said of them', async () => {
    await imagesField().getByLabel('Texto alternativo: qué se ve').first().fill('Una urna transparente')
    await imagesField().getByLabel('Derechos').first().fill('INE')
    await page()
      .getByRole('textbox', { name: 'Nota', exact: true })
      .fill('La urna electrónica y la participación')
    await save()
    await page().getByRole('region', { name: 'Estado' }).waitFor()
  })

  it('that look like an older one, or are the same file, say where that was', async () => {
    await newPublication('Otra urna')
    await addFiles('urna-chica.png')
    await imagesField()
      .getByText(/Se parece a la de/)
      .waitFor()
    await addFiles('urna.png')
    await imagesField()
      .getByText(/Ya estaba en el archivo; se usó en/)
      .waitFor()
    expect(await imagesField().getByLabel('Texto alternativo: qué se ve').last().inputValue()).toBe(
      'Una urna transparente',
    )
    await save()
    await page().getByRole('region', { name: 'Estado' }).waitFor()
  })
})

describe('the archive', () => {
  it('finds a note without its accents and opens the publication', async () => {
    await goTo(page(), '/calendario/archivo/notas')
    await page()
      .getByRole('textbox', { name: /^Buscar en notas/ })
      .fill('urna electronica')
    const results = page().getByRole('region', { name: 'Publicaciones encontradas' })
    await results.getByRole('button', { name: 'Día de la urna' }).waitFor()
    await expect.poll(() => results.getByRole('listitem').count()).toBe(1)
    await expectAccessible(launched)
  })

  it('tells which image was used where and how often, and which ones look alike', async () => {
    await goTo(page(), '/calendario/archivo/imagenes')
    await page().getByText('urna.png · usada 2 veces').waitFor()
    await page().getByRole('heading', { name: 'Imágenes que se parecen' }).waitFor()
    await expectAccessible(launched)
  })

  it('has a sheet for each date, where a year with nothing says so', async () => {
    await goTo(page(), '/calendario/archivo')
    await page().getByRole('navigation', { name: 'Fechas del catálogo' }).getByRole('button').first().click()
    await page().getByText('No se publicó nada.').first().waitFor()
    await expectAccessible(launched)
  })
})
