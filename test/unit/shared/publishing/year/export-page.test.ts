import { describe, expect, it } from 'vitest'
import { exportPage, fileStem, noteText } from '../../../../../shared/publishing'
import { makeChannel, makeImage, makePlacement, makePublication } from '../../../../helpers/make-publication'

const channel = makeChannel(1, { name: 'Portal <b>' })
const hostile = makePublication(1, {
  title: '<script>alert(1)</script>',
  on: '2025-03-08',
  note: '</p><img src=x onerror=alert(2)>',
  images: [makeImage('a', '" onload="alert(3)'), makeImage('b')],
  placements: [makePlacement(channel, { link: 'https://ejemplo.mx/?a=1&b="2"', reach: 1500 })],
})
const images = [
  { sha256: 'a'.repeat(64), path: 'imagenes/001.png', removed: ['Exif'], hadLocation: true },
  { sha256: 'b'.repeat(64), path: null, removed: [], hadLocation: false },
]
const page = exportPage({
  year: 2025,
  body: 'Comité & más',
  publications: [hostile],
  channels: [channel],
  images,
})

describe('exportPage', () => {
  it('escapes what people wrote and runs nothing', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toMatch(/<script|<img src=x|" onload=/)
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).toContain('Comité &amp; más')
  })

  it('points at images beside it, and tells what was taken out and what is missing', () => {
    expect(page).toContain('<img src="imagenes/001.png"')
    expect(page).toContain('se quitaron sus datos ocultos (Exif) · decían dónde se tomó')
    expect(page).toContain('Se quitaron los datos ocultos de una imagen')
    expect(page).toContain('Falta la imagen b.png')
    expect(page).toContain('alcance de 1,500 personas')
  })
})

describe('fileStem', () => {
  it.each([
    ['Día de la Niñez', 'dia-de-la-ninez'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con'],
    ['¡¿?!', 'nota'],
    ['a'.repeat(99), 'a'.repeat(60)],
  ])('makes a safe name of %s', (text, stem) => {
    expect(fileStem(text, 'nota')).toBe(stem)
  })
})

describe('noteText', () => {
  it('is the note with its title and day; null without a note', () => {
    expect(noteText(makePublication(1, { note: 'Hola', hashtags: ['#A'] }))).toBe(
      'Publicación 1\n10 de mayo de 2026\n\nHola\n\n#A\n',
    )
    expect(noteText(makePublication(2))).toBeNull()
  })
})
