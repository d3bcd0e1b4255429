import {
  type FollowUpContext,
  type Item,
  type ItemEvent,
  type ItemRecord,
  recordOf,
} from '../../shared/domain/follow-up'
import { isoDate } from '../../shared/lib/iso-date'
import type { AnswerFile } from '../../shared/outputs'
import { calendarOf } from './make-calendar'
import { testId } from './make-session'

/** The follow-up as it was read on the day of the session of 15-nov-2017. */
export const CONTEXT: FollowUpContext = {
  calendar: calendarOf(),
  today: isoDate('2017-11-15'),
  sessionDates: [isoDate('2017-08-30'), isoDate('2017-11-15')],
}

/** The record of an item with its story, on 15-nov-2017. */
export function makeRecord(item: Item, events: readonly ItemEvent[] = []): ItemRecord {
  return recordOf(item, events, CONTEXT)
}

/** Answers of UNICOM to a form made on 14-nov-2017. */
export function makeAnswers(
  answers: readonly Partial<Record<keyof AnswerFile['answers'][number], unknown>>[],
): Record<string, unknown> {
  return {
    format: 'quorum/respuestas',
    version: 1,
    formId: testId(1),
    bodyId: testId(1),
    area: 'UNICOM',
    madeAt: '2017-11-14T15:00:00.000Z',
    answeredBy: 'Jorge Torres Antuñano',
    position: 'Coordinador',
    reference: '',
    answers: answers.map((answer) => ({
      code: 'SEG-2017-001',
      fingerprint: '0'.repeat(16),
      state: null,
      on: '2017-11-14',
      note: '',
      ...answer,
    })),
  }
}
