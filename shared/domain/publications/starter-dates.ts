import { isoDate, yearOf } from '../../lib/iso-date'
import type { Scope } from './commemoration'
import type { DateException } from './date-exception'
import type { DateRule, RuleYears } from './date-rule'

/** A date proposed for a new catalogue; whoever adds it gives it an id and the body. */
export interface StarterDate {
  readonly name: string
  readonly rule: DateRule
  readonly exceptions: readonly DateException[]
  readonly scope: Scope
  readonly basis: string
  readonly since: number | null
}

const EVERY: RuleYears = { kind: 'every' }
/** Ordinary federal elections: 2015, 2018, 2021… */
const ELECTION_YEARS: RuleYears = { kind: 'cycle', every: 3, from: 2015, offset: 0 }
const YEARS_BEFORE_ELECTION: RuleYears = { kind: 'cycle', every: 3, from: 2015, offset: -1 }
const [SUNDAY, TUESDAY, THURSDAY] = [0, 2, 4] as const

function onDay(
  day: number,
  month: number,
  scope: Scope,
  name: string,
  more: { readonly basis?: string; readonly since?: number } = {},
): StarterDate {
  const rule = { kind: 'fixed', month, day, years: EVERY } as const
  return { name, rule, exceptions: [], scope, basis: more.basis ?? '', since: more.since ?? null }
}

function byRule(
  rule: DateRule,
  scope: Scope,
  name: string,
  more: { readonly basis?: string; readonly exceptions?: readonly DateException[] } = {},
): StarterDate {
  const { basis = '', exceptions = [] } = more
  return { name, rule, exceptions, scope, basis, since: null }
}

function moved(day: string, reason: string): DateException {
  const on = isoDate(day)
  return { year: yearOf(on), on: { from: on, until: on }, reason }
}

/** Election days of the years since 2010 that were not on the first Sunday of June (domain §5, row 21). */
const JULY_ELECTIONS: readonly DateException[] = [
  moved('2012-07-01', 'Primer domingo de julio, como hasta ese año'),
  moved('2018-07-01', 'Primer domingo de julio, por los artículos transitorios de la LGIPE'),
]

/**
 * Starter data (domain §5), general knowledge and not any institution's list: everything made from it is
 * labelled "sugerida" until somebody confirms it. Where the day of rest is another one (5 feb, 21 mar,
 * 20 nov), the date commemorated stays on its day.
 */
export const STARTER_DATES: readonly StarterDate[] = [
  onDay(28, 1, 'international', 'Día Internacional de la Protección de Datos Personales'),
  onDay(5, 2, 'national', 'Promulgación de la Constitución de 1917', { since: 1917 }),
  byRule(
    { kind: 'nth', month: 2, weekday: THURSDAY, n: 1, years: EVERY },
    'international',
    'Día Mundial de las Elecciones',
  ),
  byRule(
    { kind: 'week', month: 2, n: 2, weekday: TUESDAY, years: EVERY },
    'international',
    'Día de Internet Segura',
  ),
  onDay(13, 2, 'international', 'Día Mundial de la Radio'),
  onDay(20, 2, 'international', 'Día Mundial de la Justicia Social'),
  onDay(21, 2, 'international', 'Día Internacional de la Lengua Materna'),
  onDay(24, 2, 'national', 'Día de la Bandera'),
  onDay(1, 3, 'international', 'Día de la Cero Discriminación'),
  onDay(8, 3, 'international', 'Día Internacional de la Mujer'),
  onDay(21, 3, 'national', 'Natalicio de Benito Juárez'),
  onDay(21, 3, 'international', 'Día Internacional de la Eliminación de la Discriminación Racial'),
  onDay(4, 4, 'institutional', 'Aniversario de la integración del INE', { since: 2014 }),
  onDay(23, 4, 'international', 'Día Mundial del Libro y del Derecho de Autor'),
  onDay(30, 4, 'national', 'Día de la Niñez'),
  onDay(1, 5, 'international', 'Día del Trabajo'),
  onDay(3, 5, 'international', 'Día Mundial de la Libertad de Prensa'),
  onDay(5, 5, 'national', 'Batalla de Puebla'),
  onDay(15, 5, 'national', 'Día de la Maestra y del Maestro'),
  onDay(17, 5, 'international', 'Día contra la Homofobia, Lesbofobia, Bifobia y Transfobia'),
  onDay(17, 5, 'international', 'Día Mundial de Internet'),
  onDay(23, 5, 'institutional', 'Publicación de la LGIPE', { basis: 'DOF, 23 de mayo de 2014', since: 2014 }),
  byRule(
    { kind: 'nth', month: 6, weekday: SUNDAY, n: 1, years: ELECTION_YEARS },
    'institutional',
    'Jornada Electoral',
    {
      basis: 'LGIPE: primer domingo de junio del año de la elección',
      exceptions: JULY_ELECTIONS,
    },
  ),
  onDay(9, 6, 'international', 'Día Internacional de los Archivos'),
  onDay(28, 6, 'international', 'Día Internacional del Orgullo LGBTIQ+'),
  onDay(3, 7, 'national', 'Primera votación federal de las mujeres', { since: 1955 }),
  onDay(9, 8, 'international', 'Día Internacional de los Pueblos Indígenas'),
  onDay(12, 8, 'international', 'Día Internacional de la Juventud'),
  byRule(
    { kind: 'week', month: 9, n: 1, weekday: null, years: YEARS_BEFORE_ELECTION },
    'institutional',
    'Inicio del Proceso Electoral Federal',
    { basis: 'LGIPE, art. 40, numeral 2: primera semana de septiembre del año anterior a la elección' },
  ),
  onDay(5, 9, 'international', 'Día Internacional de la Mujer Indígena'),
  onDay(15, 9, 'international', 'Día Internacional de la Democracia'),
  onDay(16, 9, 'national', 'Independencia de México'),
  onDay(19, 9, 'national', 'Día Nacional de Protección Civil'),
  onDay(28, 9, 'international', 'Día Internacional del Acceso Universal a la Información'),
  onDay(11, 10, 'international', 'Día Internacional de la Niña'),
  onDay(11, 10, 'institutional', 'Inicio de funciones del IFE', { since: 1990 }),
  onDay(12, 10, 'national', 'Día de la Nación Pluricultural'),
  onDay(17, 10, 'national', 'Aniversario del voto de las mujeres en México', { since: 1953 }),
  onDay(2, 11, 'national', 'Día de Muertos'),
  onDay(20, 11, 'national', 'Revolución Mexicana'),
  onDay(20, 11, 'international', 'Día Universal de la Infancia'),
  onDay(25, 11, 'international', 'Día Internacional de la Eliminación de la Violencia contra la Mujer'),
  onDay(3, 12, 'international', 'Día Internacional de las Personas con Discapacidad'),
  onDay(9, 12, 'international', 'Día Internacional contra la Corrupción'),
  onDay(10, 12, 'international', 'Día de los Derechos Humanos'),
  onDay(18, 12, 'international', 'Día Internacional de las Personas Migrantes'),
]
