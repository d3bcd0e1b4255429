import { describe, expect, it } from 'vitest'
import { followUpRows, SEARCH } from '../../../build/scripts/lib/follow-up-rows.mjs'
import { seedFollowUp } from '../../../build/scripts/lib/seed-follow-up.mjs'
import { makeCalendar } from '../../../shared/domain/calendar'
import { filterItems, itemSchema, NO_FILTER, recordOf } from '../../../shared/domain/follow-up'
import * as sessions from '../../../shared/domain/sessions'
import * as journal from '../../../shared/journal'
import { isoDate } from '../../../shared/lib/iso-date'
import { ROW_SCHEMAS } from '../../../shared/schema/row-schemas'
import { SCHEMA_VERSION } from '../../../shared/schema/version'
import * as files from '../../../shared/session-file'
import { countingEffects, testId } from '../../helpers/make-session'

const TODAY = '2026-11-22'

describe('the seeded follow-up', () => {
  it('is a journal of rows that the app would have written', async () => {
    const options = { count: 300, today: TODAY, schema: SCHEMA_VERSION }
    const { text, headSeq } = await seedFollowUp({ files, sessions, journal }, options)
    const records = text
      .trimEnd()
      .split('\n')
      .map((line) => journal.parseLine(line))
    expect(records).toHaveLength(headSeq)
    const changes = records.flatMap((record) => (record.ok ? record.value.changeSet.changes : []))
    for (const { table, after } of changes) expect(ROW_SCHEMAS[table].safeParse(after).error).toBeUndefined()
    expect(changes.filter(({ table }) => table === 'items')).toHaveLength(300)
    expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length)
  })

  it('is narrowed by every letter of the search, however few items there are', () => {
    const context = { calendar: makeCalendar([]), today: isoDate(TODAY), sessionDates: [] }
    const rows = followUpRows(20, { bodyId: testId(1), today: TODAY, newId: countingEffects().newId })
    const items = rows.filter(({ table }) => table === 'items').map(({ row }) => itemSchema.parse(row))
    const records = items.map((item) => recordOf(item, [], context))
    const found = [...SEARCH].map(
      (_, index) => filterItems(records, { ...NO_FILTER, text: SEARCH.slice(0, index + 1) }).length,
    )
    expect(found).toEqual([...new Set(found)].sort((a, b) => b - a))
    expect(found.at(-1)).toBeGreaterThan(0)
    expect(found[0]).toBeLessThan(20)
  })
})
