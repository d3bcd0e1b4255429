import { joinSpanish } from '../lib/spanish'

/** What each key of the format is called, with its article. */
const FIELDS: Readonly<Record<string, string>> = {
  acronym: 'la sigla',
  act: 'el acto («act»)',
  agenda: 'la agenda («agenda»)',
  agreementPattern: 'el patrón de numeración de acuerdos («agreementPattern»)',
  annexes: 'la lista de anexos («annexes»)',
  approves: 'la lista de sesiones cuya minuta se aprueba («approves»)',
  areaAcronym: 'la sigla del área («areaAcronym»)',
  areaName: 'el nombre del área («areaName»)',
  at: 'la hora («at»)',
  attendance: 'la asistencia («attendance»)',
  ballots: 'la votación por área («ballots»)',
  body: 'el órgano («body»)',
  by: 'la forma del resultado («by»)',
  castingVote: 'el voto de calidad («castingVote»)',
  charge: 'el cargo («charge»)',
  clock: 'el reloj («clock»)',
  closing: 'la forma de cerrar el punto («closing»)',
  count: 'el cómputo («count»)',
  date: 'la fecha',
  declared: 'el resultado declarado («declared»)',
  do: 'la acción («do»)',
  due: 'el plazo («due»)',
  exceptions: 'la lista de excepciones («exceptions»)',
  format: 'el nombre del formato («format»)',
  fromLastSpeech: 'el origen («fromLastSpeech»)',
  fromSpeech: 'la intervención de origen («fromSpeech»)',
  fullName: 'el nombre completo («fullName»)',
  gender: 'el género («gender»)',
  hasVote: 'el derecho a voto («hasVote»)',
  honorificLong: 'el tratamiento largo («honorificLong»)',
  honorificShort: 'el tratamiento corto («honorificShort»)',
  initials: 'el campo de iniciales («initials»)',
  institution: 'la institución',
  item: 'la clave del asunto («item»)',
  kind: 'la clase del punto («kind»)',
  links: 'el enlace',
  majority: 'la mayoría («majority»)',
  modality: 'la modalidad',
  name: 'el nombre',
  note: 'la nota («note»)',
  number: 'el número',
  option: 'el voto («option»)',
  ordinal: 'el número ordinal («ordinal»)',
  outcome: 'la salida del punto («outcome»)',
  outsider: 'la persona ajena a la lista («outsider»)',
  people: 'la lista de personas («people»)',
  person: 'la persona («person»)',
  place: 'el lugar',
  point: 'el punto',
  present: 'el número de presentes («present»)',
  presenter: 'la presentación («presenter»)',
  quorumSeats: 'el quórum («quorumSeats»)',
  reason: 'el motivo («reason»)',
  reasons: 'la lista de motivos («reasons»)',
  record: 'el desarrollo («record»)',
  remote: 'la asistencia a distancia («remote»)',
  required: 'el quórum requerido («required»)',
  responsible: 'la lista de responsables («responsible»)',
  rest: 'el voto de los demás («rest»)',
  result: 'el resultado («result»)',
  role: 'el papel («role»)',
  rollCall: 'la hora del pase de lista («rollCall»)',
  rules: 'las reglas («rules»)',
  seat: 'el área («seat»)',
  seats: 'la lista de áreas («seats»)',
  session: 'la sesión («session»)',
  shortName: 'el nombre corto («shortName»)',
  signatureCaption: 'el pie de firma («signatureCaption»)',
  signatures: 'la lista de firmas («signatures»)',
  signs: 'la firma («signs»)',
  speaker: 'quien habla («speaker»)',
  standing: 'la calidad de titular o suplente («standing»)',
  status: 'la asistencia («status»)',
  subject: 'el asunto que se vota («subject»)',
  text: 'el texto',
  time: 'la hora',
  timeZone: 'la zona horaria («timeZone»)',
  title: 'el título',
  type: 'el tipo',
  unanimous: 'la unanimidad («unanimous»)',
  validFrom: 'la fecha de inicio («validFrom»)',
  validUntil: 'la fecha de término («validUntil»)',
  version: 'la versión («version»)',
  who: 'la persona («who»)',
}

/** What a key of the format is called, with its article; unknown keys are quoted. */
export function fieldInWords(key: string): string {
  return FIELDS[key] ?? `«${key}»`
}

/** Values that a key admits, for reading: "a, b o c". */
export function choicesInWords(values: readonly unknown[]): string {
  const names = values.map((value) => String(value))
  const last = names.at(-1) ?? ''
  const or = /^h?o/i.test(last) ? 'u' : 'o'
  return names.length <= 1 ? last : `${names.slice(0, -1).join(', ')} ${or} ${last}`
}

/** Keys in quotation marks, joined. */
export function quotedKeys(keys: readonly string[]): string {
  return joinSpanish(keys.map((key) => `«${key}»`))
}
