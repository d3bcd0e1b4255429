import { isIsoDate, isoDate } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { foldText } from '../../lib/spanish'
import type { Deadline } from '../deadlines'
import { endsBeforeStart } from '../deadlines'
import type { AttachmentRef } from '../sessions'
import type { Item, ItemOrigin, Party, Priority } from './item'

/** An item as it is typed. `code` empty asks for the next one. */
export interface ItemDraft {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly origin: ItemOrigin
  readonly responsible: readonly Party[]
  readonly supporting: readonly Party[]
  readonly external: string
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly deadline: Deadline
  readonly openedOn: string
  readonly attachments: readonly AttachmentRef[]
}

/** Field of the form of an item. */
export type ItemField = keyof ItemDraft

/** Something wrong in an item, with the sentence for the user. */
export interface ItemProblem {
  readonly field: ItemField
  readonly message: string
}

/** The fields of an item that a draft decides. */
export type ItemFields = Omit<Item, 'id' | 'bodyId'>

const LIMITS = {
  code: 60,
  title: 300,
  text: 20_000,
  external: 200,
  tag: 40,
  tags: 20,
  name: 200,
  parties: 100,
}

/** The form of a stored item. */
export function draftOfItem(item: Item): ItemDraft {
  const { id: _id, bodyId: _bodyId, ...fields } = item
  return fields
}

function tooLong(field: ItemField, what: string, text: string, limit: number): readonly ItemProblem[] {
  if (text.trim().length <= limit) return []
  return [{ field, message: `${what} tiene ${text.trim().length} caracteres y el máximo es ${limit}.` }]
}

function textProblems(draft: ItemDraft): readonly ItemProblem[] {
  const missing: readonly ItemProblem[] =
    draft.title.trim() === '' ? [{ field: 'title', message: 'Escriba qué se debe hacer.' }] : []
  return [
    ...missing,
    ...tooLong('title', 'El título', draft.title, LIMITS.title),
    ...tooLong('text', 'El texto acordado', draft.text, LIMITS.text),
    ...tooLong('code', 'La clave', draft.code, LIMITS.code),
    ...tooLong('external', 'La dependencia externa', draft.external, LIMITS.external),
  ]
}

function partyProblems(draft: ItemDraft): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  if (named(draft.responsible).length === 0) {
    problems.push({
      field: 'responsible',
      message: 'Falta el responsable: escriba al menos un área o persona.',
    })
  }
  for (const field of ['responsible', 'supporting'] as const) {
    const parties = named(draft[field])
    if (parties.length > LIMITS.parties) {
      problems.push({ field, message: `Son ${parties.length} y el máximo es ${LIMITS.parties}.` })
    }
    const long = parties.find(({ name }) => name.length > LIMITS.name)
    if (long)
      problems.push({ field, message: `«${long.name.slice(0, 30)}…» pasa de ${LIMITS.name} caracteres.` })
  }
  return problems
}

function tagProblems(draft: ItemDraft): readonly ItemProblem[] {
  const long = draft.tags.find((tag) => tag.trim().length > LIMITS.tag)
  if (long)
    return [
      { field: 'tags', message: `La etiqueta «${long.slice(0, 20)}…» pasa de ${LIMITS.tag} caracteres.` },
    ]
  if (draft.tags.length <= LIMITS.tags) return []
  return [{ field: 'tags', message: `Son ${draft.tags.length} etiquetas y el máximo es ${LIMITS.tags}.` }]
}

function dateProblems(draft: ItemDraft): readonly ItemProblem[] {
  const problems: ItemProblem[] = []
  const opened = draft.openedOn.trim()
  if (!isIsoDate(opened)) {
    problems.push({ field: 'openedOn', message: 'La fecha no existe o está incompleta.' })
  }
  if (endsBeforeStart(draft.deadline)) {
    problems.push({ field: 'deadline', message: 'El plazo vence antes de empezar; revise las fechas.' })
  } else if (isIsoDate(opened) && endsBefore(draft.deadline, opened)) {
    problems.push({ field: 'deadline', message: 'El plazo vence antes de la fecha en que quedó pendiente.' })
  }
  return problems
}

function endsBefore(deadline: Deadline, day: string): boolean {
  return endsBeforeStart({ ...deadline, start: { ...deadline.start, date: isoDate(day) } })
}

function named(parties: readonly Party[]): readonly Party[] {
  return parties.filter(({ name }) => name.trim() !== '')
}

/** Each once, however it is written. */
function distinct<T>(values: readonly T[], nameOf: (value: T) => string): readonly T[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = foldText(nameOf(value))
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Reads a typed item; every field that is wrong is named: no title, no owner, a date that does not
 * exist, a deadline before its start, a code that another item has (`isTaken`).
 */
export function readItem(
  draft: ItemDraft,
  isTaken: (code: string) => boolean,
): Result<ItemFields, readonly ItemProblem[]> {
  const code = draft.code.trim()
  const taken: readonly ItemProblem[] =
    code !== '' && isTaken(code) ? [{ field: 'code', message: `La clave ${code} ya es de otro asunto.` }] : []
  const problems = [
    ...textProblems(draft),
    ...partyProblems(draft),
    ...tagProblems(draft),
    ...dateProblems(draft),
    ...taken,
  ]
  if (problems.length > 0) return err(problems)
  const nameOf = ({ name }: Party) => name
  return ok({
    ...draft,
    code,
    title: draft.title.trim(),
    text: draft.text.trim(),
    external: draft.external.trim(),
    responsible: distinct(draft.responsible, nameOf),
    supporting: distinct(draft.supporting, nameOf),
    tags: distinct(
      draft.tags.map((tag) => tag.trim()),
      (tag) => tag,
    ),
    openedOn: isoDate(draft.openedOn.trim()),
  })
}
