import { describe, expect, it } from 'vitest'
import { planSteps, searchTextSteps } from '../../../../../renderer/features/calendar/plan-steps'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { ItemIndex } from '../../../../../shared/domain/follow-up'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { finish } from '../../../../../shared/lib/steps'
import {
  makeChannel,
  makeCommemoration,
  makePlacement,
  makePublication,
} from '../../../../helpers/make-publication'

const channel = makeChannel(1)
const placements = [makePlacement(channel)]
const inYear = [
  makePublication(1, { on: '2026-05-10', title: 'Zeta', placements }),
  makePublication(2, { on: '2026-05-10', title: 'Ánima', placements }),
  makePublication(3, { on: '2026-01-01', title: 'Enero' }),
]
const beside = makePublication(4, { on: '2027-01-05', title: 'Reyes' })
const movedAway = makePublication(5, { on: '2027-03-01', year: 2026, title: 'Movida' })
const elsewhere = makePublication(6, { on: '2019-05-10', title: 'Antigua' })
const all = [...inYear, beside, movedAway, elsewhere]

const publishing = {
  publications: new Map(all.map((publication) => [publication.id, publication])),
  catalogue: [makeCommemoration(1)],
  channels: [channel],
}
const followUp = {
  records: [],
  byId: new Map(),
  context: { calendar: makeCalendar([]), today: isoDate('2026-05-01'), sessionDates: [] },
  closedDays: [],
  sessions: [],
  index: new ItemIndex([]),
}
const titles = (publications: Iterable<{ readonly title: string }>) =>
  [...publications].map(({ title }) => title)

describe('the plan of a year, in steps', () => {
  const plan = finish(planSteps(2026, publishing, followUp))

  it('has the entries of the year in order, wherever they were moved to', () => {
    expect(titles(plan.entries)).toEqual(['Enero', 'Ánima', 'Zeta', 'Movida'])
  })

  it('shows the days of the year and a week around it, and knows every publication', () => {
    expect([...plan.days.keys()].sort()).toEqual(['2026-01-01', '2026-05-10', '2027-01-05'])
    expect(plan.byId.size).toBe(6)
  })

  it('warns of what the notices name, and of nothing when there is no plan', () => {
    expect(new Set(plan.warnings.keys())).toEqual(new Set(inYear.slice(0, 2).map(({ id }) => id)))
    expect(plan.notices.map(({ kind }) => kind)).toEqual(['overlap', 'gap'])
    expect(finish(planSteps(2031, publishing, followUp)).notices).toEqual([])
  })

  it('makes search texts in steps without changing the plan', () => {
    const steps = searchTextSteps(plan)
    expect(steps.next().done).toBe(false)
    expect(finish(steps)).toBeNull()
  })
})
