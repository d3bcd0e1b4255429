import { describe, expect, it } from 'vitest'
import {
  approvedMinutas,
  awaitingMinutas,
  makePoints,
  minutaApprovals,
  type PlainFactBody,
  priorMinutesTitle,
  proposeAgenda,
  type SessionRecord,
  voteIdSchema,
} from '../../../../../shared/domain/sessions'
import {
  countingEffects,
  makeBody,
  makePoint,
  makeRecord,
  makeSession,
  opened,
  testId,
  withFacts,
} from '../../../../helpers/make-session'

const june = makeSession(1, { date: '2017-06-21' })
const august = makeSession(2, { id: testId(110), type: 'extraordinaria', date: '2017-08-30', time: '12:00' })
const november = makeSession(2, { id: testId(120), date: '2017-11-15' })
const next = makeSession(3, { id: testId(130), date: '2017-12-13' })

function held(session: typeof june): SessionRecord {
  return withFacts(opened(makeRecord(session)), [{ kind: 'session-closed' }])
}

/** November's session, whose only point put the two earlier minutas to a vote. */
function november_voted(option: 'yes' | 'no'): SessionRecord {
  const point = makePoint(november, 1, {
    kind: 'prior-minutes',
    closing: 'vote',
    approvesSessions: [june.id, august.id],
  })
  const voteId = voteIdSchema.parse(testId(777))
  const facts: readonly PlainFactBody[] = [
    { kind: 'point-opened', pointId: point.id },
    { kind: 'vote-opened', voteId, pointId: point.id, subject: null },
    { kind: 'ballots-rest', voteId, option },
    { kind: 'vote-closed', voteId, declared: null },
    { kind: 'session-closed' },
  ]
  return withFacts(opened(makeRecord(november, [point])), facts)
}

describe('which minutas are approved', () => {
  it('those named by a point that was voted and approved', () => {
    const records = [held(june), held(august), november_voted('yes')]
    expect([...approvedMinutas(records)]).toEqual([june.id, august.id])
    expect(minutaApprovals(records).get(june.id)?.date).toBe('2017-11-15')
    expect(awaitingMinutas(next, records).map((session) => session.id)).toEqual([november.id])
  })

  it('none when the vote rejected them or never took place', () => {
    expect(approvedMinutas([held(june), november_voted('no')]).size).toBe(0)
    const point = makePoint(november, 1, { kind: 'prior-minutes', approvesSessions: [june.id] })
    expect(approvedMinutas([held(june), makeRecord(november, [point])]).size).toBe(0)
  })

  it('waits for sessions that ended, oldest first, never for those not held or later', () => {
    const records = [held(august), held(june), makeRecord(makeSession(9, { date: '2017-01-10' })), held(next)]
    expect(awaitingMinutas(november, records).map((session) => session.id)).toEqual([june.id, august.id])
  })
})

describe('the title of the point that approves minutas', () => {
  it('names one in singular', () => {
    expect(priorMinutesTitle([june])).toBe(
      'Presentación y, en su caso, aprobación de la minuta de la Primera Sesión Ordinaria del 21 de junio de 2017',
    )
  })

  it('names several in one point, in plural and by date', () => {
    expect(priorMinutesTitle([august, june])).toBe(
      'Presentación y, en su caso, aprobación de las minutas de la Primera Sesión Ordinaria del 21 de junio de 2017 y la Segunda Sesión Extraordinaria del 30 de agosto de 2017',
    )
  })

  it('writes compound ordinals and sessions without number', () => {
    const eleventh = makeSession(11, { date: '2018-02-01' })
    const unnumbered = makeSession(4, { type: 'extraordinaria', ordinal: null, date: '2021-03-25' })
    expect(priorMinutesTitle([eleventh, unnumbered])).toContain(
      'la Décima Primera Sesión Ordinaria del 1 de febrero de 2018 y la Sesión Extraordinaria del 25 de marzo de 2021',
    )
  })
})

it.each([
  ['el Comité', 'm', 'del Comité'],
  ['Comité', 'm', 'del Comité'],
  ['la Comisión', 'f', 'de la Comisión'],
  ['Junta', 'f', 'de la Junta'],
] as const)('%s is written "%s: %s"', (shortName, gender, expected) => {
  const titles = proposeAgenda(november, makeBody({ shortName, gender }), [held(june)]).map(
    (point) => point.title,
  )
  expect(titles[2]).toBe(`Presentación del informe sobre el Seguimiento de Acuerdos ${expected}`)
})

describe('the agenda proposed', () => {
  const titlesFor = (session: typeof june, records: readonly SessionRecord[]) =>
    proposeAgenda(session, makeBody(), records).map((point) => point.title)

  it('of an ordinary session brings minutas, follow-up and general matters', () => {
    const proposed = proposeAgenda(november, makeBody(), [held(june), held(august)])
    expect(proposed.map((point) => [point.title, point.presenter, point.kind, point.closing])).toEqual([
      [
        'Presentación y, en su caso, aprobación del Orden del Día',
        'Secretaría Técnica',
        'agenda-approval',
        'vote',
      ],
      [priorMinutesTitle([june, august]), 'Secretaría Técnica', 'prior-minutes', 'vote'],
      [
        'Presentación del informe sobre el Seguimiento de Acuerdos del Comité',
        'Secretaría Técnica',
        'follow-up',
        'receive',
      ],
      ['Asuntos generales', '', 'general-matters', 'none'],
    ])
    expect(proposed[1]?.approvesSessions).toEqual([june.id, august.id])
  })

  it('of an extraordinary session is only its own approval', () => {
    const extra = makeSession(5, { type: 'extraordinaria' })
    expect(titlesFor(extra, [held(june)])).toEqual([
      'Presentación y, en su caso, aprobación del Orden del Día',
    ])
  })

  it('of the first session of a body brings nothing from before', () => {
    expect(titlesFor(june, [held(august)])).toEqual([
      'Presentación y, en su caso, aprobación del Orden del Día',
      'Asuntos generales',
    ])
  })

  it('does not ask again for minutas that were approved', () => {
    const titles = titlesFor(next, [held(june), held(august), november_voted('yes')])
    expect(titles[1]).toBe(priorMinutesTitle([november]))
  })

  it('becomes numbered rows of the session', () => {
    const points = makePoints(november, proposeAgenda(november, makeBody(), [held(june)]), countingEffects())
    expect(points.map((point) => [point.order, point.number, point.sessionId])).toEqual(
      [0, 1, 2, 3].map((order) => [order, order + 1, november.id]),
    )
    expect(points[1]?.approvesSessions).toEqual([june.id])
  })
})
