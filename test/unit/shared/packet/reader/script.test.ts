import { runInThisContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { CORE_SCRIPT } from '../../../../../shared/packet/reader/script/core'
import { HOSTILE_TEXTS } from '../../../../helpers/hostile'

interface Note {
  readonly id: string
  readonly target: string
  readonly label: string
  readonly digest: string
  readonly text: string
  readonly createdAt: string
  readonly updatedAt: string
}
interface Folded {
  readonly text: string
  readonly at: readonly number[] | null
}
interface Core {
  readonly fold: (text: string) => Folded
  readonly termsOf: (query: string) => readonly string[]
  readonly rangesOf: (
    folded: Folded,
    terms: readonly string[],
  ) => readonly (readonly [number, number])[] | null
  readonly readNotes: (
    text: string,
    notesOf: string,
  ) => { readonly notes?: readonly Note[]; readonly problem?: string }
  readonly joinNotes: (
    mine: readonly Note[],
    others: readonly Note[],
  ) => {
    readonly notes: readonly Note[]
    readonly added: number
    readonly newer: number
    readonly older: number
  }
}

const core: Core = runInThisContext(
  `(function () { ${CORE_SCRIPT}\nreturn { fold, termsOf, rangesOf, readNotes, joinNotes } })()`,
)

function found(text: string, query: string): readonly string[] | null {
  const ranges = core.rangesOf(core.fold(text), core.termsOf(query))
  return ranges === null ? null : ranges.map(([from, to]) => text.slice(from, to))
}

describe('search', () => {
  it.each([
    ['El cómputo de los PLAZOS', 'computo plazos', ['cómputo', 'PLAZOS']],
    ['El cómputo de los plazos', 'CÓMPUTO', ['cómputo']],
    [`El ${'cómputo'.normalize('NFD')} anterior`, 'computo', ['cómputo'.normalize('NFD')]],
    ['El año y el niño', 'nino', ['niño']],
    ['sala  de\njuntas', '"de juntas"', ['de\njuntas']],
    ['la sala de la presidencia', '"la presidencia"', ['la presidencia']],
    ['abcabc', 'abc bca', ['abcabc']],
    ['İstanbul y Ístmo', 'istmo', ['Ístmo']],
    ['guion\u00adado suave', 'guionado', ['guion\u00adado']],
    ['a.b*c(d', '.b*c(', ['.b*c(']],
  ])('finds in %j what %j asks', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected)
  })

  it('asks for every word, and for two characters at least', () => {
    expect(found('El cómputo', 'computo plazos')).toBeNull()
    expect(core.termsOf('a')).toEqual([])
    expect(core.termsOf('  ')).toEqual([])
    expect(core.termsOf('""')).toEqual([])
  })

  it('takes any text as words', () => {
    for (const text of HOSTILE_TEXTS) {
      const terms = core.termsOf(text)
      const ranges = core.rangesOf(core.fold(text), terms)
      for (const [from, to] of ranges ?? []) expect(0 <= from && from < to && to <= text.length).toBe(true)
    }
  })
})

const note: Note = {
  id: 'ab'.repeat(12),
  target: 'point:1',
  label: 'Punto 1',
  digest: '0f'.repeat(32),
  text: 'Preguntar',
  createdAt: '2017-11-16T17:00:00.000Z',
  updatedAt: '2017-11-16T17:00:00.000Z',
}
const file = (changes: object = {}) =>
  JSON.stringify({
    format: 'quorum/notas',
    version: 1,
    notesOf: 's1',
    title: 'Sesión',
    notes: [note],
    ...changes,
  })
const problem = (text: string) => core.readNotes(text, 's1').problem

describe('a file of notes', () => {
  it('gives its notes, field by field', () => {
    const dressed = { ...note, html: '<b>', constructor: 'x' }
    expect(core.readNotes(file({ notes: [dressed], extra: 1 }), 's1').notes).toEqual([note])
  })

  it.each([
    ['{', 'incompleto'],
    ['', 'incompleto'],
    ['null', 'no es de notas'],
    ['[]', 'no es de notas'],
    ['"x"', 'no es de notas'],
    ['{"format":"quorum/respuestas"}', 'no es de notas'],
    [file({ version: 2 }), 'más nueva'],
    [file({ version: '1' }), 'de qué versión'],
    [file({ notesOf: 's2', title: 'Otra' }), 'otro expediente: «\u2068Otra\u2069»'],
    [file({ notesOf: 's2', title: 7 }), 'otro expediente.'],
    [file({ notes: {} }), 'no trae notas'],
    [file({ notes: Array.from({ length: 2_001 }, () => note) }), 'más de 2000'],
    ['{"__proto__":{"format":"quorum/notas","version":1,"notesOf":"s1","notes":[]}}', 'no es de notas'],
    ['[]'.padEnd(3_000_000), 'más de 2 MB'],
    ['['.repeat(100_000), 'incompleto'],
  ])('is refused when it is not one (%#)', (text, said) => {
    expect(problem(text)).toContain(said)
  })

  it.each(Object.keys(note))('is refused whole when the %s of a note is not as it should be', (field) => {
    const bad: readonly unknown[] = [undefined, null, 1, {}, [], 'x'.repeat(20_000), { toString: 'x' }]
    for (const value of bad) {
      expect(problem(file({ notes: [note, { ...note, [field]: value }] }))).toBe(
        'La nota 2 del archivo no se entiende; no se cargó ninguna.',
      )
    }
  })

  it('takes no field from a prototype', () => {
    const { text: _, ...rest } = note
    const bad = `${JSON.stringify(rest).slice(0, -1)},"__proto__":{"text":"colado"}}`
    expect(problem(file().replace(JSON.stringify(note), bad))).toContain('La nota 1')
    expect(Object.hasOwn(Object.prototype, 'text')).toBe(false)
  })

  it('keeps any text as it is', () => {
    for (const text of HOSTILE_TEXTS) {
      expect(core.readNotes(file({ notes: [{ ...note, text }] }), 's1').notes).toEqual([{ ...note, text }])
    }
  })
})

describe('notes that meet', () => {
  const later = { ...note, text: 'Ya', updatedAt: '2017-11-17T00:00:00.000Z' }
  const other = { ...note, id: 'cd'.repeat(12) }

  it('are joined by their id; of the same note the one written last stays', () => {
    expect(core.joinNotes([note], [later, other])).toEqual({
      notes: [later, other],
      added: 1,
      newer: 1,
      older: 0,
    })
    expect(core.joinNotes([later], [note])).toEqual({ notes: [later], added: 0, newer: 0, older: 1 })
  })

  it('change nothing the second time', () => {
    const once = core.joinNotes([note], [later, other]).notes
    expect(core.joinNotes(once, [later, other])).toEqual({ notes: once, added: 0, newer: 0, older: 2 })
  })
})
