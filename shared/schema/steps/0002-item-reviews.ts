/**
 * From 2 to 3: items of the follow-up are reviewed in the session, a kind of fact that an older app could
 * not read. No row that there was before changes.
 */
export const itemReviewsStep = {
  from: 2,
  slug: 'item-reviews',
  migrate: (_table: string, row: Readonly<Record<string, unknown>>) => row,
} as const
