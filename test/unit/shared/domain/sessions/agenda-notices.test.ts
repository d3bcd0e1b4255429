import { describe, expect, it } from 'vitest'
import {
  type Attendee,
  type Point,
  preparationNotices,
  type Session,
} from '../../../../../shared/domain/sessions'
import {
  makeAttendee,
  makePoint,
  makeRecord,
  makeSession,
  opened,
  withFacts,
} from '../../../../helpers/make-session'

const session = makeSession(2)
const approval = makePoint(session, 1, {
  title: 'Presentación y, en su caso, aprobación del Orden del Día',
  kind: 'agenda-approval',
  closing: 'vote',
})
const general = makePoint(session, 3, {
  title: 'Asuntos generales',
  kind: 'general-matters',
  closing: 'none',
})
const june = withFacts(opened(makeRecord(makeSession(1, { date: '2017-06-21' }))), [
  { kind: 'session-closed' },
])

function codesOf(
  points: readonly Point[],
  changes: Partial<Record<keyof Session, unknown>> = {},
  attendees?: readonly Attendee[],
): readonly string[] {
  const changed = makeSession(2, changes)
  const { plan } = makeRecord(changed, points, attendees)
  return preparationNotices(plan, [june]).map((notice) =>
    notice.code === 'agenda' ? notice.warning.code : notice.code,
  )
}

const minutas = makePoint(session, 2, {
  title: 'Presentación y, en su caso, aprobación de la minuta de la Primera Sesión Ordinaria',
  kind: 'prior-minutes',
  closing: 'vote',
  approvesSessions: [june.plan.session.id],
})

describe('what deserves a look before the session', () => {
  it('nothing when all is in order', () => {
    expect(codesOf([approval, minutas, general])).toEqual([])
  })

  it('an empty agenda', () => {
    expect(codesOf([])).toEqual(['empty'])
  })

  it('general matters that do not close the agenda, or in an extraordinary session', () => {
    const report = makePoint(session, 4)
    expect(codesOf([approval, minutas, general, report])).toEqual(['general-matters-not-last'])
    expect(codesOf([approval, minutas, general], { type: 'extraordinaria' })).toEqual([
      'general-matters-in-extraordinary',
    ])
  })

  it('a closing that is not the one its title announces', () => {
    const report = makePoint(session, 2, { closing: 'vote' })
    expect(codesOf([approval, minutas, report])).toContain('closing-differs')
  })

  it('minutas awaiting approval that no point takes up, or a point that names none', () => {
    expect(codesOf([approval, general])).toEqual(['minutas-missing'])
    expect(codesOf([approval, { ...minutas, approvesSessions: [] }])).toEqual([
      'minutas-not-named',
      'minutas-missing',
    ])
    expect(codesOf([approval], { type: 'extraordinaria' })).toEqual([])
  })

  it('a place that is missing, unless the session is virtual', () => {
    expect(codesOf([approval, minutas], { place: '' })).toEqual(['place-missing'])
    expect(codesOf([approval, minutas], { place: '', modality: 'virtual' })).toEqual([])
  })

  it('an attendance list that cannot work', () => {
    const guest = (n: number) => makeAttendee(session, n, { role: 'guest', hasVote: false })
    expect(codesOf([approval, minutas], {}, [])).toEqual(['nobody-called'])
    expect(codesOf([approval, minutas], {}, [guest(1)])).toEqual([
      'no-presidency',
      'no-secretariat',
      'quorum-unreachable',
    ])
  })

  it('people whose initials cannot be told apart, by name', () => {
    const attendees = [1, 2, 3].map((n) =>
      makeAttendee(session, n, { initials: n === 3 ? 'PB' : `P${'AB'[n - 1]}` }),
    )
    const { plan } = makeRecord(session, [approval, minutas], attendees)
    expect(preparationNotices(plan, [june])).toMatchObject([
      {
        code: 'initials-clash',
        clashes: [{ attendee: { fullName: 'Persona Número 3' }, other: { fullName: 'Persona Número 2' } }],
      },
    ])
  })
})
