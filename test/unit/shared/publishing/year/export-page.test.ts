import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../../shared/lib/iso-date'
import {
  archiveOf,
  type ExportedFile,
  exportPage,
  fileStem,
  noteText,
  type YearExport,
} from '../../../../../shared/publishing'
import { makeChannel, makeImage, makePlacement, makePublication } from '../../../../helpers/make-publication'

const channel = makeChannel(1, { name: 'Portal <b>' })

function attachment(digit: string, name: string) {
  return { sha256: digit.repeat(64), name, mediaType: 'application/octet-stream', size: 1 }
}

const hostile = makePublication(1, {
  title: '<script>alert(1)</script>',
  on: '2025-03-08',
  state: 'published',
  note: '</p><img src=x onerror=alert(2)>',
  images: [makeImage('a', '" onload="alert(3)'), makeImage('b')],
  placements: [
    makePlacement(channel, {
      link: 'https://ejemplo.mx/?a=1&b="2"',
      reach: 1500,
      evidence: [attachment('c', 'captura.pdf'), attachment('d', 'pagina.html'), attachment('e', 'foto.jpg')],
    }),
  ],
})

function file(digit: string, path: string | null, changes: Partial<ExportedFile> = {}): ExportedFile {
  const told = { removed: [], hadLocation: false, unchecked: false }
  const absent = path === null ? ('missing' as const) : null
  return { sha256: digit.repeat(64), name: `${digit}.x`, path, absent, ...told, ...changes }
}

function pageOf(changes: Partial<YearExport> = {}): string {
  return exportPage({
    year: 2025,
    body: 'Comité & más',
    madeOn: isoDate('2026-01-05'),
    content: 'published',
    publications: [hostile],
    leftOut: 2,
    channels: [channel],
    images: [file('a', 'imagenes/001.png', { removed: ['Exif'], hadLocation: true }), file('b', null)],
    evidence: [
      file('c', 'evidencias/c.pdf'),
      file('d', 'evidencias/d.html'),
      file('e', 'evidencias/e.jpg', { removed: ['Exif'], hadLocation: true }),
    ],
    ...changes,
  })
}

describe('exportPage', () => {
  it('escapes what people wrote and runs nothing', () => {
    const page = pageOf()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toMatch(/<script|<img src=x|" onload=/)
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).toContain('Comité &amp; más')
  })

  it('points at files beside it, and tells what was taken out and what is missing', () => {
    const page = pageOf()
    expect(page).toContain('<img src="imagenes/001.png"')
    expect(page).toContain('se quitaron sus datos ocultos (Exif); decían dónde se tomó')
    expect(page).toContain('Se quitaron los datos ocultos de 1 imagen')
    expect(page).toContain('Se quitaron los datos ocultos de 1 evidencia que decía dónde se tomó')
    expect(page).toContain('Falta la imagen b.png: falta su archivo')
    expect(page).toContain('1 archivo no está aquí')
    expect(page).toContain('alcance de 1,500 personas')
    expect(page).toContain('Sin acuerdo que la apruebe')
  })

  it('opens evidence that runs nothing, and only names the rest', () => {
    const page = pageOf()
    expect(page).toContain('<a href="evidencias/c.pdf">c.x</a>')
    expect(page).not.toContain('href="evidencias/d.html"')
    expect(page).toContain('(evidencias/d.html)')
  })

  it('has an index that leads to every publication, and says what it leaves out', () => {
    const page = pageOf()
    expect(page).toContain('<a href="#p-001">8 de marzo de 2025: ')
    expect(page).toContain('<h2 id="p-001">')
    expect(page).toContain('no lleva 2 publicaciones que no se publicaron')
    const whole = pageOf({ content: 'with-drafts', leftOut: 0, publications: [makePublication(2)] })
    expect(whole).toContain('Incluye el plan completo')
    expect(whole).toContain('Borrador: Propuesta')
  })
})

describe('archiveOf', () => {
  const drafted = makePublication(1)
  const shown = makePublication(2, {
    on: '2026-01-01',
    placements: [makePlacement(channel, { publishedOn: '2026-01-01' })],
  })
  const withdrawn = makePublication(3, { state: 'withdrawn', on: '2026-02-01' })

  it('takes what was ever seen, in order, and everything when asked', () => {
    const plan = [withdrawn, drafted, shown]
    expect(archiveOf(plan, 'published')).toEqual({ shown: [shown, withdrawn], leftOut: 1 })
    expect(archiveOf(plan, 'with-drafts')).toEqual({ shown: [shown, withdrawn, drafted], leftOut: 0 })
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
