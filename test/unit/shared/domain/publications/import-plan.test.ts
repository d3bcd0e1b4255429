import { describe, expect, it } from 'vitest'
import {
  type Commemoration,
  DATE_EDITOR,
  type DateColumnId,
  type DatesImportRequest,
  type DatesPlan,
  exceptionsText,
  MAX_DATE_ROWS,
  planDatesImport,
} from '../../../../../shared/domain/publications'
import { type Sheet, type SheetMark, sheetProblemText, startDraft } from '../../../../../shared/lib/sheet'
import { makeCommemoration } from '../../../../helpers/make-publication'
import { countingEffects, makeBody } from '../../../../helpers/make-session'
import { sheetOf } from '../../../../helpers/make-sheet'

const BANDERA = makeCommemoration(1, {
  name: 'Día de la Bandera',
  rule: { kind: 'fixed', month: 2, day: 24, years: { kind: 'every' } },
  note: 'Primera línea\nsegunda línea',
  basis: 'Decreto de 1940',
  suggested: true,
})
const BRIDGE = makeCommemoration(2, {
  name: 'Puente de noviembre',
  rule: { kind: 'nth', month: 11, weekday: 1, n: 3, years: { kind: 'every' } },
})

function planOf(
  sheet: Sheet | string,
  catalogue: readonly Commemoration[] = [],
  more: Partial<DatesImportRequest> = {},
): DatesPlan {
  return planDatesImport({
    ...startDraft(typeof sheet === 'string' ? sheetOf(sheet) : sheet),
    bodyId: makeBody().id,
    catalogue,
    effects: countingEffects(5000),
    ...more,
  })
}

/** The catalogue once the plan is carried out. */
function after(catalogue: readonly Commemoration[], plan: DatesPlan): readonly Commemoration[] {
  const changed = new Map(plan.rows.map((row) => [row.after.id, row.after]))
  const kept = catalogue.map((date) => changed.get(date.id) ?? date)
  return [...kept, ...plan.rows.flatMap((row) => (row.before === null ? [row.after] : []))]
}

const outcomes = (plan: DatesPlan) => plan.rows.map(({ row, outcome }) => `${row} ${outcome}`)
const problems = (plan: DatesPlan) => plan.problems.map(sheetProblemText)

describe('planning an import of dates', () => {
  it('reads every column, and proposes what is blank', () => {
    const plan = planOf(`
Nombre|Cuándo cae|Ámbito|Fundamento|Desde qué año|Nota|Vigente desde|Vigente hasta|Estado
Día Internacional de los Archivos|9 de junio|I|UNESCO|2007|Con la Dirección|01/01/2026|31/12/2030|Sugerida
Aniversario del Comité|tercer lunes de marzo|||||||`)
    expect(problems(plan)).toEqual([])
    expect(plan.rows.map((row) => row.after)).toMatchObject([
      {
        name: 'Día Internacional de los Archivos',
        rule: { kind: 'fixed', month: 6, day: 9 },
        scope: 'international',
        basis: 'UNESCO',
        since: 2007,
        note: 'Con la Dirección',
        validFrom: '2026-01-01',
        validUntil: '2030-12-31',
        suggested: true,
      },
      { scope: 'institutional', suggested: false, since: null, validFrom: null },
    ])
    expect(plan.rows.map(({ proposed }) => proposed)).toEqual([[], ['scope', 'suggested']])
    expect(plan.rows[1]?.said).toBe('tercer lunes de marzo')
  })

  it('finds dates by name, erases nothing with blanks, and changes nothing the second time', () => {
    const catalogue = [BANDERA, BRIDGE]
    const sheet = `
Nombre|Cuándo cae|Fundamento|Nota|Estado
DIA DE LA  BANDERA|24-feb||Primera línea segunda línea|Confirmada
puente de noviembre|tercer lunes de noviembre|LFT, art. 74||
Nueva|1.º de julio|||`
    const first = planOf(sheet, catalogue)
    expect(outcomes(first)).toEqual(['2 changed', '3 changed', '4 new'])
    expect(first.rows[0]?.after).toEqual({ ...BANDERA, suggested: false })
    const second = planOf(sheet, after(catalogue, first))
    expect(outcomes(second)).toEqual(['2 same', '3 same', '4 same'])
  })

  it('keeps whatever else a stored date has', () => {
    const plan = planOf('Nombre|Nota\nDía de la Bandera|Otra', [BANDERA])
    expect(plan.rows[0]?.after).toEqual({ ...BANDERA, note: 'Otra' })
  })

  it('takes a date with its year as every year, says so, and obeys the column of the years', () => {
    const plan = planOf(`
Fecha|Conmemoración|Año
2026-05-17|Día de Internet|
17/05|Otro|2026
18/05|Elecciones|años de elección federal`)
    expect(plan.rows.map(({ said }) => said)).toEqual([
      '17 de mayo',
      '17 de mayo, solo en 2026',
      '18 de mayo, cada 3 años (2015, 2018…)',
    ])
    expect(plan.notes).toEqual([expect.stringContaining('En la fila 2 la fecha trae año')])
  })

  it('does not turn a computed rule into a fixed day that it gives', () => {
    const plan = planOf('Fecha|Nombre\n2026-11-16|Puente de noviembre', [BRIDGE])
    expect(outcomes(plan)).toEqual(['2 same'])
    expect(plan.notes).toEqual([])
    expect(outcomes(planOf('Fecha|Nombre\n2026-11-17|Puente de noviembre', [BRIDGE]))).toEqual(['2 changed'])
  })

  it('takes «Fecha» for the name when another column says when', () => {
    const plan = planOf('Fecha|Cuándo cae|Ámbito\nDía de la Bandera|24 de febrero|Nacional')
    expect(plan.rows[0]?.after).toMatchObject({ name: 'Día de la Bandera', scope: 'national' })
  })

  it('names what is wrong by row and column', () => {
    const plan = planOf(`
Nombre|Cuándo cae|Año|Ámbito|Desde qué año|Vigente desde|Vigente hasta|Estado
A|30 de febrero||||||
|5 de mayo||||||
B|cuando llueva||Lunar|hace mucho|01/13/2026||Quién sabe
C|5 de mayo, solo en 2018|2019|||||
D|5 de mayo||||01/01/2026|01/01/2020|
E|||||||`)
    expect(problems(plan)).toEqual([
      'Fila 2, columna Cuándo cae: el 30 de febrero no existe en ningún año. Elija otro día.',
      'Fila 3, columna Nombre: falta el nombre.',
      expect.stringMatching(/^Fila 4, columna Cuándo cae: «cuando llueva» no se entiende/),
      expect.stringMatching(/^Fila 4, columna Ámbito: no se conoce el ámbito «Lunar»/),
      expect.stringMatching(/^Fila 4, columna Estado/),
      expect.stringMatching(/^Fila 4, columna Desde qué año/),
      expect.stringMatching(/^Fila 4, columna Vigente desde: .*no hay mes 13/),
      'Fila 5, columna Año: dice otros años que «Cuándo cae»; deje uno de los dos.',
      'Fila 6, columna Vigente hasta: la vigencia termina antes de empezar.',
      'Fila 7, columna Cuándo cae: falta cuándo cae.',
    ])
    expect(plan.rows).toEqual([])
  })

  it('adds exceptions year by year, and keeps those that the cell does not name', () => {
    const stored = makeCommemoration(5, {
      name: 'Jornada Electoral',
      exceptions: [
        { year: 2018, on: { from: '2018-07-01', until: '2018-07-01' }, reason: 'LGIPE' },
        { year: 2021, on: null, reason: '' },
      ],
    })
    const cell = (text: string) => planOf(`Nombre|Excepciones\nJornada Electoral|${text}`, [stored])
    expect(outcomes(cell(''))).toEqual(['2 same'])
    expect(outcomes(cell('2018: 1.º de julio; 2021: no se observa'))).toEqual(['2 same'])
    const plan = cell('2021: 30 de mayo al 6 de junio (acuerdo 5); 2024 1/7/2024; 2027: del 1 al 3 de junio')
    expect(problems(plan)).toEqual([])
    expect(plan.rows[0]?.after.exceptions).toEqual([
      stored.exceptions[0],
      { year: 2021, on: { from: '2021-05-30', until: '2021-06-06' }, reason: 'acuerdo 5' },
      { year: 2024, on: { from: '2024-07-01', until: '2024-07-01' }, reason: '' },
      { year: 2027, on: { from: '2027-06-01', until: '2027-06-03' }, reason: '' },
    ])
    expect(exceptionsText(plan.rows[0]?.after.exceptions ?? [])).toBe(
      '2018: 1.º de julio (LGIPE); 2021: 30 de mayo al 6 de junio (acuerdo 5); 2024: 1.º de julio; 2027: 1.º al 3 de junio',
    )
  })

  it.each([
    ['algún día', 'escriba, por ejemplo'],
    ['1800: 1 de mayo', 'más antiguo que se admite es 1900'],
    ['2023: 29 de febrero', '«29 de febrero» no existe en 2023'],
    ['2023: 1 de mayo de 2022', 'no es de 2023'],
    ['2023: tercer lunes de mayo', 'no es un día'],
    ['2023: 7 al 1 de mayo', 'Termina antes de empezar'],
    ['2023: 1 de mayo; 2023: 2 de mayo', 'El año 2023 ya tiene una excepción'],
  ])('refuses the exceptions «%s» in words', (text, words) => {
    expect(problems(planOf(`Nombre|Cuándo cae|Excepciones\nA|5 de mayo|${text}`))).toEqual([
      expect.stringMatching(new RegExp(`^Fila 2, columna Excepciones: .*${words}`)),
    ])
  })

  it('tells a repeated row from one that contradicts another', () => {
    const plan = planOf(`
Nombre|Cuándo cae
Día de la Luz|16 de mayo
DÍA DE LA LUZ|16/05
dia de la luz|17/05`)
    expect(outcomes(plan)).toEqual(['2 new'])
    expect(plan.repeated).toEqual([{ row: 3, says: '«DÍA DE LA LUZ» repite la fila 2.' }])
    expect(problems(plan)).toEqual([
      'Fila 4, columna Nombre: «dia de la luz» ya está en la fila 2 con otros datos; deje una de las dos.',
    ])
  })

  it('refuses a name that the catalogue has twice', () => {
    const twice = [BANDERA, makeCommemoration(3, { name: 'Dia de la bandera' })]
    expect(problems(planOf('Nombre|Nota\nDía de la Bandera|x', twice))).toEqual([
      'Fila 2, columna Nombre: en el catálogo hay 2 fechas con ese nombre; cambie el de las otras.',
    ])
  })

  it('lets a cell that the file cannot say be written in place', () => {
    const mark: SheetMark = { kind: 'unsayable', row: 2, column: 1, says: 'se repite cada semana.' }
    const draft = startDraft<DateColumnId>(sheetOf('Nombre|Cuándo cae\nReunión|', [mark]))
    expect(problems(planOf(draft.sheet))).toEqual(['Fila 2, columna Cuándo cae: se repite cada semana.'])
    const mended = DATE_EDITOR.editCell(draft, 2, 'rule', 'primer lunes de mayo')
    expect(outcomes(planOf(mended.sheet))).toEqual(['2 new'])
  })

  it('refuses sheets that are no sheet of dates', () => {
    expect(problems(planOf({ rows: [[]], marks: [] }))).toEqual(['Fila 1: la hoja está vacía.'])
    expect(problems(planOf('a|b\nc|d'))[0]).toContain('no se reconocen los títulos')
    expect(problems(planOf('Cuándo cae|Ámbito\n5 de mayo|Nacional'))[0]).toContain('no tiene columna Nombre')
    expect(problems(planOf('Nombre|Fecha|Día\nx|y|z'))[0]).toContain('hay dos columnas para Cuándo cae')
    const rows = Array.from({ length: MAX_DATE_ROWS + 1 }, () => ['x'])
    expect(problems(planOf({ rows, marks: [] }))[0]).toContain('el máximo es 10000')
  })
})

describe('rows that lean on others', () => {
  it('are taken in any order, on stored dates and on rows', () => {
    const plan = planOf(
      `
Nombre|Cuándo cae
C|2 días después de «B»
B|un día antes de A
A|8 días antes de «Puente de noviembre»`,
      [BRIDGE],
    )
    expect(problems(plan)).toEqual([])
    expect(plan.rows.map(({ said }) => said)).toEqual([
      '2 días después de «B»',
      '1 día antes de «A»',
      '8 días antes de «Puente de noviembre»',
    ])
    expect(
      outcomes(planOf('Nombre|Cuándo cae\nA|8 días antes de puente de noviembre', after([BRIDGE], plan))),
    ).toEqual(['2 same'])
  })

  it('are refused in a circle, also through a stored date, and the others go on', () => {
    const leaning = makeCommemoration(4, {
      name: 'Víspera',
      rule: { kind: 'relative', to: BRIDGE.id, days: -1, years: { kind: 'every' } },
    })
    const plan = planOf(
      `
Nombre|Cuándo cae
A|1 día después de B
B|1 día después de A
C|1 día después de A
Puente de noviembre|2 días después de Víspera
Sola|el mismo día que Sola
Bien|5 de mayo`,
      [BRIDGE, leaning],
    )
    expect(outcomes(plan)).toEqual(['7 new'])
    expect(problems(plan)).toEqual([
      'Fila 2, columna Cuándo cae: la fecha dependería de sí misma, a través de «B» (fila 3); cambie una de ellas.',
      'Fila 3, columna Cuándo cae: la fecha dependería de sí misma, a través de «A» (fila 2); cambie una de ellas.',
      'Fila 4, columna Cuándo cae: depende de «A» (fila 2), que no se puede importar así.',
      'Fila 5, columna Cuándo cae: la fecha dependería de sí misma, a través de «Víspera»; cambie una de ellas.',
      'Fila 6, columna Cuándo cae: la fecha dependería de sí misma.',
    ])
  })

  it('are refused with the row that they lean on, through any number of them', () => {
    const plan = planOf(`
Nombre|Cuándo cae
A|1 día después de B
B|1 día después de C
C|nunca
D|1 día después de Nadie`)
    expect(problems(plan)).toEqual([
      'Fila 2, columna Cuándo cae: depende de «B» (fila 3), que no se puede importar así.',
      'Fila 3, columna Cuándo cae: depende de «C» (fila 4), que no se puede importar así.',
      expect.stringContaining('Fila 4, columna Cuándo cae: «nunca» no se entiende'),
      'Fila 5, columna Cuándo cae: ninguna fecha del catálogo ni de esta hoja se llama «Nadie».',
    ])
  })

  it('lean on what is stored while the row that would change it is bad', () => {
    const plan = planOf(
      `
Nombre|Cuándo cae|Ámbito
Puente de noviembre|5 de mayo|Lunar
A|1 día después de Puente de noviembre|`,
      [BRIDGE],
    )
    expect(outcomes(plan)).toEqual(['3 new'])
  })

  it('are planned fast enough in a long chain and in a long circle', () => {
    const chain = (first: string) => ({
      marks: [],
      rows: [
        ['Nombre', 'Cuándo cae'],
        ['Fecha 1', first],
        ...Array.from({ length: 9_000 }, (_, n) => [`Fecha ${n + 2}`, `1 día después de «Fecha ${n + 1}»`]),
      ],
    })
    expect(planOf(chain('5 de mayo')).rows).toHaveLength(9_001)
    expect(planOf(chain('1 día después de «Fecha 9001»')).problems).toHaveLength(9_001)
  })
})
