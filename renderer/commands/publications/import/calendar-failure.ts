/** Largest calendar that is read, in bytes: some ten thousand events. */
export const MAX_CALENDAR_BYTES = 5_000_000

/** Why a calendar gave no rows. Nothing was touched. */
export type CalendarFailure =
  | 'too-large'
  | 'unreadable'
  | 'not-a-calendar'
  | 'damaged'
  | 'no-events'
  | 'too-slow'

/** What happened to a calendar, what was kept ("El catálogo no cambió."), what to do. */
export function calendarFailureText(failure: CalendarFailure, name: string, kept: string): string {
  switch (failure) {
    case 'too-large':
      return `«${name}» mide más de 5 MB. ${kept} Exporte un calendario con solo las fechas que necesita.`
    case 'unreadable':
      return `No se pudo leer «${name}». ${kept} Compruebe que el archivo siga en su lugar y que otro programa no lo tenga bloqueado.`
    case 'not-a-calendar':
      return `«${name}» no es un calendario .ics. ${kept} Expórtelo de nuevo desde su programa de calendario, o guarde las fechas como .xlsx o .csv.`
    case 'damaged':
      return `«${name}» está dañado: ninguno de sus eventos se puede leer. ${kept} Expórtelo de nuevo desde su programa de calendario.`
    case 'no-events':
      return `«${name}» no tiene eventos. ${kept} Revise que sea el calendario correcto.`
    case 'too-slow':
      return `«${name}» tardó demasiado en leerse y se dejó. ${kept} Exporte un calendario con solo las fechas que necesita.`
  }
}
