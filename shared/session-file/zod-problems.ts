import type { z } from 'zod'
import { choicesInWords, fieldInWords, quotedKeys } from './field-words'
import type { ParsedJson } from './json-text'
import { type FileProblem, problemAt } from './problem'

type Issue = z.core.$ZodIssue

const DATE_KEYS: ReadonlySet<string> = new Set(['date', 'validFrom', 'validUntil', 'approves'])
const TIME_KEYS: ReadonlySet<string> = new Set(['time', 'at', 'rollCall'])

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texto entre comillas',
  number: 'un número',
  int: 'un número entero',
  boolean: 'true o false',
  array: 'una lista entre corchetes',
  object: 'un objeto entre llaves',
  record: 'un objeto entre llaves',
}

/** The value that an issue speaks of; undefined when the file does not have it. */
function valueAt(root: ParsedJson, path: readonly PropertyKey[]): ParsedJson | undefined {
  let value: ParsedJson | undefined = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  }
  return value
}

function shown(value: ParsedJson | undefined): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return `«${text.length > 60 ? `${text.slice(0, 59)}…` : text}»`
}

/** The innermost key of the format in a path, skipping positions and free keys such as acronyms. */
function fieldOf(path: readonly PropertyKey[]): string {
  const names = path.filter((key): key is string => typeof key === 'string')
  const holder = names.at(-2)
  const free = holder === 'ballots' || holder === 'reasons'
  return (free ? holder : names.at(-1)) ?? ''
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, field: string, name: string): string {
  if (issue.origin === 'string') return `${name} está en blanco`
  if (issue.origin !== 'array') return `${name} debe ser ${issue.minimum} o más`
  return field === 'agenda' ? 'la agenda no tiene ningún punto' : `${name} está vacía`
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>, name: string): string {
  if (issue.origin === 'string') return `${name} pasa de ${issue.maximum} caracteres`
  if (issue.origin === 'array') return `${name} pasa de ${issue.maximum} elementos`
  return `${name} debe ser ${issue.maximum} o menos`
}

function wrongType(issue: Extract<Issue, { code: 'invalid_type' }>, name: string, value: unknown): string {
  if (value === undefined) return `falta ${name}`
  return `${name} debe ser ${TYPES[issue.expected] ?? issue.expected}`
}

function badChoice(values: readonly unknown[], name: string, value: ParsedJson | undefined): string {
  if (value === undefined) return `falta ${name}`
  return `${name} no puede ser ${shown(value)}; use ${choicesInWords(values)}`
}

function wrongForm(field: string, name: string, value: ParsedJson | undefined, message: string): string {
  if (DATE_KEYS.has(field)) return `la fecha ${shown(value)} no existe; se escribe AAAA-MM-DD`
  if (TIME_KEYS.has(field)) return `la hora ${shown(value)} no existe; se escribe HH:mm, de 00:00 a 23:59`
  if (field === 'links') return `el enlace ${shown(value)} debe empezar con http:// o https://`
  return `${name} ${shown(value)}: ${message}`
}

function messageOf(issue: Issue, root: ParsedJson): string {
  const field = fieldOf(issue.path)
  const name = field === '' ? 'el archivo' : fieldInWords(field)
  const value = valueAt(root, issue.path)
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, name, value)
    case 'too_small':
      return tooSmall(issue, field, name)
    case 'too_big':
      return tooBig(issue, name)
    case 'invalid_value':
      return badChoice(issue.values, name, value)
    case 'unrecognized_keys':
      return `este formato no tiene la clave ${quotedKeys(issue.keys)}`
    case 'invalid_union':
      return badChoice('options' in issue && Array.isArray(issue.options) ? issue.options : [], name, value)
    default:
      return wrongForm(field, name, value, issue.message)
  }
}

/** Everything that the shape of the file has wrong, in words and in the order of the file. */
export function shapeProblems(issues: readonly Issue[], root: ParsedJson): readonly FileProblem[] {
  return issues.map((issue) => {
    const [part, index] = issue.path
    const message = messageOf(issue, root)
    if (typeof part !== 'string') return { where: '', message }
    const whole = issue.path.length === 1
    if (whole && issue.code !== 'unrecognized_keys') return { where: '', message }
    return problemAt(part, typeof index === 'number' ? index : null, message)
  })
}
