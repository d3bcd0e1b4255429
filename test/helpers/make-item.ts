import { NO_DEADLINE } from '../../shared/domain/deadlines'
import {
  type Item,
  type ItemDraft,
  type ItemEvent,
  type ItemEventBody,
  itemEventSchema,
  itemSchema,
  type Party,
} from '../../shared/domain/follow-up'
import { testId } from './make-session'

/** A party known only by its name. */
export function makeParty(name: string): Party {
  return { name, seatId: null, personId: null }
}

/** Item n of body 1, pending since 30-ago-2017, of UNICOM. */
export function makeItem(n: number, changes: Partial<Record<keyof Item, unknown>> = {}): Item {
  return itemSchema.parse({
    id: testId(60_000 + n),
    bodyId: testId(1),
    code: `SEG-2017-${String(n).padStart(3, '0')}`,
    title: `Asunto ${n}`,
    text: '',
    origin: { kind: 'manual', note: '' },
    responsible: [makeParty('UNICOM')],
    supporting: [],
    external: '',
    priority: 'normal',
    tags: [],
    deadline: NO_DEADLINE,
    openedOn: '2017-08-30',
    attachments: [],
    ...changes,
  })
}

/** A form of an item that can be stored. */
export function makeItemDraft(changes: Partial<ItemDraft> = {}): ItemDraft {
  const { id: _id, bodyId: _bodyId, ...fields } = makeItem(1)
  return { ...fields, code: '', ...changes }
}

/** Event `seq` of an item, told by the Secretaría Técnica in an oficio. */
export function makeItemEvent(
  item: Item,
  seq: number,
  on: string,
  body: Record<string, unknown> & { readonly kind: ItemEventBody['kind'] },
  changes: Partial<Record<keyof ItemEvent, unknown>> = {},
): ItemEvent {
  return itemEventSchema.parse({
    id: testId(Number(item.id.slice(-5)) * 1000 + seq),
    bodyId: item.bodyId,
    itemId: item.id,
    seq,
    recordedAt: '2017-11-15T17:00:00.000Z',
    on,
    author: 'Secretaría Técnica',
    source: { kind: 'oficio', reference: `OF/${seq}`, sessionId: null, factId: null },
    body,
    note: '',
    evidence: [],
    ...changes,
  })
}
