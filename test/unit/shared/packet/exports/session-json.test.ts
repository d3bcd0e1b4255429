import Ajv from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSession } from '../../../../../shared/domain/sessions'
import {
  dataFiles,
  defaultViewOptions,
  type PacketView,
  packetPathProblem,
  packetViewSchema,
  sessionJson,
  sessionJsonSchema,
  type ViewOptions,
  type ViewSource,
} from '../../../../../shared/packet'
import { NOTHING_STORED, planSessionFile, readSessionFile } from '../../../../../shared/session-file'
import { countingEffects } from '../../../../helpers/make-session'
import { HEADING, viewOf, viewSource } from '../../../../helpers/packet-view'
import { movesArbitrary, randomSession } from '../../../../helpers/random-session'
import { toldSession } from '../../../../helpers/told-session'

const ajv = addFormats.default(new Ajv({ allErrors: true, strict: false }))
const validators = new Map<string, ReturnType<typeof ajv.compile>>()

/** Checks a file against the schema that goes beside it, as a program of somebody else would. */
function schemaErrors(file: { readonly format: 'quorum-session' | 'quorum-session-view' }): unknown {
  const validate = validators.get(file.format) ?? ajv.compile(JSON.parse(sessionJsonSchema(file)))
  validators.set(file.format, validate)
  validate(JSON.parse(JSON.stringify(file)))
  return validate.errors ?? null
}

function fileOf(options: ViewOptions, source: ViewSource = viewSource()) {
  return sessionJson(viewOf(options.audience, options, source), source, options)
}

const members = defaultViewOptions('members')
const open = defaultViewOptions('public')

describe('sesion.json', () => {
  it('for the members is a session that can be recorded again', () => {
    const source = viewSource()
    const file = fileOf(members, source)
    expect(file.format).toBe('quorum-session')
    expect(schemaErrors(file)).toBeNull()
    const read = readSessionFile(JSON.stringify(file))
    if (!read.ok || source.record === null) throw new Error('not read')
    const planned = planSessionFile(read.value, NOTHING_STORED, countingEffects())
    if (!planned.ok) throw new Error('not planned')
    const { record } = source
    expect(toldSession(planned.value.state)).toEqual(toldSession(foldSession(record.plan, record.facts)))
    expect(JSON.stringify(file)).toContain('data/anexos/punto-04/02-informe.pdf')
  })

  it('names no annex that does not go along', () => {
    const bare = { ...members, include: { ...members.include, annexes: false } }
    expect(JSON.stringify(fileOf(bare))).not.toMatch(/annexes|data\/anexos/)
  })

  it('is so for any session, and fits its schema', () => {
    fc.assert(
      fc.property(movesArbitrary, (moves) => {
        const record = randomSession(moves)
        const file = fileOf(members, viewSource({ record }))
        expect(file.format).toBe('quorum-session')
        expect(schemaErrors(file)).toBeNull()
      }),
      { numRuns: 6 },
    )
  }, 30_000)

  it('for the public is the view, when only totals are told', () => {
    const file = fileOf(open)
    expect(file).toEqual({ format: 'quorum-session-view', version: 1, view: viewOf('public') })
    expect(schemaErrors(file)).toBeNull()
    expect(JSON.stringify(file)).not.toMatch(/secreto|reservada/i)
  })

  it('for the public with named votes can be recorded again, without initials, reasons or corrections', () => {
    const file = fileOf({ ...open, votes: 'names' })
    expect(file.format).toBe('quorum-session')
    const text = JSON.stringify(file)
    expect(text).not.toMatch(/secreto|reservada|"PA"/i)
    expect(schemaErrors(file)).toBeNull()
    expect(readSessionFile(text).ok).toBe(true)
  })

  it('is the view in the backup of a body, and where the format has no words', () => {
    expect(fileOf(defaultViewOptions('backup'), viewSource({ record: null })).format).toBe(
      'quorum-session-view',
    )
    const source = viewSource()
    if (source.record === null) throw new Error('no record')
    const { plan, facts } = source.record
    const namesakes = plan.attendees.map((attendee) => ({ ...attendee, fullName: 'Ana Ruiz' }))
    const twins = viewSource({ record: { facts, plan: { ...plan, attendees: namesakes } } })
    const file = fileOf(members, twins)
    expect(file.format).toBe('quorum-session-view')
    expect(schemaErrors(file)).toBeNull()
  })

  it('has a schema that refuses what is not so', () => {
    expect(schemaErrors({ ...fileOf(open), more: 1 } as never)).not.toBeNull()
    expect(schemaErrors({ ...fileOf(members), people: 'x' } as never)).not.toBeNull()
  })
})

describe('shape of a view', () => {
  const previous = { version: 1, madeAt: HEADING.madeAt, outline: [] }
  it.each<[string, PacketView]>([
    ['members', viewOf('members', {}, viewSource(), { ...HEADING, version: 2, previous })],
    ['public', viewOf('public')],
    ['backup', viewOf('backup', {}, viewSource({ record: null }))],
  ])('holds the view for %s', (_, view) => {
    expect(packetViewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view)
  })
})

describe('data of a packet', () => {
  it('is the same for the same rows, at paths of a packet', () => {
    const source = viewSource()
    const files = dataFiles(viewOf('members'), source, members)
    expect(files.map(({ path }) => path)).toEqual([
      'data/datos/sesion.json',
      'data/datos/sesion.schema.json',
      'data/datos/votaciones.json',
      'data/datos/calendario.ics',
      'data/datos/tablas/asistencia.csv',
      'data/datos/tablas/orden-del-dia.csv',
      'data/datos/tablas/votaciones.csv',
      'data/datos/tablas/votos.csv',
      'data/datos/tablas/acuerdos.csv',
      'data/datos/tablas/seguimiento.csv',
      'data/datos/tablas/csv-metadata.json',
    ])
    for (const { path } of files) expect(packetPathProblem(path)).toBeNull()
    expect(dataFiles(viewOf('members'), viewSource(), members)).toEqual(files)
  })

  it('of a public packet holds nothing that was marked as secret', () => {
    for (const { bytes } of dataFiles(viewOf('public'), viewSource(), open)) {
      expect(Buffer.from(bytes).toString('utf8')).not.toMatch(
        /secreto|reservada|OF\/1|Secretaría Técnica, 20/i,
      )
    }
  })
})
