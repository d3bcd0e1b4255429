import { useState } from 'react'
import {
  type DeadlineDraft,
  type DeadlineProblem,
  draftOfDeadline,
  EMPTY_DEADLINE_DRAFT,
  readDeadline,
} from '../../../../shared/domain/deadlines'
import type {
  Item,
  ItemDraft,
  ItemField,
  ItemOrigin,
  ItemProblem,
  Party,
  PartyFinder,
  Priority,
} from '../../../../shared/domain/follow-up'
import type { AttachmentRef, SessionId } from '../../../../shared/domain/sessions'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import type { EditOutcome } from '../use-follow-up-edit'

/** The form of an item, as it is typed. */
export interface ItemFormDraft {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly responsible: readonly string[]
  readonly supporting: readonly string[]
  readonly external: string
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly deadline: DeadlineDraft
  readonly openedOn: string
  readonly originKind: ItemOrigin['kind']
  readonly originNote: string
  readonly originSession: SessionId | null
  /** An origin that is a fact is not typed again. */
  readonly fixedOrigin: ItemOrigin | null
  readonly attachments: readonly AttachmentRef[]
}

export function emptyItemForm(today: IsoDate): ItemFormDraft {
  return {
    code: '',
    title: '',
    text: '',
    responsible: [],
    supporting: [],
    external: '',
    priority: 'normal',
    tags: [],
    deadline: EMPTY_DEADLINE_DRAFT,
    openedOn: today,
    originKind: 'manual',
    originNote: '',
    originSession: null,
    fixedOrigin: null,
    attachments: [],
  }
}

function originNote(origin: ItemOrigin): string {
  if (origin.kind === 'report') return origin.reference
  return origin.kind === 'manual' ? origin.note : ''
}

/** The form of a stored item. */
export function formOfItem(item: Item): ItemFormDraft {
  const { origin } = item
  return {
    ...item,
    responsible: item.responsible.map(({ name }) => name),
    supporting: item.supporting.map(({ name }) => name),
    deadline: draftOfDeadline(item.deadline),
    originKind: origin.kind,
    originNote: originNote(origin),
    originSession: origin.kind === 'session' ? origin.sessionId : null,
    fixedOrigin: origin.kind === 'session' && origin.factId !== null ? origin : null,
  }
}

function originOf(draft: ItemFormDraft): ItemOrigin {
  if (draft.fixedOrigin) return draft.fixedOrigin
  const note = draft.originNote.trim()
  if (draft.originKind === 'session' && draft.originSession) {
    return {
      kind: 'session',
      sessionId: draft.originSession,
      factId: null,
      pointId: null,
      pointNumber: null,
    }
  }
  if (draft.originKind === 'report' && note !== '') return { kind: 'report', reference: note }
  return { kind: 'manual', note }
}

/** Parties by name; those the item already had keep their links. */
function partiesOf(
  names: readonly string[],
  before: readonly Party[],
  finder: PartyFinder,
): readonly Party[] {
  return names.map((name) => before.find((party) => party.name === name) ?? finder.party(name))
}

type Problems = readonly ItemProblem[]

interface ItemFormOptions {
  readonly initial: ItemFormDraft
  readonly finder: PartyFinder
  readonly before: Item | null
  readonly store: (draft: ItemDraft) => Promise<EditOutcome>
  readonly onSaved: () => void
}

function originProblems(draft: ItemFormDraft): Problems {
  if (draft.fixedOrigin) return []
  if (draft.originKind === 'session' && !draft.originSession) {
    return [{ field: 'origin', message: 'Elija la sesión de la que viene.' }]
  }
  if (draft.originKind === 'report' && draft.originNote.trim() === '') {
    return [{ field: 'origin', message: 'Escriba de cuál informe viene.' }]
  }
  return []
}

/** The form of an item: what is typed, what is wrong with it, and storing it. */
export function useItemForm({ initial, finder, before, store, onSaved }: ItemFormOptions) {
  const [draft, setDraft] = useState(initial)
  const [problems, setProblems] = useState<Problems>([])
  const [deadlineProblems, setDeadlineProblems] = useState<readonly DeadlineProblem[]>([])
  const save = async () => {
    const deadline = readDeadline(draft.deadline)
    const origin = originProblems(draft)
    setDeadlineProblems(deadline.ok ? [] : deadline.error)
    setProblems(origin)
    if (!deadline.ok || origin.length > 0) return
    const failure = await store({
      code: draft.code,
      title: draft.title,
      text: draft.text,
      origin: originOf(draft),
      responsible: partiesOf(draft.responsible, before?.responsible ?? [], finder),
      supporting: partiesOf(draft.supporting, before?.supporting ?? [], finder),
      external: draft.external,
      priority: draft.priority,
      tags: draft.tags,
      deadline: deadline.value,
      openedOn: draft.openedOn,
      attachments: draft.attachments,
    })
    setProblems(failure?.kind === 'item' ? failure.problems : [])
    if (!failure) onSaved()
  }
  return {
    draft,
    set: (change: Partial<ItemFormDraft>) => setDraft((now) => ({ ...now, ...change })),
    problems,
    save,
    errorOf: (field: ItemField) => problems.find((problem) => problem.field === field)?.message,
    deadlineError: (field: keyof DeadlineDraft) =>
      deadlineProblems.find((problem) => problem.field === field)?.message,
  }
}

export type ItemFormControl = ReturnType<typeof useItemForm>
