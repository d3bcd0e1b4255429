import { describe, expect, it } from 'vitest'
import { calendarFailureText } from '../../../../../renderer/commands/publications/import/calendar-failure'
import { readCalendar } from '../../../../../renderer/commands/publications/import/read-calendar'
import { planDatesImport } from '../../../../../shared/domain/publications'
import { sheetProblemText, startDraft } from '../../../../../shared/lib/sheet'
import { calendarText, yearly } from '../../../../helpers/make-ics'
import { countingEffects, makeBody } from '../../../../helpers/make-session'

const ZONE = 'America/Mexico_City'

function read(...events: readonly (readonly string[])[]) {
  const calendar = readCalendar(calendarText(...events), ZONE)
  if (!calendar.ok) throw new Error(calendar.error)
  return calendar.value
}

/** The rows without their headings, blank cells at the end left out. */
function rowsOf(...events: readonly (readonly string[])[]): readonly string[] {
  return read(...events)
    .sheet.rows.slice(1)
    .map((cells) => cells.join('|').replace(/\|+$/, ''))
}

/** Why the only event has no rule. */
function reason(...event: readonly string[]): string {
  const [mark] = read(event).sheet.marks
  return mark?.kind === 'unsayable' ? mark.says : ''
}

describe('reading a calendar as rows', () => {
  it('says in words what a rule can say', () => {
    expect(
      rowsOf(
        yearly('Fijo', '20200308'),
        yearly('Cada tres', '20180701', 'FREQ=YEARLY;INTERVAL=3;UNTIL=20300701'),
        yearly('Segundo domingo', '20200510', 'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU'),
        yearly('Último lunes', '20201130', 'FREQ=YEARLY;BYMONTH=11;BYDAY=-1MO'),
        yearly('Por lugar', '20201116', 'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYSETPOS=3'),
        yearly('Por días', '20201116', 'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=15,16,17,18,19,20,21'),
        yearly('Doce meses', '20200510', 'FREQ=MONTHLY;INTERVAL=12;BYDAY=2SU'),
        yearly('Fin de enero', '20200131', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1'),
        yearly('Cinco veces', '20200101', 'FREQ=YEARLY;COUNT=5'),
        ['SUMMARY:Una vez\\, nada más', 'DTSTART:20260615T100000', 'DESCRIPTION:Nota'],
      ),
    ).toEqual([
      'Fijo|8 de marzo',
      'Cada tres|1.º de julio, cada 3 años (2018, 2021…)||2030-07-01',
      'Segundo domingo|segundo domingo de mayo',
      'Último lunes|último lunes de noviembre',
      'Por lugar|tercer lunes de noviembre',
      'Por días|tercer lunes de noviembre',
      'Doce meses|segundo domingo de mayo',
      'Fin de enero|31 de enero',
      'Cinco veces|1.º de enero||2024-12-31',
      'Una vez, nada más|15 de junio, solo en 2026|||Nota',
    ])
  })

  it('takes hours in UTC by the clock of the body', () => {
    expect(rowsOf(['SUMMARY:Noche', 'DTSTART:20260616T030000Z'])).toEqual(['Noche|15 de junio, solo en 2026'])
  })

  it('gathers the days of one name that are told one by one, when a rule gives just those', () => {
    const on = (name: string, day: string) => [`SUMMARY:${name}`, `DTSTART;VALUE=DATE:${day}`]
    expect(
      rowsOf(
        on('Bandera', '20260224'),
        on('Puente', '20261116'),
        on('BANDERA', '20250224'),
        on('Puente', '20271115'),
        on('Viernes Santo', '20260403'),
        on('Viernes Santo', '20270326'),
        on('Dispersa', '20260403'),
        on('Dispersa', '20270401'),
        ['SUMMARY:Suelta', 'DTSTART;VALUE=DATE:20260501', 'RDATE;VALUE=DATE:20270501'],
      ),
    ).toEqual([
      'Bandera|24 de febrero, solo en 2025, 2026',
      'Puente|tercer lunes de noviembre, solo en 2026, 2027',
      'Viernes Santo|2 días antes del Domingo de Pascua, solo en 2026, 2027',
      'Dispersa',
      'Suelta|1.º de mayo, solo en 2026, 2027',
    ])
  })

  it.each([
    ['cada semana', ['FREQ=WEEKLY']],
    ['cada 2 semanas', ['FREQ=WEEKLY;INTERVAL=2']],
    ['cada mes', ['FREQ=MONTHLY']],
    ['cada día', ['FREQ=DAILY']],
    ['de un modo que no se puede decir', ['FREQ=YEARLY;BYMONTH=1,6']],
    ['de un modo que no se puede decir', ['FREQ=YEARLY;BYDAY=20MO']],
    ['de un modo que no se puede decir', ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1']],
    ['de un modo que no se puede decir', ['FREQ=YEARLY;BYWEEKNO=20']],
    ['de un modo que no se puede decir', ['FREQ=YEARLY', 'RRULE:FREQ=YEARLY;INTERVAL=2']],
  ])('says of an event that repeats %s that no rule does', (words, [rule = '', ...more]) => {
    expect(reason(...yearly('X', '20260105', rule), ...more)).toContain(words)
  })

  it('keeps a row for what is wrong with an event: no name, no day, a day that does not exist, damage', () => {
    expect(reason('SUMMARY:Sin día')).toContain('no dice qué día es')
    expect(reason('SUMMARY:Febrero', 'DTSTART;VALUE=DATE:20260230')).toContain('uno que no existe')
    expect(rowsOf(['DTSTART;VALUE=DATE:20260105'])).toEqual(['|5 de enero, solo en 2026'])
    const damaged = ['SUMMARY:Dañado\\, sí', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=A VECES']
    expect(rowsOf(damaged, yearly('Buena', '20260105'))).toEqual(['Dañado, sí', 'Buena|5 de enero'])
    expect(reason(...damaged)).toContain('dañado en el archivo')
  })

  it('says what a recurrence did in single years as exceptions', () => {
    expect(
      rowsOf(
        [...yearly('Sin uno', '20260105'), 'EXDATE;VALUE=DATE:20270105,20290105'],
        [...yearly('Pasada', '20260105'), 'EXDATE;VALUE=DATE:20270105', 'RDATE;VALUE=DATE:20270201'],
        [...yearly('Otro día', '20260105'), 'EXDATE;VALUE=DATE:20270106'],
      ),
    ).toEqual([
      'Sin uno|5 de enero|2027: no se observa; 2029: no se observa',
      'Pasada|5 de enero|2027: 1.º de febrero',
      'Otro día|5 de enero',
    ])
    const again = (name: string, ...lines: readonly string[]) => [`SUMMARY:${name}`, 'UID:de-una', ...lines]
    expect(
      rowsOf(
        again('Movida', 'RECURRENCE-ID;VALUE=DATE:20270105', 'DTSTART;VALUE=DATE:20270107'),
        [...yearly('Movida', '20260105'), 'UID:de-una'],
        again(
          'Movida',
          'RECURRENCE-ID;VALUE=DATE:20280105',
          'DTSTART;VALUE=DATE:20280105',
          'STATUS:CANCELLED',
        ),
        again('Con otro nombre', 'RECURRENCE-ID;VALUE=DATE:20290105', 'DTSTART;VALUE=DATE:20290105'),
        again(
          'Larga',
          'RECURRENCE-ID;VALUE=DATE:20300105',
          'DTSTART;VALUE=DATE:20300105',
          'DTEND;VALUE=DATE:20300108',
        ),
      ),
    ).toEqual(['Movida|5 de enero|2027: 7 de enero; 2028: no se observa; 2030: 5 al 7 de enero'])
  })

  it('says what is not imported: days added, exceptions to nothing, long events, cancelled ones, tasks', () => {
    const { notes, sheet } = read(
      [...yearly('Con otro', '20260105'), 'RDATE;VALUE=DATE:20270201'],
      ['SUMMARY:Una vez', 'DTSTART;VALUE=DATE:20270105'],
      ['SUMMARY:Suelta', 'RECURRENCE-ID;VALUE=DATE:20270105', 'DTSTART;VALUE=DATE:20270107'],
      [...yearly('Semanal', '20260105', 'FREQ=WEEKLY'), 'EXDATE;VALUE=DATE:20260112'],
      [...yearly('Semana', '20260907'), 'DTEND;VALUE=DATE:20260912'],
      [...yearly('Un día', '20260907'), 'DTEND;VALUE=DATE:20260908'],
      [...yearly('No fue', '20260907'), 'STATUS:CANCELLED'],
    )
    expect([...notes].sort()).toEqual([
      'Una fecha no se repite en el calendario: queda solo en su año; si es de cada año, cámbielo después en el catálogo.',
      '«Con otro»: el calendario la agrega además el 1 de febrero de 2027; no se importa.',
      '«No fue» está cancelada en el calendario y se dejó fuera.',
      '«Semanal»: el calendario la quita el 12 de enero de 2026; no se importa.',
      '«Semana» dura 5 días en el calendario; se toma el primero.',
      '«Suelta»: en vez del 5 de enero de 2027, el calendario la pasa al 7 de enero de 2027; no se importa.',
    ])
    expect(sheet.rows).toHaveLength(6)
  })

  it('is planned as any sheet: what no rule says is a problem of its cell', () => {
    const { sheet } = read(yearly('Semanal', '20260105', 'FREQ=WEEKLY'), yearly('Anual', '20260105'))
    const plan = planDatesImport({
      ...startDraft(sheet),
      bodyId: makeBody().id,
      catalogue: [],
      effects: countingEffects(),
    })
    expect(plan.rows.map(({ said }) => said)).toEqual(['5 de enero'])
    expect(plan.problems.map(sheetProblemText)).toEqual([
      'Fila 2, columna Cuándo cae: en el calendario se repite cada semana; escriba aquí la regla o deje fuera la fila.',
    ])
  })

  it('keeps the whole events of a file that was cut, and says so', () => {
    const whole = calendarText(yearly('Entera', '20260105'), yearly('Rota', '20260106'))
    const cut = readCalendar(whole.slice(0, whole.indexOf('Rota')), ZONE)
    expect(cut.ok && cut.value.sheet.rows).toHaveLength(2)
    expect(cut.ok && cut.value.notes).toEqual(['Un evento está incompleto y se dejó fuera.'])
  })

  it.each([
    ['not-a-calendar', 'hola'],
    ['not-a-calendar', ''],
    ['not-a-calendar', 'Nombre,Cuándo cae'],
    ['no-events', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'],
    ['damaged', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x'],
  ] as const)('refuses as %s what is no calendar with events', (why, text) => {
    const refused = readCalendar(text, ZONE)
    expect(refused).toEqual({ ok: false, error: why })
    expect(calendarFailureText(why, 'a.ics', 'El catálogo no cambió.')).toContain('El catálogo no cambió.')
  })
})
