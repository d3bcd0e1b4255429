import type { Publication } from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { formatDay } from '../../../ui/format'
import type { DayMark } from '../layers'

/** "1 publicación", "1,204 publicaciones". */
export function publicationsText(count: number): string {
  return count === 1 ? '1 publicación' : `${count.toLocaleString('es-MX')} publicaciones`
}

const NO_MARKS: readonly DayMark[] = []
const NOTHING: readonly Publication[] = []

/** A day in words, for whoever hears it: its date, what is published and what else is on it. */
export function dayLabel(
  day: IsoDate,
  publications: readonly Publication[] = NOTHING,
  marks: readonly DayMark[] = NO_MARKS,
): string {
  const said = publications.length === 0 ? 'sin publicaciones' : publicationsText(publications.length)
  return [formatDay(day), said, ...marks.map(({ text }) => text)].join('. ')
}
