import { format, parse } from 'date-fns'
import { es } from 'date-fns/locale/es'
import type { IsoDate } from '../../shared/lib/iso-date'

function dateOf(date: IsoDate): Date {
  return parse(date, 'yyyy-MM-dd', new Date(0))
}

/** Long lists write the same days again and again. */
const days = new Map<IsoDate, string>()

/** "mié 15 nov 2017" */
export function formatDay(date: IsoDate): string {
  const known = days.get(date)
  if (known !== undefined) return known
  const text = format(dateOf(date), 'EEE d MMM yyyy', { locale: es }).replace(/\./g, '')
  days.set(date, text)
  return text
}

/** "miércoles 15 de noviembre de 2017" */
export function formatLongDay(date: IsoDate): string {
  return format(dateOf(date), "EEEE d 'de' MMMM 'de' yyyy", { locale: es })
}

/** Wall-clock time of an instant on this computer, "11:42:07". */
export function formatClock(instant: string): string {
  return format(new Date(instant), 'HH:mm:ss')
}

/** "1.4 MB": bytes in the unit that reads best. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${amount.toLocaleString('es-MX', { maximumFractionDigits: step === 0 ? 0 : 1 })} ${units[step]}`
}
