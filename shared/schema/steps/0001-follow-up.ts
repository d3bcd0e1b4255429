/**
 * From 1 to 2: the follow-up of agreements comes in four new tables (items, itemEvents, closedDays,
 * itemViews). No row of the tables there were before changes.
 */
export const followUpStep = {
  from: 1,
  slug: 'follow-up',
  migrate: (_table: string, row: Readonly<Record<string, unknown>>) => row,
} as const
