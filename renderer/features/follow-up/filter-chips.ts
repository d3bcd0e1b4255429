import {
  type ItemFilter,
  PRIORITY_LABELS,
  STATE_LABELS,
  URGENCY_LABELS,
} from '../../../shared/domain/follow-up'
import { formatDay } from '../../ui/format'

/** One condition of a filter, with the filter that is left when it is taken off. */
export interface Chip {
  readonly key: string
  readonly label: string
  readonly without: ItemFilter
}

function without<T>(values: readonly T[], value: T): readonly T[] {
  return values.filter((other) => other !== value)
}

function dueChips(filter: ItemFilter): readonly Chip[] {
  const { dueFrom, dueUntil, changedSince } = filter
  const chips: Chip[] = []
  if (dueFrom !== null) {
    chips.push({
      key: 'from',
      label: `Vence desde ${formatDay(dueFrom)}`,
      without: { ...filter, dueFrom: null },
    })
  }
  if (dueUntil !== null) {
    chips.push({
      key: 'until',
      label: `Vence hasta ${formatDay(dueUntil)}`,
      without: { ...filter, dueUntil: null },
    })
  }
  if (changedSince !== null) {
    chips.push({
      key: 'since',
      label: `Con cambios desde ${formatDay(changedSince)}`,
      without: { ...filter, changedSince: null },
    })
  }
  return chips
}

/** The conditions of a filter, each removable; the typed text is not one of them, its field shows it. */
export function chipsOf(filter: ItemFilter, sessionName: (id: string) => string): readonly Chip[] {
  const { sessionId } = filter
  return [
    ...filter.states.map((state) => ({
      key: `state ${state}`,
      label: `Estado: ${STATE_LABELS[state]}`,
      without: { ...filter, states: without(filter.states, state) },
    })),
    ...filter.urgencies.map((urgency) => ({
      key: `urgency ${urgency}`,
      label: URGENCY_LABELS[urgency],
      without: { ...filter, urgencies: without(filter.urgencies, urgency) },
    })),
    ...filter.parties.map((party) => ({
      key: `party ${party}`,
      label: `Área: ${party}`,
      without: { ...filter, parties: without(filter.parties, party) },
    })),
    ...filter.priorities.map((priority) => ({
      key: `priority ${priority}`,
      label: `Prioridad ${PRIORITY_LABELS[priority]}`,
      without: { ...filter, priorities: without(filter.priorities, priority) },
    })),
    ...filter.tags.map((tag) => ({
      key: `tag ${tag}`,
      label: `Etiqueta: ${tag}`,
      without: { ...filter, tags: without(filter.tags, tag) },
    })),
    ...(sessionId === null
      ? []
      : [
          { key: 'session', label: `De: ${sessionName(sessionId)}`, without: { ...filter, sessionId: null } },
        ]),
    ...dueChips(filter),
  ]
}

/** A list with a value in it, or without it when it was there. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? without(values, value) : [...values, value]
}
