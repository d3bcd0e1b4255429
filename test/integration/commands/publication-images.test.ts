import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import {
  addImages,
  refusedImagesText,
  rememberWords,
} from '../../../renderer/commands/publications/images/add-images'
import { type CheckedImage, inspectImage } from '../../../renderer/commands/publications/images/check-image'
import { publicationImageSchema } from '../../../shared/domain/publications'
import { ok, type Result } from '../../../shared/lib/result'
import { declaredSize, type ImageRefusal } from '../../../shared/publishing'
import { makeDeps } from '../../helpers/command-deps'
import { makePng } from '../../helpers/image-bytes'
import { makeImage, makePublication } from '../../helpers/make-publication'

const png = makePng(40, 20, (x) => [x * 255, 0, 0])
const file = (name: string, content: BlobPart) => new File([content], name)

/** The real check, with a hash that does not need a window to be made. */
async function check(one: File): Promise<Result<CheckedImage, ImageRefusal>> {
  const inspected = await inspectImage(one)
  if (!inspected.ok) return inspected
  return ok({ kind: inspected.value, width: 40, height: 20, hash: 'f'.repeat(16), preview: null })
}

async function depsThatStore(stored: string[]) {
  const deps = await makeDeps()
  const addDropped = async (files: readonly { readonly name: string; readonly size: number }[]) => {
    stored.push(...files.map(({ name }) => name))
    const added = files.map(({ name, size }) => ({
      sha256: 'a'.repeat(64),
      name,
      mediaType: 'image/png',
      size,
    }))
    return { added, refused: [] }
  }
  const attachments = { ...deps.desktop.attachments, addDropped }
  return { ...deps, desktop: { ...deps.desktop, attachments } }
}

describe('adding images', () => {
  it('says how many are left before each, and of many refusals the first ones', async () => {
    const left: number[] = []
    const files = Array.from({ length: 8 }, (_, index) => file(`${index + 1}.png`, 'texto'))
    const { images, refused } = await addImages(await depsThatStore([]), files, check, (n) => left.push(n))
    expect(images).toEqual([])
    expect(left).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    const text = refusedImagesText(refused)
    expect(text).toContain('\n«6.png»')
    expect(text).not.toContain('«7.png»')
    expect(text).toMatch(/Otros 2 archivos tampoco entraron; agréguelos aparte/)
    expect(refusedImagesText(refused.slice(0, 1))).toBe(refused[0])
  })

  it('keeps what is an image by its content, names the rest with its reason, and stores nothing of it', async () => {
    const stored: string[] = []
    const bomb = Buffer.from(png)
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    expect(declaredSize('png', bomb)).toEqual({ width: 60_000, height: 60_000 })
    const { images, refused } = await addImages(
      await depsThatStore(stored),
      [
        file('malo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'),
        file('buena.jpg', png),
        file('carta.jpg', 'Esto es texto'),
        file('vacia.png', ''),
        file('bomba.png', bomb),
        file('corta.png', png.subarray(0, 14)),
        file('hoja.png', '%PDF-1.7'),
      ],
      check,
    )
    expect(stored).toEqual(['buena.jpg'])
    expect(images.map((image) => publicationImageSchema.parse(image))).toHaveLength(1)
    expect(images[0]).toMatchObject({ width: 40, height: 20, hash: 'f'.repeat(16), alt: '' })
    expect(refused.map((text) => text.split('»')[0])).toEqual([
      '«malo.png',
      '«carta.jpg',
      '«vacia.png',
      '«bomba.png',
      '«corta.png',
      '«hoja.png',
    ])
    expect(refused[0]).toContain('lleva un programa dentro')
    expect(refused[3]).toContain('60,000 × 60,000')
  })

  it('refuses by weight before anything is decoded', async () => {
    const heavy = Object.defineProperty(file('foto.png', png), 'size', { value: 120_000_000 })
    expect(await inspectImage(heavy)).toEqual({ ok: false, error: { code: 'too-heavy', bytes: 120_000_000 } })
  })

  it('takes up the words of the last time the same file was used', () => {
    const old = makePublication(1, { on: '2024-05-10', images: [makeImage('a', 'Antes')] })
    const late = makePublication(2, { on: '2025-05-10', images: [makeImage('a', 'Después')] })
    const image = publicationImageSchema.parse({ ...makeImage('a', ''), rights: '' })
    expect(rememberWords(image, [late, old])).toMatchObject({ alt: 'Después', rights: 'INE' })
    const other = publicationImageSchema.parse(makeImage('b', ''))
    expect(rememberWords(other, [late, old])).toBe(other)
  })
})
