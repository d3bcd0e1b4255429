import type { BodyDraft } from './preset-blank'

/** A field of the form of a body: what it is called and how to fill it, in Spanish. */
export interface BodyField {
  readonly name: keyof BodyDraft
  readonly label: string
  readonly hint?: string
  /** Values to choose from; a line of text without them. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Takes the whole width of the form. */
  readonly wide?: boolean
}

/** Time zones of Mexico, one for each that differs, by the name people know it by. */
export const MEXICAN_TIME_ZONES: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'America/Mexico_City', label: 'Centro (Ciudad de México)' },
  { value: 'America/Cancun', label: 'Sureste (Cancún)' },
  { value: 'America/Mazatlan', label: 'Pacífico (Mazatlán, La Paz)' },
  { value: 'America/Hermosillo', label: 'Sonora (Hermosillo)' },
  { value: 'America/Tijuana', label: 'Noroeste (Tijuana)' },
  { value: 'America/Chihuahua', label: 'Chihuahua' },
  { value: 'America/Ciudad_Juarez', label: 'Ciudad Juárez' },
  { value: 'America/Ojinaga', label: 'Ojinaga' },
  { value: 'America/Matamoros', label: 'Frontera noreste (Matamoros)' },
]

/** The form of a body, in the order it is filled; a stored zone outside Mexico stays on offer. */
export function bodyFields(timeZone: string): readonly BodyField[] {
  const isListed = MEXICAN_TIME_ZONES.some(({ value }) => value === timeZone)
  const zones = isListed ? MEXICAN_TIME_ZONES : [...MEXICAN_TIME_ZONES, { value: timeZone, label: timeZone }]
  return [
    { name: 'name', label: 'Nombre completo', wide: true },
    {
      name: 'shortName',
      label: 'Cómo lo nombra el texto',
      hint: 'Con artículo: «el Comité», «la Comisión».',
    },
    { name: 'acronym', label: 'Sigla', hint: 'Distingue a este órgano en archivos y listas.' },
    { name: 'institution', label: 'Institución', wide: true },
    {
      name: 'gender',
      label: 'Género gramatical',
      hint: 'Para concordar: «reunido el Comité», «reunida la Comisión».',
      options: [
        { value: 'm', label: 'Masculino (el Comité)' },
        { value: 'f', label: 'Femenino (la Comisión)' },
      ],
    },
    { name: 'timeZone', label: 'Zona horaria', hint: 'La hora de las sesiones.', options: zones },
    {
      name: 'agreementPattern',
      label: 'Numeración de acuerdos',
      hint: '{NNN} es el consecutivo y {AAAA} el año: INE/CGyPE/{NNN}/{AAAA}. En blanco, sin clave.',
      wide: true,
    },
  ]
}
