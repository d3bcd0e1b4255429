import { describe, expect, it } from 'vitest'
import { documentText } from '../../../../../shared/documents'
import { correctFact, type PlainFactBody } from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { countingEffects, makeAttendee, makeBody, opened, withFacts } from '../../../../helpers/make-session'
import { minutaOf, told } from '../../../../helpers/minuta'
import {
  committee,
  everybody,
  openPoint,
  pointNumber,
  prepared,
  presence,
  speech,
  voteOn,
} from '../../../../helpers/minuta-committee'

const { president, secretary, manager, office, computing, training } = committee
const CLOSE: PlainFactBody = { kind: 'session-closed' }
const VERIFY: PlainFactBody = { kind: 'quorum-verified' }

function outcome(
  n: number,
  what: Extract<PlainFactBody, { kind: 'point-outcome' }>['outcome'],
  reason: string | null = null,
): PlainFactBody {
  return { kind: 'point-outcome', pointId: pointNumber(n).id, outcome: what, reason }
}

function tell(facts: readonly PlainFactBody[]): readonly string[] {
  return told(withFacts(opened(prepared()), facts)).slice(1)
}

describe('opening and quorum', () => {
  it('names the presidency in full and opens the session', () => {
    expect(told(opened(prepared()))).toEqual([
      'El licenciado Edmundo Jacobo Molina, Presidente del Comité, dio inicio a la segunda sesión ordinaria ' +
        'del Comité de Gestión y Publicación Electrónica 2017 del Instituto Nacional Electoral.',
    ])
  })

  it('agrees with a body and a presidency of the other gender', () => {
    const record = prepared()
    const plan = {
      ...record.plan,
      attendees: [{ ...president, gender: 'f' as const, honorificLong: 'licenciada' }],
    }
    const body = makeBody({ name: 'Comisión de Quejas', shortName: 'la Comisión', gender: 'f' })
    expect(told(opened({ ...record, plan }), { body })[0]).toBe(
      'La licenciada Edmundo Jacobo Molina, Presidenta de la Comisión, dio inicio a la segunda sesión ' +
        'ordinaria de la Comisión de Quejas 2017 del Instituto Nacional Electoral.',
    )
  })

  it('says that quorum exists only when it does', () => {
    expect(tell([VERIFY])).toEqual([
      'Por instrucciones del Presidente del Comité, la Secretaria Técnica, la licenciada Cecilia Azuara Arai, ' +
        'verificó la existencia de quórum para realizar la sesión.',
    ])
    const gone = everybody.slice(3, 7).map((attendee) => presence(attendee, 'away'))
    const [lacking] = tell([...gone, VERIFY]).slice(-1)
    expect(lacking).toContain('sin que se reuniera el quórum para realizar la sesión')
    expect(lacking).toContain('presentes con derecho a voto, tres de siete; requeridos, cuatro.')
  })

  it('says nothing of a chair that is not in the room', () => {
    const facts = [presence(president, 'away'), presence(secretary, 'away'), VERIFY, openPoint(5)]
    expect(tell(facts).slice(-2)).toEqual([
      'Se verificó la existencia de quórum para realizar la sesión.',
      'Se dio cuenta del quinto punto del orden del día, relativo al proyecto de acuerdo por el que se emiten ' +
        'los Criterios.',
    ])
  })
})

describe('points', () => {
  it('introduces each kind in its own way', () => {
    const openings = [3, 4, 5, 6, 7].flatMap((n) => tell([VERIFY, openPoint(n)]).slice(-1))
    expect(openings).toEqual([
      'El licenciado Jacobo Molina instruyó a la licenciada Azuara informar sobre los puntos que conforman el ' +
        'seguimiento de acuerdos convenidos por los miembros del Comité.',
      'Por instrucciones del Presidente del Comité, la Secretaria Técnica dio cuenta del cuarto punto del orden ' +
        'del día, relativo al informe del Gestor de Contenidos.',
      'Por instrucciones del Presidente del Comité, la Secretaria Técnica dio cuenta del quinto punto del orden ' +
        'del día, relativo al proyecto de acuerdo por el que se emiten los Criterios.',
      'Por instrucciones del Presidente del Comité, la Secretaria Técnica dio cuenta del sexto punto del orden ' +
        'del día, relativo a la estrategia digital 2018.',
      'El Presidente del Comité consultó a los integrantes si tenían algún asunto que agregar por tratarse de ' +
        'una sesión ordinaria.',
    ])
  })

  it('gives the floor to whoever presents the report, in full the first time and short after', () => {
    expect(
      tell([VERIFY, openPoint(4), speech(4, manager, 'informs', 'atendió 1,904 solicitudes')]).slice(1),
    ).toEqual([
      'Por instrucciones del Presidente del Comité, la Secretaria Técnica dio cuenta del cuarto punto del orden ' +
        'del día, relativo al informe del Gestor de Contenidos, cediendo la palabra a la maestra Fanny Aimee ' +
        'Garduño Néstor, Gestora de Contenidos del Portal de Internet e Intranet del Instituto.',
      'La maestra Fanny Garduño informó que atendió 1,904 solicitudes.',
    ])
  })

  it('does not name again whoever goes on speaking, but does after anything else', () => {
    const facts = [
      openPoint(6),
      speech(6, computing, 'suggests', 'formar un archivo'),
      speech(6, computing, 'specifies', 'sería anual'),
      presence(office, 'away'),
      speech(6, computing, 'reiterates', 'la sugerencia'),
    ]
    expect(tell(facts).slice(1)).toEqual([
      'El ingeniero Jorge Humberto Torres Antuñano, representante de la Unidad Técnica de Servicios de ' +
        'Informática, sugirió formar un archivo.',
      'Precisó que sería anual.',
      'A las once horas con cinco minutos, el licenciado Juan Carlos Enrique Cuervo Escalona, representante de ' +
        'la Dirección del Secretariado, se ausentó de la sesión.',
      'El ingeniero Jorge Torres reiteró la sugerencia.',
    ])
  })

  it('keeps the order in which points were dealt with, and says when one is taken up again', () => {
    const record = withFacts(opened(prepared()), [openPoint(5), openPoint(3), openPoint(5)])
    const headings = documentText(minutaOf(record).tree)
      .split('\n')
      .filter((line) => line.startsWith('Punto '))
    expect(headings).toEqual(['Punto 5:', 'Punto 3:', 'Punto 5 (continuación):'])
    expect(told(record).at(-1)).toBe('Se retomó el quinto punto del orden del día.')
  })

  it('tells every outcome, and which point it was when it was not under discussion', () => {
    expect(tell([openPoint(4), outcome(4, 'received')]).at(-1)).toBe('El informe se dio por recibido.')
    expect(tell([openPoint(3), outcome(3, 'received')]).at(-1)).toBe(
      'Sin comentarios al respecto, el seguimiento de acuerdos se dio por recibido.',
    )
    expect(
      tell([openPoint(3), speech(3, secretary, 'informs', 'que sí'), outcome(3, 'received')]).at(-1),
    ).toBe('Sin más comentarios, el seguimiento de acuerdos se dio por recibido.')
    expect(tell([openPoint(1), outcome(4, 'withdrawn', 'falta información')]).at(-1)).toBe(
      'El cuarto punto, relativo al informe del Gestor de Contenidos, se retiró del orden del día, por la ' +
        'siguiente razón: falta información.',
    )
    expect(tell([openPoint(5), outcome(5, 'deferred')]).at(-1)).toBe('El punto quedó diferido.')
    expect(tell([openPoint(6), outcome(6, 'unrecorded')])).toHaveLength(1)
  })

  it('says which points were never reached', () => {
    const last = tell([openPoint(7), CLOSE]).slice(-2)
    expect(last[0]).toBe(
      'No se desahogó el sexto punto del orden del día, relativo a la estrategia digital 2018.',
    )
    expect(last[1]).toBe('Concluyó la sesión a las once horas con cinco minutos.')
  })
})

describe('records, presence and closing', () => {
  it('tells arrivals, exits, returns and departures with their time', () => {
    const facts = [
      presence(office, 'away'),
      presence(office, 'present'),
      presence(office, 'present', true),
      presence(office, 'excused'),
      presence(office, 'present', true),
      presence(office, 'absent'),
    ]
    const [note, first, ...rest] = told(withFacts(opened(prepared()), facts))
    const at = 'A las once horas con cinco minutos, el licenciado Cuervo Escalona'
    expect(note).toBe(
      'Participaron de manera remota: Lic. Juan Carlos Enrique Cuervo Escalona, Representante de la Dirección ' +
        'del Secretariado.',
    )
    expect(first).toMatch(/^El licenciado Edmundo Jacobo Molina/)
    expect(rest.slice(1)).toEqual([
      `${at} se reincorporó a la sesión.`,
      `${at} continuó su participación de manera remota.`,
      `${at} se retiró con excusa de la sesión.`,
      `${at} se incorporó a la sesión, de manera remota.`,
      `${at} se retiró de la sesión.`,
    ])
  })

  it('tells recesses, agreements and commitments', () => {
    const pointId = pointNumber(5).id
    const facts: readonly PlainFactBody[] = [
      openPoint(5),
      { kind: 'recess-started' },
      { kind: 'recess-ended' },
      {
        kind: 'agreement',
        pointId,
        number: 'INE/CGyPE/003/2021',
        text: 'PRIMERO. Se aprueban\nSEGUNDO. Publíquese',
      },
      { kind: 'agreement', pointId, number: null, text: 'Se toma nota' },
      {
        kind: 'commitment',
        pointId,
        sourceFactId: null,
        text: 'Formar el archivo',
        responsible: ['UNICOM', 'CNCS'],
        due: 'próxima sesión',
      },
    ]
    expect(tell(facts).slice(1)).toEqual([
      'A las once horas con cinco minutos, se declaró un receso.',
      'A las once horas con cinco minutos, se reanudó la sesión.',
      'Acuerdo INE/CGyPE/003/2021: PRIMERO. Se aprueban.\nSEGUNDO. Publíquese.',
      'Acuerdo: Se toma nota.',
      'Compromiso: Formar el archivo. Responsables: UNICOM y CNCS. Plazo: próxima sesión.',
    ])
  })

  it('closes by type of session', () => {
    const all = [1, 2, 3, 4, 5, 6, 7].map(openPoint)
    expect(tell([...all, CLOSE]).at(-1)).toBe(
      'Sin haber más asuntos generales que tratar, concluyó la sesión a las once horas con cinco minutos.',
    )
    const record = prepared([pointNumber(5)])
    const session = { ...record.plan.session, type: 'extraordinaria' as const }
    const extra = opened({ ...record, plan: { ...record.plan, session } })
    expect(told(withFacts(extra, [openPoint(5), CLOSE])).at(-1)).toBe(
      'Sin más asuntos que tratar, se dio por concluida la sesión a las once horas con cinco minutos.',
    )
  })

  it('keeps full names for two people whom the short form would confuse', () => {
    const record = prepared()
    const twin = makeAttendee(record.plan.session, 9, {
      fullName: 'Ana Azuara Ruiz',
      shortName: 'Azuara',
      charge: 'Asesora',
      role: 'guest',
      hasVote: false,
    })
    const plan = { ...record.plan, attendees: [...record.plan.attendees, twin] }
    const facts = [
      openPoint(3),
      speech(3, twin, 'suggests', 'seguir'),
      speech(3, secretary, 'suggests', 'parar'),
    ]
    expect(told(withFacts(opened({ ...record, plan }), facts)).slice(-2)).toEqual([
      'La licenciada Ana Azuara Ruiz, Asesora, sugirió seguir.',
      'La licenciada Cecilia Azuara Arai sugirió parar.',
    ])
  })

  it('reads a corrected fact as it now says, in its place', () => {
    const record = withFacts(opened(prepared()), [openPoint(5), ...voteOn(5)])
    const target = required(
      record.facts.find((fact) => fact.body.kind === 'ballots-rest'),
      'fact',
    )
    const corrected = correctFact(
      record,
      target.id,
      { body: { ...target.body, option: 'no' } as PlainFactBody, time: clockTimeSchema.parse('11:05') },
      'error de captura',
      clockTimeSchema.parse('11:30'),
      countingEffects(5_000_000),
    )
    if (!corrected.ok) throw new Error(corrected.error.code)
    const texts = told({ ...record, facts: [...record.facts, ...corrected.value.facts] })
    expect(texts.at(-1)).toContain('no se aprobó, con ningún voto a favor y siete en contra')
  })

  it('lists who attended at any time, and the voting seats that did not come', () => {
    const record = prepared()
    const calls = everybody
      .filter((attendee) => attendee !== office && attendee !== training)
      .map((attendee) => presence(attendee, 'present'))
    const facts: readonly PlainFactBody[] = [
      ...calls,
      presence(office, 'excused'),
      { kind: 'session-opened' },
      presence(computing, 'away'),
    ]
    const minuta = minutaOf(withFacts(record, facts))
    const table = minuta.tree.blocks.find((block) => block.kind === 'table')
    expect(table?.rows.map((row) => row[0])).toEqual([
      'Lic. Edmundo Jacobo Molina',
      'Lic. Cecilia Azuara Arai',
      'Lic. Adrián Gerardo Pérez Cortés',
      'Lic. Rubén Álvarez Mendiola',
      'Ing. Jorge Humberto Torres Antuñano',
      'Mtra. Fanny Aimee Garduño Néstor',
    ])
    expect(minuta.paragraphs[0]?.text).toBe(
      'No asistieron, con derecho a voto: Lic. Juan Carlos Enrique Cuervo Escalona, Representante de la ' +
        'Dirección del Secretariado (con excusa); Lic. Jacqueline González García, Representante de la ' +
        'Dirección Ejecutiva de Capacitación Electoral y Educación Cívica.',
    )
    expect(minuta.signatories.map((attendee) => attendee.id)).not.toContain(office.id)
  })
})
