import type { PacketView } from '../../shared/packet'

/** Fields of a view whose values are one of a few words, a date or a time: nobody types them. */
const FIXED: ReadonlySet<string> = new Set([
  ...['audience', 'madeAt', 'gender', 'timeZone', 'type', 'date', 'time', 'modality', 'phase', 'status'],
  ...[
    'role',
    'openedAt',
    'closedAt',
    'option',
    'outcome',
    'by',
    'result',
    'kind',
    'state',
    'openedOn',
    'due',
  ],
])

/** Fields of that name that are free text where they are. */
function isFree(key: string, holder: object): boolean {
  return key === 'outcome' && 'presenter' in holder
}

function replaced(value: unknown, text: (value: string) => string, key: string, holder: object): unknown {
  if (typeof value === 'string') return FIXED.has(key) && !isFree(key, holder) ? value : text(value)
  if (Array.isArray(value)) return value.map((item) => replaced(item, text, key, holder))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, held]) => [name, replaced(held, text, name, value)])
  return Object.fromEntries(entries)
}

/** The view with every text that somebody could have typed, or a foreign packet could hold, made another. */
export function hostileView(view: PacketView, text: (value: string) => string): PacketView {
  return replaced(view, text, '', {}) as PacketView
}
