import type { Item, ItemEvent } from '../../shared/domain/follow-up'
import { type PlainFactBody, recordGesture, type SessionRecord } from '../../shared/domain/sessions'
import { clockTimeSchema, instantSchema } from '../../shared/lib/iso-date'
import {
  buildView,
  defaultViewOptions,
  type PacketView,
  type ViewHeading,
  type ViewOptions,
  type ViewSource,
} from '../../shared/packet'
import { makeItem, makeItemEvent, makeParty } from './make-item'
import { countingEffects, makeBody, testId } from './make-session'
import {
  agenda,
  committee,
  openPoint,
  pointNumber,
  prepared,
  presence,
  speech,
  voteOn,
} from './minuta-committee'

/** A heading of the first packet. */
export const HEADING: ViewHeading = {
  packetId: testId(9_001),
  version: 1,
  madeAt: instantSchema.parse('2017-11-16T17:00:00.000Z'),
  headSeq: 40,
  headHash: 'ab'.repeat(32),
  previous: null,
}

/** The agenda with two annexes of the same name at point 4 and one at point 5. */
export const annexed = agenda.map((point) => {
  const ref = (digit: string, name: string) => ({
    sha256: digit.repeat(64),
    name,
    mediaType: 'application/pdf',
    size: 1000,
  })
  if (point.number === 4) return { ...point, attachments: [ref('1', 'Informe.pdf'), ref('2', 'informe.pdf')] }
  if (point.number === 5) return { ...point, attachments: [ref('3', 'Proyecto de acuerdo (versión 2).docx')] }
  return point
})

/** Facts recorded one gesture after the other, each two minutes later, from 11:00. */
export function recordAll(
  start: SessionRecord,
  gestures: readonly (readonly PlainFactBody[])[],
): SessionRecord {
  const effects = countingEffects(3_000_000)
  let record = start
  for (const [index, bodies] of gestures.entries()) {
    const minutes = 11 * 60 + index * 2
    const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    const done = recordGesture(record, bodies, clockTimeSchema.parse(time), effects)
    if (!done.ok) throw new Error(`Gesture ${index} refused: ${done.error.code}`)
    record = { ...record, facts: [...record.facts, ...done.value.facts] }
  }
  return record
}

const { president, secretary, press, computing, office, training, manager } = committee

/**
 * A whole session: one seat against with its reason, a tie broken by the presidency, two agreements,
 * somebody who leaves, a point received and one never reached.
 */
export function wholeSession(): SessionRecord {
  const came = [president, secretary, press, computing, office, training, manager]
  const tie = [office, press, computing].map((attendee) => [attendee, 'no', 'No alcanza'] as const)
  return recordAll(prepared(annexed), [
    [
      ...came.map((attendee) => presence(attendee, 'present')),
      presence(committee.presidency, 'excused'),
      { kind: 'session-opened' },
    ],
    [{ kind: 'quorum-verified' }],
    [openPoint(1)],
    voteOn(1),
    [openPoint(4)],
    [speech(4, manager, 'informs', 'las visitas aumentaron')],
    [{ kind: 'point-outcome', pointId: pointNumber(4).id, outcome: 'received', reason: null }],
    [openPoint(5)],
    voteOn(5, [[press, 'no', 'El costo es secreto']]),
    [
      {
        kind: 'agreement',
        pointId: pointNumber(5).id,
        number: 'INE/CGyPE/001/2017',
        text: 'Se emiten los Criterios.',
      },
    ],
    [openPoint(6)],
    voteOn(6, tie, { casting: 'yes' }),
    [presence(training, 'away')],
    [{ kind: 'session-closed' }],
  ])
}

/** An item born at point 5 with a note that only members get. */
export function bornItem(): { readonly item: Item; readonly event: ItemEvent } {
  const item = makeItem(1, {
    title: 'Publicar los Criterios',
    responsible: [makeParty('UNICOM')],
    supporting: [makeParty('CNCS')],
    origin: {
      kind: 'session',
      sessionId: testId(102),
      factId: null,
      pointId: pointNumber(5).id,
      pointNumber: 5,
    },
    deadline: {
      term: { kind: 'fixed-date', date: '2018-01-31' },
      start: { event: 'approval', date: null, time: null },
      wording: 'a más tardar el 31 de enero',
    },
  })
  const event = makeItemEvent(
    item,
    1,
    '2017-11-16',
    { kind: 'state', to: 'in-progress' },
    { note: 'Nota reservada' },
  )
  return { item, event }
}

/** What the view of the whole session is drawn from. */
export function viewSource(changes: Partial<ViewSource> = {}): ViewSource {
  const { item, event } = bornItem()
  return {
    body: makeBody(),
    record: wholeSession(),
    overlays: [],
    sessions: [],
    items: [item],
    events: [event],
    closedDays: [],
    documents: [],
    ...changes,
  }
}

/** The view of the whole session, as the audience gets it unless options say otherwise. */
export function viewOf(
  audience: ViewOptions['audience'],
  options: Partial<ViewOptions> = {},
  source: ViewSource = viewSource(),
  heading: ViewHeading = HEADING,
): PacketView {
  const built = buildView(source, { ...defaultViewOptions(audience), ...options }, heading)
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}
