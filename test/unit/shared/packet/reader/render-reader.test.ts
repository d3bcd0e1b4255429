import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { outlineOf, type PacketView } from '../../../../../shared/packet'
import { renderReader } from '../../../../../shared/packet/reader'
import { viewOf } from '../../../../helpers/packet-view'
import { session } from '../../../../helpers/reader-session'
import {
  backupView,
  exampleView,
  largeView,
  readerView,
  secondVersion,
} from '../../../../helpers/reader-view'

const views: readonly (readonly [name: string, view: PacketView])[] = [
  ['a session', readerView()],
  ['its second version', secondVersion()],
  ['a whole body', backupView()],
  ['what members get of a recorded session', viewOf('members')],
  ['what the public gets of it', viewOf('public')],
  ['the example', exampleView('members')],
  ['the example in public', exampleView('public')],
]

function idsOf(html: string): readonly string[] {
  return [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)
}

function sectionOf(html: string, id: string): string {
  return new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? ''
}

/** The text of a piece of the page as it is read. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:.])/g, '')
}

describe.each(views)('the reader page of %s', (_name, view) => {
  const html = renderReader(view)

  it('lets nothing run but its own script and style', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
    const hashes = [...html.matchAll(/<(?:script|style)>([\s\S]*?)<\/(?:script|style)>/g)].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    )
    expect(hashes).toHaveLength(2)
    for (const hash of hashes) expect(policy).toContain(hash)
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src 'none';/,
    )
    expect(policy).not.toMatch(/unsafe|http|\*/)
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'))
  })

  it('loads nothing, sends nothing, and leads only to itself and into its packet', () => {
    expect(html).not.toMatch(/<[^>]*\s(src|srcset|action|style|on\w+)=/i)
    expect(html).not.toMatch(/<(img|iframe|object|embed|link|base|form|audio|video)\b/i)
    const ids = new Set(idsOf(html))
    for (const [, href = ''] of html.matchAll(/\shref="([^"]*)"/g)) {
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
      else expect(href).toMatch(/^(data\/[A-Za-z0-9/._%-]+|LEAME\.txt)$/)
    }
  })

  it('names every place once, and the same view gives the same page', () => {
    const ids = idsOf(html)
    expect(new Set(ids).size).toBe(ids.length)
    expect(renderReader(structuredClone(view))).toBe(html)
  })

  it('has a slot for notes only where the outline has an entry', () => {
    const known = new Set(outlineOf(view).map(({ id }) => id))
    const slots = [...html.matchAll(/data-n="([^"]+)"/g)].map(([, id = '']) => id)
    expect(slots.length).toBeGreaterThan(0)
    for (const id of slots) expect(known).toContain(id)
    expect(new Set(slots).size).toBe(slots.length)
  })
})

describe('the cover', () => {
  it('says what, when, where, how it stands, for whom and which version', () => {
    const cover = textOf(sectionOf(renderReader(readerView()), 'sesion'))
    for (const said of [
      'Comité de Gestión y Publicación Electrónica',
      'Segunda sesión ordinaria 2017',
      'miércoles 15 de noviembre de 2017, 11:00 horas',
      'Sala de juntas de la Presidencia',
      'Semipresencial',
      'Concluida, inició a las 11:10, terminó a las 13:05',
      'Hubo quórum: 6 presentes; se requieren 4',
      'Solo para quienes integran el órgano',
      'jue 16 nov 2017, 11:05',
    ]) {
      expect(cover).toContain(said)
    }
  })

  it('says that the quorum was not met, or not verified', () => {
    const cover = (quorum: typeof session.quorum) =>
      textOf(sectionOf(renderReader(readerView({ session: { ...session, quorum } })), 'sesion'))
    expect(cover({ present: 3, required: 4 })).toContain('✕ No hubo quórum: 3 presentes; se requieren 4')
    expect(cover(null)).toContain('No se verificó')
  })
})

describe('a point', () => {
  const html = renderReader(readerView())
  const point = (n: number) =>
    new RegExp(`<article class="point" id="punto-${n}"[\\s\\S]*?</article>`).exec(html)?.[0] ?? ''

  it('shows its votes with figures, bars and names by option', () => {
    const text = textOf(point(3))
    expect(text).toContain('Aprobado por mayoría ● a favor 5')
    expect(text).toContain(
      '✕ en contra 1 Rubén Álvarez Mendiola CNCS: El costo no está justificado en el proyecto.',
    )
    expect(text).toContain('⊘ excusa 1 María Fernanda Íñiguez Zúñiga')
    expect(text).toContain('Votación (2.ª vuelta)')
    expect(text).toContain('Voto de calidad a favor de Enrique Andrade González')
    expect(point(3)).toContain('<rect class="part" width="71.4" height="8"/>')
  })

  it('shows totals without names, ties, and votes that nobody cast', () => {
    expect(textOf(point(4))).toContain(
      'a favor 2 ✕ en contra 4 ◌ abstención 0 ○ no votó 1 Se muestran los totales, sin nombres.',
    )
    expect(textOf(point(5))).toContain('= Empate')
    expect(textOf(point(6))).toContain('No se asentaron votos.')
  })

  it('shows its agreements, the follow-up born at it, and what the minuta says of it', () => {
    const text = textOf(point(3))
    expect(text).toContain('Acuerdo INE/CGyPE/001/2017 PRIMERO.')
    expect(text).toContain('SEG-2017-003')
    expect(text).toContain('Lo que dice la minuta (4 párrafos)')
    expect(textOf(point(7))).toContain('⊘ Retirado')
  })

  it('gives the addresses of the internet as text', () => {
    expect(point(3)).toContain('https://portal.ejemplo.mx/acuerdos?año=2017&amp;punto=3')
    expect(html).not.toMatch(/href="https?:/)
  })
})

describe('the follow-up', () => {
  it('marks what was overdue on the day of the packet, and nothing else', () => {
    const rows = sectionOf(renderReader(readerView()), 'seguimiento').split('<tr').slice(2)
    expect(rows.map((row) => /data-late/.test(row))).toEqual([true, false, false, false, false, false])
  })
})

describe('what changed', () => {
  const section = sectionOf(renderReader(secondVersion()), 'cambios')

  it('is told before and after, with what is new and what is gone, each at its place', () => {
    const text = textOf(section)
    expect(text).toContain('Antes: Se dio por recibido Ahora: Aprobado por unanimidad')
    expect(section).toContain('<ins>su publicación y </ins>')
    expect(section).toMatch(/<a href="#punto-2-anexo-2"><bdi>Observaciones\.pdf/)
    expect(text).toMatch(/Ya no está \(1\) Punto Punto 7: Convenio/)
    expect(section).not.toMatch(/<a[^>]*><bdi>Punto 7:/)
  })

  it('is no section of a first packet, and says so when nothing did', () => {
    expect(renderReader(readerView())).not.toContain('id="cambios"')
    const changes = {
      ...(secondVersion().changes as NonNullable<PacketView['changes']>),
      added: [],
      removed: [],
      changed: [],
    }
    expect(renderReader(readerView({ version: 2, changes }))).toContain('Nada de lo que se muestra cambió')
  })
})

describe('the list of contents', () => {
  it('tells points apart by what their titles do not share', () => {
    const nav = /<nav[\s\S]*?<\/nav>/.exec(renderReader(exampleView('members')))?.[0] ?? ''
    const names = [...nav.matchAll(/class="name"[^>]*>([^<]*)</g)].map(([, name = '']) => name.slice(0, 40))
    expect(names).toEqual([
      'Orden del Día',
      'Minuta de la Primera Sesión Ordinaria de',
      'Informe sobre el Seguimiento de Acuerdos',
      'Informe del Gestor de Contenidos',
      'Se modifica la competencia de las áreas ',
      'Se modifican los Lineamientos que establ',
      'Se aprueba los Lineamientos que establec',
      'Se aprueba los Criterios para la publica',
      'Asuntos generales',
    ])
  })
})

describe('empty and full', () => {
  it('says what is missing of a session that has nothing yet', () => {
    const empty = {
      ...session,
      phase: 'before',
      points: [],
      attendees: [],
      minuta: [],
      quorum: null,
      openedAt: null,
      closedAt: null,
    } as const
    const html = renderReader(readerView({ session: empty, items: [], documents: [] }))
    for (const said of [
      'Esta sesión todavía no tiene orden del día.',
      'Todavía no hay minuta.',
      'No hay asuntos en seguimiento.',
      'No hay lista de asistencia.',
      'Este expediente no lleva documentos aparte.',
    ]) {
      expect(html).toContain(said)
    }
  })

  it('lists the sessions of a whole body', () => {
    expect(textOf(sectionOf(renderReader(backupView()), 'sesiones'))).toMatch(
      /2 sesiones.*Segunda sesión extraordinaria 2017 mié 30 ago 2017/,
    )
  })

  it('holds 60 points and 2,000 paragraphs in less than 2 MB', () => {
    expect(Buffer.byteLength(renderReader(largeView(60, 2_000)))).toBeLessThan(2_000_000)
  })
})
