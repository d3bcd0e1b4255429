import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetCgype } from '../../../../../shared/domain/bodies/preset-cgype'
import {
  changesNothing,
  DIRECTORY_COLUMNS,
  membershipSchema,
  personSchema,
  seatSchema,
} from '../../../../../shared/domain/people'
import { countingEffects, makeBody } from '../../../../helpers/make-session'
import { directoryAfter, EMPTY_DIRECTORY, planOf, problemsOf, sheetOf } from '../../../../helpers/make-sheet'

/** Patience for tests with many rows, on a machine that does other things too. */
const SLOW_MS = 60_000

const GOOD = sheetOf(`
  Área                  | Siglas | Calidad            | Voto | Tratamiento | Nombre completo         | Titular/Suplente | Desde      | Hasta
  Secretaría Ejecutiva  | SE     | Presidencia        | Sí   | Lic.        | Edmundo Jacobo Molina   | Titular          |            |
  Unidad de Transparencia | UT   | Secretaría Técnica | Sí   | Lic.        | Cecilia Azuara Arai     |                  |            |
  Coordinación Social   | CNCS   | Integrante         | Sí   | Lic.        | Karla Garduño Morán     | Titular          |            | 30/09/2017
  Coordinación Social   |        |                    |      | Lic.        | Rubén Álvarez Mendiola  | Titular          | 01/10/2017 |
  Coordinación Social   | CNCS   |                    |      | Mtra.       | Ana Luna Vega           | Suplente         |            |
  Gestoría              | GC     | Gestora            | No   | Mtra.       | Fanny Garduño Néstor    |                  |            |
`)

describe('a good sheet', () => {
  const plan = planOf(GOOD)

  it('becomes seats, persons and memberships, each once', () => {
    expect(problemsOf(plan)).toEqual([])
    expect(
      plan.seats.insert.map(({ acronym, role, hasVote, signs, order }) => [
        acronym,
        role,
        hasVote,
        signs,
        order,
      ]),
    ).toEqual([
      ['SE', 'presidency', true, true, 0],
      ['UT', 'technical-secretariat', true, true, 1],
      ['CNCS', 'member', true, true, 2],
      ['GC', 'content-manager', false, false, 3],
    ])
    expect(plan.persons.insert).toHaveLength(6)
    expect(
      plan.memberships.insert.map(({ standing, validFrom, validUntil }) => [standing, validFrom, validUntil]),
    ).toEqual([
      ['titular', null, null],
      ['titular', null, null],
      ['titular', null, '2017-09-30'],
      ['titular', '2017-10-01', null],
      ['suplente', null, null],
      ['titular', null, null],
    ])
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'new'))
  })

  it('proposes gender, short name, initials, long form and captions, and says which', () => {
    const [, cecilia] = plan.rows
    expect(cecilia?.person).toMatchObject({
      gender: 'f',
      shortName: 'Azuara',
      initials: 'CA',
      honorificLong: 'licenciada',
    })
    expect(cecilia?.membership?.charge).toBe(
      'Representante de la Unidad de Transparencia y Secretaria Técnica del Comité',
    )
    expect(cecilia?.proposed).toEqual(
      expect.arrayContaining(['gender', 'shortName', 'initials', 'honorificLong', 'charge', 'standing']),
    )
    expect(cecilia?.proposed).not.toContain('role')
    expect(plan.rows[0]?.membership?.signatureCaption).toBe('Presidente del Comité')
  })

  it('tells apart two persons with the same surname', () => {
    expect(plan.persons.insert.map(({ shortName }) => shortName)).toEqual([
      'Jacobo',
      'Azuara',
      'Garduño',
      'Álvarez',
      'Luna',
      'Fanny Garduño',
    ])
  })

  it('changes nothing when imported a second time', () => {
    const after = directoryAfter(EMPTY_DIRECTORY, plan)
    const again = planOf(GOOD, { directory: after, firstId: 9000 })
    expect(problemsOf(again)).toEqual([])
    expect(changesNothing(again)).toBe(true)
    expect(again.rows.filter(({ outcome }) => outcome === 'same')).toHaveLength(6)
  })

  it('fills the preset without touching its seats', () => {
    const preset = presetCgype(countingEffects(1))
    const directory = { ...EMPTY_DIRECTORY, body: preset.body, seats: preset.seats }
    const sheet = sheetOf(`
      Unidad | Sigla | Tratamiento | Nombre
      Secretaria Ejecutiva | | Lic. | Edmundo Jacobo Molina
      | CNCS | Lic. | Rubén Álvarez Mendiola
    `)
    const filled = planOf(sheet, { directory })
    expect(problemsOf(filled)).toEqual([])
    expect(filled.seats).toEqual({ insert: [], update: [] })
    expect(filled.memberships.insert.map(({ seatId }) => seatId)).toEqual([
      preset.seats[0]?.id,
      preset.seats[3]?.id,
    ])
  })

  it('updates only what the sheet says and keeps what it leaves blank', () => {
    const directory = directoryAfter(EMPTY_DIRECTORY, plan)
    const sheet = sheetOf(`
      Área | Nombre | Nombre corto | Hasta
      Secretaría Ejecutiva | Edmundo Jacobo Molina | Jacobo Molina | 31/03/2020
      Unidad de Transparencia | Cecilia Azuara Arai | |
    `)
    const update = planOf(sheet, { directory })
    expect(update.persons.update.map(({ after }) => after.shortName)).toEqual(['Jacobo Molina'])
    expect(update.persons.update[0]?.after.honorificLong).toBe('licenciado')
    expect(update.memberships.update.map(({ after }) => after.validUntil)).toEqual(['2020-03-31'])
    expect(update.rows.map(({ outcome }) => outcome)).toEqual(['changed', 'same'])
    expect(update.rows.filter(({ outcome }) => outcome === 'same')).toHaveLength(1)
  })

  it('takes a vacant seat, a title above the headings and a form of address inside the name', () => {
    const sheet = sheetOf(`
      Directorio del órgano | |
      Área | Sigla | Nombre
      Dirección Jurídica | DJ | Vacante
      Contraloría | OIC | Dra. Elena Ruiz Soto
    `)
    const taken = planOf(sheet)
    expect(problemsOf(taken)).toEqual([])
    expect(taken.rows.map(({ row, person }) => [row, person?.honorificShort ?? null])).toEqual([
      [3, null],
      [4, 'Dra.'],
    ])
    expect(taken.seats.insert).toHaveLength(2)
    expect(taken.memberships.insert).toHaveLength(1)
  })

  it('reads a sheet without headings once the user says what each column is', () => {
    const sheet = sheetOf('Dirección Jurídica | DJ | Elena Ruiz Soto')
    expect(problemsOf(planOf(sheet))).toEqual([
      expect.stringMatching(/^Fila 1: no se reconocen los títulos de las columnas; elija qué lleva cada una/),
    ])
    expect(planOf(sheet, { columns: ['area', 'acronym', 'fullName'] }).rows.map(({ row }) => row)).toEqual([
      1,
    ])
  })
})

describe('bad rows', () => {
  /** Problems of rows under fixed headings. */
  function problemsIn(rows: string): readonly string[] {
    return problemsOf(
      planOf(
        sheetOf(
          `Área | Sigla | Rol | Voto | Tratamiento | Nombre | Género | Carácter | Desde | Hasta\n${rows}`,
        ),
      ),
    )
  }

  it.each([
    [
      'missing name',
      'Dirección | D | | | | | | | |',
      'Fila 2, columna Nombre: falta el nombre; si nadie ocupa el lugar, escriba Vacante.',
    ],
    ['missing área', '| | | | | Ana Luna | | | |', 'Fila 2, columna Área: falta el área.'],
    [
      'unknown acronym',
      '| XYZ | | | | Ana Luna | | | |',
      'Fila 2, columna Área: falta el área, y la sigla «XYZ» no es de ninguna conocida.',
    ],
    [
      'date that does not exist',
      'Dirección | D | | | | Ana Luna | | | 31/02/2017 |',
      'Fila 2, columna Desde: 31/02/2017 no existe: febrero de 2017 tiene 28 días.',
    ],
    [
      'end before start',
      'Dirección | D | | | | Ana Luna | | | 01/05/2017 | 30/04/2017',
      'Fila 2, columna Hasta: la fecha final 30/04/2017 es anterior a la inicial 01/05/2017.',
    ],
    [
      'unknown role',
      'Dirección | D | Chambelán | | | Ana Luna | | | |',
      'Fila 2, columna Rol: no se conoce el rol «Chambelán»; use Presidencia, Secretaría Técnica, Integrante, Gestoría de Contenidos o Invitado.',
    ],
    [
      'unreadable vote',
      'Dirección | D | | tal vez | | Ana Luna | | | |',
      'Fila 2, columna Voto: «tal vez» no se entiende; escriba Sí o No.',
    ],
    [
      'gender against form',
      'Dirección | D | | | Mtra. | Ana Luna | M | | |',
      'Fila 2, columna Género: el tratamiento «Mtra.» es femenino y el género dice lo contrario.',
    ],
    [
      'gender unknown',
      'Dirección | D | | | Lic. | Guadalupe Díaz Soto | | | |',
      'Fila 2, columna Género: no se puede deducir del nombre «Guadalupe Díaz Soto»; escriba F o M.',
    ],
    [
      'name that is a number',
      'Dirección | D | | | | 12345 | | | |',
      'Fila 2, columna Nombre: «12345» no parece un nombre.',
    ],
    [
      'dates of nobody',
      'Dirección | D | | | | Vacante | | | 01/01/2017 |',
      'Fila 2, columna Desde: el lugar está vacante y este dato es de una persona. Para el área use Área desde y Área hasta.',
    ],
  ])('%s', (_, row, message) => {
    expect(problemsIn(row)).toEqual([message])
  })

  it('names a seat that the sheet describes in two ways', () => {
    expect(
      problemsIn(
        'Dirección | D | Integrante | Sí | | Ana Luna | | | |\nDirección | D | | No | | Luis Paz | | Suplente | |',
      ),
    ).toEqual(['Fila 3, columna Voto: «Dirección» dice Sí en la fila 2 y No aquí.'])
  })

  it('names an acronym that two áreas share', () => {
    expect(
      problemsIn(
        'Dirección Jurídica | DJ | | | | Ana Luna | | | |\nDirección Juvenil | DJ | | | | Luis Paz | | | |',
      ),
    ).toEqual([
      'Fila 3, columna Sigla: la sigla DJ ya es de «Dirección Jurídica» en la fila 2; escriba ese nombre de área, u otra sigla.',
    ])
  })

  it('names a person described in two ways, and a row that repeats another', () => {
    expect(
      problemsIn(`Dirección | D | | | Lic. | Ana Luna | | | |
        Contraloría | C | | | Mtra. | Ana Luna | | | |
        Dirección | D | | | Lic. | Ana Luna | | | |`),
    ).toEqual([
      'Fila 3, columna Tratamiento: «Ana Luna» dice Lic. en la fila 2 y Mtra. aquí.',
      'Fila 4: repite a la misma persona en la misma área que la fila 2.',
    ])
  })

  it('names two titulares at once, but accepts one after the other', () => {
    const [first, second] = [
      'Dirección | D | | | | Ana Luna | | | |',
      'Dirección | D | | | | Luis Paz | | | 01/01/2017 |',
    ]
    expect(problemsIn(`${first}\n${second}`)).toEqual([
      'Fila 3: «D» ya tiene titular en la fila 2: Ana Luna (sin fechas), y las vigencias se enciman; corrija Desde y Hasta, o el carácter.',
    ])
    expect(problemsIn(`${first}31/12/2016\n${second}`)).toEqual([])
  })

  it('names the same person as titular and suplente at once, and a second presidency', () => {
    expect(
      problemsIn(`Dirección | D | Presidencia | | | Ana Luna | | Titular | |
        Dirección | D | | | | Ana Luna | | Suplente | |
        Contraloría | C | Presidencia | | | Luis Paz | | | |`),
    ).toEqual([
      'Fila 3: Ana Luna (sin fechas) ya ocupa «D» en la fila 2 y las vigencias se enciman.',
      'Fila 4, columna Rol: «Contraloría» no puede tener el rol Presidencia: en esas fechas ya lo tiene «Dirección».',
    ])
  })

  it('keeps the good rows ready and leaves the bad ones out of every change', () => {
    const plan = planOf(
      sheetOf(
        'Área | Nombre | Desde\nDirección | Ana Luna | 31/02/2017\nContraloría | Luis Paz |\nSecretaría | |',
      ),
    )
    expect(problemsOf(plan)).toHaveLength(2)
    expect(plan.rows.map(({ row }) => row)).toEqual([3])
    expect(plan.seats.insert.map(({ name }) => name)).toEqual(['Contraloría'])
    expect(plan.persons.insert.map(({ fullName }) => fullName)).toEqual(['Luis Paz'])
  })

  it('leaves out the rows that the user unticks, and then they hide nothing', () => {
    const sheet = sheetOf('Área | Nombre\nDirección | Ana Luna\nDirección | Luis Paz')
    expect(planOf(sheet).problems).toHaveLength(1)
    const plan = planOf(sheet, { skip: [2] })
    expect(plan.problems).toEqual([])
    expect(plan.persons.insert.map(({ fullName }) => fullName)).toEqual(['Luis Paz'])
  })

  it('does not take a stored titular away silently', () => {
    const before = directoryAfter(
      EMPTY_DIRECTORY,
      planOf(sheetOf('Área | Sigla | Nombre\nDirección | D | Ana Luna')),
    )
    const sheet = sheetOf('Área | Nombre | Desde | Hasta\nDirección | Luis Paz | 01/10/2017 |')
    expect(problemsOf(planOf(sheet, { directory: before, firstId: 9000 }))).toEqual([
      'Fila 2: «D» ya tiene titular en el directorio: Ana Luna (sin fechas), y las vigencias se enciman; agregue una fila con su fecha en Hasta, o termine antes su vigencia en el directorio.',
    ])
    const mended = sheetOf(
      'Área | Nombre | Desde | Hasta\nDirección | Luis Paz | 01/10/2017 |\nDirección | Ana Luna | | 30/09/2017',
    )
    const plan = planOf(mended, { directory: before, firstId: 9000 })
    expect(problemsOf(plan)).toEqual([])
    expect(plan.memberships.update.map(({ after }) => after.validUntil)).toEqual(['2017-09-30'])
    expect(plan.memberships.insert).toHaveLength(1)
  })
})

describe('whatever is in the cells', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'Dirección',
      'DJ',
      'Sí',
      'No',
      '31/02/2017',
      '01/01/2017',
      'Ana Luna',
      'Luis Paz',
      'Titular',
      'F',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  )
  const titles = DIRECTORY_COLUMNS.map(({ title }) => title)
  const rows = fc.array(fc.array(cell, { maxLength: titles.length }), { maxLength: 8 })

  it(
    'never throws, and what it would store is valid; a second import changes nothing',
    () => {
      fc.assert(
        fc.property(rows, (cells) => {
          const sheet = { rows: [titles, ...cells], marks: [] }
          const plan = planOf(sheet)
          for (const seat of plan.seats.insert) seatSchema.parse(seat)
          for (const person of plan.persons.insert) personSchema.parse(person)
          for (const membership of plan.memberships.insert) membershipSchema.parse(membership)
          const badRows = new Set(plan.problems.map(({ row }) => row))
          expect(plan.rows.every(({ row }) => !badRows.has(row))).toBe(true)
          const after = directoryAfter({ ...EMPTY_DIRECTORY, body: makeBody() }, plan)
          const skip = [...badRows]
          expect(changesNothing(planOf(sheet, { directory: after, skip, firstId: 50_000 }))).toBe(true)
        }),
        { numRuns: 150 },
      )
    },
    SLOW_MS,
  )
})
