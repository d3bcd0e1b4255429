/**
 * From 3 to 4: a commemorative date may be moved or not observed in one year. Dates of before have no
 * such years; no other row changes.
 */
export const dateExceptionsStep = {
  from: 3,
  slug: 'date-exceptions',
  migrate: (table: string, row: Readonly<Record<string, unknown>>) =>
    table === 'commemorations' ? { ...row, exceptions: [] } : row,
} as const
