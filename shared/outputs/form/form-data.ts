import type { Body } from '../../domain/bodies'
import { deadlineText, dueText } from '../../domain/deadlines'
import { type ItemRecord, STATE_LABELS } from '../../domain/follow-up'
import { longDay } from '../../lib/spanish-date'
import { itemFingerprint } from '../answers/fingerprint'

/** An item as its form shows it; everything is text. */
export interface FormItem {
  readonly itemId: string
  readonly code: string
  readonly fingerprint: string
  readonly title: string
  readonly text: string
  readonly due: string
  readonly term: string
  readonly state: string
  readonly lastUpdate: string
  readonly openedOn: string
}

/** Everything that the form of one área holds. */
export interface FormData {
  readonly formId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly institution: string
  readonly area: string
  /** When it was made: an instant in UTC, and the day of it where the body sits, in words. */
  readonly madeAt: string
  readonly madeOn: string
  readonly items: readonly FormItem[]
}

function formItem(record: ItemRecord): FormItem {
  const { item, standing, due } = record
  const update = standing.lastUpdate
  return {
    itemId: item.id,
    code: item.code,
    fingerprint: itemFingerprint(record),
    title: item.title,
    text: item.text === item.title ? '' : item.text,
    due: dueText(due),
    term: item.deadline.wording || deadlineText(standing.deadline),
    state: STATE_LABELS[standing.state],
    lastUpdate: update === null || update.note === '' ? '' : `${longDay(update.on)}: ${update.note}`,
    openedOn: item.openedOn,
  }
}

/** The form of an área with its items, in their order. */
export function formDataOf(input: {
  readonly formId: string
  readonly body: Pick<Body, 'id' | 'name' | 'institution'>
  readonly area: string
  readonly madeAt: string
  readonly madeOn: Parameters<typeof longDay>[0]
  readonly records: readonly ItemRecord[]
}): FormData {
  const { formId, body, area, madeAt, madeOn, records } = input
  return {
    formId,
    bodyId: body.id,
    bodyName: body.name,
    institution: body.institution,
    area,
    madeAt,
    madeOn: longDay(madeOn),
    items: records.map(formItem),
  }
}
