import { describe, expect, it } from 'vitest'
import { chooseTab } from '../../../../../renderer/features/sessions/session-tabs'
import {
  filterLines,
  linesByYear,
  minutaText,
  sessionLines,
} from '../../../../../renderer/features/sessions/sessions-list'
import { voteIdSchema } from '../../../../../shared/domain/sessions'
import {
  makePoint,
  makeRecord,
  makeSession,
  opened,
  testId,
  withFacts,
} from '../../../../helpers/make-session'

const june = makeSession(1, { date: '2017-06-21' })
const november = makeSession(2, { id: testId(120) })
const next = makeSession(1, {
  id: testId(130),
  date: '2018-02-14',
  type: 'extraordinaria',
  place: 'Sala Norte',
})
const point = makePoint(november, 1, { kind: 'prior-minutes', closing: 'vote', approvesSessions: [june.id] })
const voteId = voteIdSchema.parse(testId(777))
const records = [
  withFacts(opened(makeRecord(june)), [{ kind: 'session-closed' }]),
  withFacts(opened(makeRecord(november, [point])), [
    { kind: 'point-opened', pointId: point.id },
    { kind: 'vote-opened', voteId, pointId: point.id, subject: null },
    { kind: 'ballots-rest', voteId, option: 'yes' },
    { kind: 'vote-closed', voteId, declared: null },
  ]),
  makeRecord(next),
]
const lines = sessionLines(records)

describe('the list of sessions', () => {
  it('shows the newest first, each with its state and that of its minuta', () => {
    expect(lines.map((line) => [line.name, line.phase, minutaText(line.minuta)])).toEqual([
      ['Primera sesión extraordinaria', 'before', '—'],
      ['Segunda sesión ordinaria', 'in-session', '—'],
      ['Primera sesión ordinaria', 'closed', 'aprobada mié 15 nov 2017'],
    ])
  })

  it('groups them by year', () => {
    expect(linesByYear(lines).map(({ year, lines: ofYear }) => [year, ofYear.length])).toEqual([
      [2018, 1],
      [2017, 2],
    ])
  })

  it.each([
    ['', 3],
    ['2017', 2],
    ['sesion ordinaria', 2],
    ['norte', 1],
    ['en curso', 1],
    ['aprobada 21 jun', 1],
    ['2018 ordinaria', 0],
    ['2018 extra', 1],
    ['nada', 0],
  ])('typing %j finds %i', (typed, count) => {
    expect(filterLines(lines, typed)).toHaveLength(count)
  })
})

it.each([
  ['', 'before', 'preparacion'],
  ['', 'in-session', 'sala'],
  ['', 'recess', 'sala'],
  ['', 'closed', 'minuta'],
  ['otra-cosa', 'in-session', 'sala'],
  ['preparacion', 'in-session', 'preparacion'],
] as const)('the address %j of a session %s opens %s', (asked, phase, tab) => {
  expect(chooseTab(asked, phase)).toBe(tab)
})
