import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_PASTED_POINTS, readPastedAgenda } from '../../../../../shared/domain/sessions'

function titlesOf(text: string): readonly string[] {
  const read = readPastedAgenda(text)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.map((point) => point.title)
}

const REAL = `Orden del Día
1. Presentación y, en su caso, aprobación del Orden del Día [Secretaría Técnica]

2. Presentación y, en su caso, aprobación de la minuta de la Primera Sesión Ordinaria
del 21 de junio de 2017 y la Segunda Sesión Extraordinaria del 30 de agosto de
2017 [Secretaría Técnica]

3. Presentación del informe sobre el Seguimiento de Acuerdos del Comité [Secretaría
Técnica]

4. Presentación del Informe del Gestor de Contenidos [Gestor de Contenidos]

5. Presentación y, en su caso, aprobación del Proyecto de acuerdo por el que se modifica la
competencia de las áreas [Secretaría Técnica]
9. Asuntos generales.
`

describe('an agenda as the minutas print it', () => {
  const read = readPastedAgenda(REAL)
  const points = read.ok ? read.value : []

  it('joins wrapped lines and drops numbers, brackets, heading and the last full stop', () => {
    expect(points.map((point) => point.title)).toEqual([
      'Presentación y, en su caso, aprobación del Orden del Día',
      'Presentación y, en su caso, aprobación de la minuta de la Primera Sesión Ordinaria del 21 de junio de 2017 y la Segunda Sesión Extraordinaria del 30 de agosto de 2017',
      'Presentación del informe sobre el Seguimiento de Acuerdos del Comité',
      'Presentación del Informe del Gestor de Contenidos',
      'Presentación y, en su caso, aprobación del Proyecto de acuerdo por el que se modifica la competencia de las áreas',
      'Asuntos generales',
    ])
  })

  it('takes who presents from the brackets, also when they are wrapped', () => {
    expect(points.map((point) => point.presenter)).toEqual([
      'Secretaría Técnica',
      'Secretaría Técnica',
      'Secretaría Técnica',
      'Gestor de Contenidos',
      'Secretaría Técnica',
      '',
    ])
  })

  it('proposes what each point is and how it closes', () => {
    expect(points.map((point) => `${point.kind} ${point.closing}`)).toEqual([
      'agenda-approval vote',
      'prior-minutes vote',
      'follow-up receive',
      'report receive',
      'agreement-draft vote',
      'general-matters none',
    ])
  })
})

describe('other ways of writing a list', () => {
  it.each([
    ['1) Uno\n2) Dos', ['Uno', 'Dos']],
    ['1.- Uno\r\n2.- Dos\r\n', ['Uno', 'Dos']],
    ['1.Uno\n2.Dos', ['Uno', 'Dos']],
    ['Punto 1: Uno\nPunto 2: Dos', ['Uno', 'Dos']],
    ['1. Uno\n1. Dos\n1. Tres', ['Uno', 'Dos', 'Tres']],
    ['I. Uno\nII. Dos\nIII. Tres', ['Uno', 'Dos', 'Tres']],
    ['• Uno\n• Dos', ['Uno', 'Dos']],
    ['- Uno\n- Dos', ['Uno', 'Dos']],
    [
      '4. Informes\n4.1 Informe de la Gestoría\n4.2 Informe de redes',
      ['Informes', 'Informe de la Gestoría', 'Informe de redes'],
    ],
    ['Uno\nDos\nTres', ['Uno', 'Dos', 'Tres']],
    [
      'Presentación del informe\nde la Gestoría\nAsuntos generales',
      ['Presentación del informe de la Gestoría', 'Asuntos generales'],
    ],
    ['5. Cinco\n7. Siete', ['Cinco', 'Siete']],
    ['\uFEFF1.\u00A0Uno\t con   espacios', ['Uno con espacios']],
  ])('%j', (text, titles) => {
    expect(titlesOf(text)).toEqual(titles)
  })

  it('does not take a wrapped figure for the number of a point', () => {
    expect(titlesOf('1. Informe del segundo trimestre de\n2017. Datos finales\n2. Otro')).toEqual([
      'Informe del segundo trimestre de 2017. Datos finales',
      'Otro',
    ])
    expect(titlesOf('1. Sesión de las\n11:00 horas\n2. Otro')).toEqual(['Sesión de las 11:00 horas', 'Otro'])
  })

  it('keeps a heading that is not just the name of the list, so that no line is lost unseen', () => {
    expect(titlesOf('Comité de Gestión\n1. Uno\n2. Dos')).toEqual(['Comité de Gestión', 'Uno', 'Dos'])
  })

  it('takes addresses on their own line as links of the point', () => {
    const read = readPastedAgenda(
      '1. Informe\n<http://comisionesabiertas.inai.org.mx/comisiones-abiertas>\n2. Otro',
    )
    expect(read.ok && read.value.map((point) => point.links)).toEqual([
      ['http://comisionesabiertas.inai.org.mx/comisiones-abiertas'],
      [],
    ])
  })

  it('leaves inner brackets and abbreviations alone', () => {
    const read = readPastedAgenda('1. Informe [anexo 1] de la empresa Ejemplo, S.A. [UNICOM].')
    expect(read).toMatchObject({
      value: [{ title: 'Informe [anexo 1] de la empresa Ejemplo, S.A.', presenter: 'UNICOM' }],
    })
  })
})

describe('what cannot be read', () => {
  it.each([
    ['', { code: 'nothing-to-read' }],
    [' \n\t\n', { code: 'nothing-to-read' }],
    ['Orden del día', { code: 'nothing-to-read' }],
    ['1. Uno\n2. [UNICOM]\n3. Tres', { code: 'no-title', line: 2 }],
    [
      Array.from({ length: 101 }, (_, i) => `Punto suelto ${i}`).join('\n'),
      { code: 'too-many', found: 101, most: MOST_PASTED_POINTS },
    ],
  ])('%j', (text, error) => {
    expect(readPastedAgenda(text)).toEqual({ ok: false, error })
  })
})

it('never throws, and every point it gives has a title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const read = readPastedAgenda(text)
      if (read.ok) expect(read.value.every((point) => point.title.trim() !== '')).toBe(true)
    }),
  )
})
