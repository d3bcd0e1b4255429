/** Every stored table, in an order in which rows can be loaded. */
export const TABLE_NAMES = [
  'bodies',
  'seats',
  'persons',
  'memberships',
  'sessions',
  'attendees',
  'points',
  'facts',
  'overlays',
  'items',
  'itemEvents',
  'closedDays',
  'itemViews',
  'origins',
  'packets',
  'commemorations',
  'channels',
  'publications',
] as const

/** Name of a stored table. */
export type TableName = (typeof TABLE_NAMES)[number]
