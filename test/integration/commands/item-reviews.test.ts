import 'fake-indexeddb/auto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { insert, remove, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { importSessionFile } from '../../../renderer/commands/examples/import-session-file'
import { openExample } from '../../../renderer/commands/examples/open-example'
import { recordEvent } from '../../../renderer/commands/follow-up/record-event'
import { removeItems } from '../../../renderer/commands/follow-up/remove-items'
import { correcting, recording, undoing } from '../../../renderer/commands/room/gestures'
import { LiveSession } from '../../../renderer/commands/room/live-session'
import { reconcile } from '../../../renderer/commands/store/reconcile'
import { undoChangeSet } from '../../../renderer/commands/undo'
import {
  getItemRecord,
  listItemEvents,
  listItems,
  loadFollowUpContext,
} from '../../../renderer/data/follow-up'
import { FollowUpBook } from '../../../renderer/data/follow-up-book'
import { getRecord, getSession } from '../../../renderer/data/repositories'
import { followUpReport, type Item, isReviewEvent } from '../../../shared/domain/follow-up'
import type { PlainFactBody, ReviewOutcome } from '../../../shared/domain/sessions'
import { foldSession, itemReviews, recordGesture, undoLast } from '../../../shared/domain/sessions'
import { exampleSession } from '../../../shared/examples'
import { required } from '../../../shared/lib/assert'
import { clockTimeSchema, isoDate } from '../../../shared/lib/iso-date'
import { todosFile } from '../../../shared/outputs'
import { formatProblem } from '../../../shared/session-file'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { makeReview } from '../../helpers/make-review'
import { countingEffects } from '../../helpers/make-session'

const TODAY = isoDate('2017-11-15')
const TIME = clockTimeSchema.parse('11:40')

/** The example taken back to its third point, the follow-up, with its items and a book that follows them. */
async function setUp() {
  const desktop = new FakeDesktop()
  const deps = await makeDeps(desktop)
  const opened = await openExample(deps)
  if (!opened.ok) throw new Error('example refused')
  const { bodyId, sessionId } = opened.value
  const record = required(await getRecord(deps.store, sessionId), 'record')
  const live = new LiveSession(deps, record.plan, record.facts)
  const third = required(
    record.plan.points.find(({ kind }) => kind === 'follow-up'),
    'point',
  )
  for (let undone = 0; undone < 300; undone++) {
    const { state } = live.snapshot()
    if (state.currentPointId === third.id && state.points.get(third.id)?.kind === 'open') break
    await live.perform('Deshacer', undoing(TIME, deps.effects))
  }
  const book = new FollowUpBook(deps.store, bodyId, TODAY)
  onTestFinished(() => book.close())
  await book.open()
  const items = await listItems(deps.store, bodyId)
  const item = required(items[0], 'item')
  const record_ = (...bodies: readonly PlainFactBody[]) =>
    live.perform('Revisar', recording(bodies, TIME, deps.effects))
  const review = async (of: Item, outcome: ReviewOutcome, note: string | null = null) => {
    const now = required(await getItemRecord(deps.store, of.id, TODAY), 'record')
    const done = await record_(makeReview(third.id, of, outcome, { note, seq: now.revision + 1 }))
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    return required(done.value.facts[0], 'fact')
  }
  /** How an item stands in the list in memory, which must agree with what is read from the database. */
  const standing = async (of: Item = item) => {
    await book.settled()
    const listed = required(book.current()?.byId.get(of.id), 'record')
    expect(listed).toEqual(await getItemRecord(deps.store, of.id, TODAY))
    return listed.standing
  }
  return { deps, desktop, bodyId, sessionId, live, third, book, items, item, review, standing }
}

describe('an item reviewed in the room', () => {
  it('is in its new state everywhere, told by the session, and nothing is stored twice', async () => {
    const { deps, item, review, standing, book, live } = await setUp()
    const stored = await listItemEvents(deps.store, item.id)
    expect((await standing()).state).toBe('pending')
    await review(item, 'fulfilled', 'ya está publicada')
    expect(await standing()).toMatchObject({ state: 'fulfilled', isOpen: false })
    const { session } = live.snapshot().record.plan
    expect((await standing()).lastUpdate).toMatchObject({
      on: session.date,
      note: 'ya está publicada',
      source: { kind: 'sesion', reference: 'segunda sesión ordinaria 2017', sessionId: session.id },
    })
    expect(await listItemEvents(deps.store, item.id)).toEqual(stored)
    const listed = required(book.current()?.byId.get(item.id), 'record')
    expect(todosFile([listed], '2017-11-15T18:00:00.000Z')).toContain('STATUS:COMPLETED')
  })

  it('is in the next report as closed in the session that opens its period', async () => {
    const { deps, bodyId, item, items, live, review } = await setUp()
    await review(item, 'fulfilled')
    await review(required(items[1], 'item'), 'in-progress', 'falta publicarla')
    const records = await Promise.all(items.map(({ id }) => getItemRecord(deps.store, id, TODAY)))
    const { session } = live.snapshot().record.plan
    const report = followUpReport(
      records.map((one) => required(one, 'record')),
      {
        from: { date: session.date, sessionId: session.id },
        until: { date: isoDate('2018-02-01'), sessionId: null },
      },
      await loadFollowUpContext(deps.store, bodyId, TODAY),
    )
    expect(report.closedAtStart.map((line) => line.item.code)).toEqual([item.code])
    expect(report.pendingAtStart.map((line) => [line.item.code, line.standing.state])).toEqual([
      ['SEG-2017-002', 'in-progress'],
      ['SEG-2017-003', 'pending'],
    ])
  })

  it('goes back everywhere when the review is undone, voided or corrected', async () => {
    const { deps, item, live, review, standing, book } = await setUp()
    const before = await standing()
    const sequence = () => book.current()?.byId.get(item.id)?.revision ?? 0
    const marks = [sequence()]
    await review(item, 'fulfilled')
    await standing()
    marks.push(sequence())
    await live.perform('Deshacer', undoing(TIME, deps.effects))
    expect(await standing()).toEqual(before)
    marks.push(sequence())
    const fact = await review(item, 'cancelled')
    expect((await standing()).state).toBe('cancelled')
    if (fact.body.kind !== 'item-reviewed') throw new Error('not a review')
    const body = { ...fact.body, outcome: 'in-progress' as const }
    const to = (replacement: { body: PlainFactBody; time: typeof TIME } | null) =>
      live.perform(
        'Corregir',
        correcting({ targetId: fact.id, replacement, reason: null }, TIME, deps.effects),
      )
    await to({ body, time: TIME })
    expect((await standing()).state).toBe('in-progress')
    marks.push(sequence())
    await to(null)
    expect(await standing()).toEqual(before)
    marks.push(sequence())
    expect(marks).toEqual([...marks].sort((a, b) => a - b))
    expect(new Set(marks).size).toBe(marks.length)
  })

  it('keeps what was written later when the review is voided afterwards', async () => {
    const { deps, item, live, review, standing } = await setUp()
    await review(item, 'in-progress')
    const source = { kind: 'oficio', reference: 'INE/9/2017', sessionId: null, factId: null } as const
    const draft = { on: '2017-11-15', author: 'UNICOM', source, note: 'quedó lista', evidence: [] }
    const done = await recordEvent(deps, item.id, { ...draft, body: { kind: 'state', to: 'fulfilled' } })
    expect(done.ok).toBe(true)
    expect((await standing()).state).toBe('fulfilled')
    await live.perform('Deshacer', undoing(TIME, deps.effects))
    expect((await standing()).state).toBe('fulfilled')
    expect((await standing()).story.some(({ event }) => isReviewEvent(event))).toBe(false)
  })

  it('is the same after the database is rebuilt from the journal', async () => {
    const { desktop, item, items, review, standing, deps } = await setUp()
    await review(item, 'fulfilled')
    await review(required(items[1], 'item'), 'moot', 'ya no aplica')
    const before = await standing()
    await deps.store.clear()
    const done = await reconcile(deps.store, desktop.api, desktop.readyStatus(), countingEffects(800_000))
    expect(done.kind).toBe('rebuilt')
    expect((await getItemRecord(deps.store, item.id, TODAY))?.standing).toEqual(before)
  })

  it('is mended whatever comes first in a packet, the review or its correction, and goes away with it', async () => {
    const { deps, sessionId, third, item, standing } = await setUp()
    const record = required(await getRecord(deps.store, sessionId), 'record')
    const said = recordGesture(record, [makeReview(third.id, item, 'fulfilled')], TIME, deps.effects)
    if (!said.ok) throw new Error('refused')
    const after = { ...record, facts: [...record.facts, ...said.value.facts] }
    const undone = undoLast(after, TIME, deps.effects)
    if (!undone.ok) throw new Error('refused')
    const facts = [...undone.value.facts, ...said.value.facts]
    const before = await standing()
    await commit(deps, { label: 'Se importó', changes: facts.map((fact) => insert('facts', fact)) })
    expect((await standing()).state).toBe(before.state)
    const gone = facts.toReversed().map((fact) => remove('facts', fact))
    await commit(deps, { label: 'Deshacer', changes: gone })
    await commit(deps, { label: 'x', changes: said.value.facts.map((fact) => insert('facts', fact)) })
    expect((await standing()).state).toBe('fulfilled')
  })

  it('follows the session when its date is changed', async () => {
    const { deps, sessionId, item, review, standing } = await setUp()
    await review(item, 'fulfilled')
    const session = required(await getSession(deps.store, sessionId), 'session')
    const moved = { ...session, date: isoDate('2017-11-16') }
    await commit(deps, { label: 'Cambiar la fecha', changes: [update('sessions', session, moved)] })
    expect((await standing()).since).toBe('2017-11-16')
  })

  it('leaves its fact, with code and title, when the item is removed, and comes back with it', async () => {
    const { deps, item, live, review, standing } = await setUp()
    await review(item, 'fulfilled')
    const removed = await removeItems(deps, [item.id])
    if (!removed.ok || !removed.value) throw new Error('not removed')
    expect(await getItemRecord(deps.store, item.id, TODAY)).toBeNull()
    const [said] = itemReviews(live.snapshot().state.facts)
    expect(said?.item).toMatchObject({ code: item.code, title: item.title })
    expect((await undoChangeSet(deps, removed.value.changeSet)).ok).toBe(true)
    expect((await standing()).state).toBe('fulfilled')
  })
})

/** The example with an extraordinary session after it that reviews two items, one of which nobody follows. */
function laterFile(): string {
  const file = structuredClone(exampleSession())
  return JSON.stringify({
    ...file,
    session: { ...file.session, type: 'extraordinaria', ordinal: 3, date: '2017-12-20' },
    earlierSessions: [],
    agenda: [{ title: 'Presentación del seguimiento de acuerdos', kind: 'follow-up', closing: 'receive' }],
    record: [
      { do: 'open' },
      { do: 'point', number: 1 },
      { do: 'review', item: 'SEG-2017-001', title: 'Datos Abiertos', outcome: 'in-progress' },
      { do: 'review', item: 'SEG-2017-001', title: 'Datos Abiertos', outcome: 'fulfilled', note: 'ya' },
      { do: 'review', item: 'OTRO-7', title: 'Un asunto ajeno', outcome: 'pending' },
      { do: 'close' },
    ],
  })
}

describe('a session file that reviews items', () => {
  it('finds them by their code, keeps the words of the others, and its undo takes it all back', async () => {
    const { deps, desktop, item, standing, bodyId } = await setUp()
    const imported = await importSessionFile(deps, laterFile())
    if (!imported.ok) throw new Error(JSON.stringify(imported.error))
    expect(imported.value.bodyId).toBe(bodyId)
    expect(await standing()).toMatchObject({ state: 'fulfilled', since: '2017-12-20' })
    const record = required(await getRecord(deps.store, imported.value.sessionId), 'record')
    const reviews = itemReviews(foldSession(record.plan, record.facts).facts)
    expect(reviews.map((one) => [one.item.id, one.item.code, one.outcome])).toEqual([
      [item.id, 'SEG-2017-001', 'fulfilled'],
      [null, 'OTRO-7', 'pending'],
    ])
    expect(reviews[1]?.item.title).toBe('Un asunto ajeno')
    const { changeSet } = required(desktop.records.at(-1), 'record')
    await commit(deps, {
      label: 'Deshacer',
      changes: [...changeSet.changes].reverse().map((c) => ({ ...c, before: c.after, after: c.before })),
    })
    expect((await standing()).state).toBe('pending')
  })

  it('is refused with the step that does not say the title of its item', async () => {
    const { deps } = await setUp()
    const wrong = laterFile().replace('"title":"Un asunto ajeno",', '')
    const imported = await importSessionFile(deps, wrong)
    if (imported.ok || imported.error.kind !== 'file') throw new Error('not refused')
    const problems = imported.error.problems.map(formatProblem)
    expect(problems).toEqual(['desarrollo, paso 5: falta el título'])
  })
})

describe('a large follow-up', () => {
  it('reads the reviews of one item by its index, whatever else was reviewed', async () => {
    const { deps, bodyId, item, items, review, standing } = await setUp()
    const [, second] = items
    await review(item, 'fulfilled')
    await review(required(second, 'item'), 'cancelled')
    const others = Array.from({ length: 300 }, (_, index) => ({
      ...item,
      id: required(items[2], 'item').id.replace(/.{4}$/, String(1000 + index)) as Item['id'],
      code: `SEG-2018-${index}`,
    }))
    await commit(deps, { label: 'más', changes: others.map((one) => insert('items', one)) })
    expect(await standing(required(second, 'item'))).toMatchObject({ state: 'cancelled' })
    expect(await listItems(deps.store, bodyId)).toHaveLength(items.length + 300)
  })
})
