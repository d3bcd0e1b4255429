import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { insert } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { recording, undoing } from '../../../renderer/commands/room/gestures'
import { LiveSession } from '../../../renderer/commands/room/live-session'
import { findLiveSession, liveSessionOf } from '../../../renderer/commands/room/live-sessions'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { getRecord } from '../../../renderer/data/repositories'
import { recordGesture } from '../../../shared/domain/sessions'
import { required } from '../../../shared/lib/assert'
import { clockTimeSchema } from '../../../shared/lib/iso-date'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { countingEffects, makeBody, makeRecord, makeSession, opened } from '../../helpers/make-session'

const NOON = clockTimeSchema.parse('12:00')
const effects = countingEffects(5_000_000)

/** A session that has been opened, stored, and alive. */
async function setUp() {
  const desktop = new FakeDesktop()
  const deps = await makeDeps(desktop)
  const { plan, facts } = opened(makeRecord(makeSession(1)))
  const rows = [
    insert('bodies', makeBody()),
    insert('sessions', plan.session),
    ...plan.points.map((point) => insert('points', point)),
    ...plan.attendees.map((attendee) => insert('attendees', attendee)),
    ...facts.map((fact) => insert('facts', fact)),
  ]
  await commit(deps, { label: 'Sesión abierta', changes: rows })
  const live = new LiveSession(deps, plan, facts)
  const factsShown = () => live.snapshot().record.facts.length - facts.length
  return { desktop, deps, live, plan, factsShown, sessionId: plan.session.id }
}

const quorum = recording([{ kind: 'quorum-verified' }], NOON, effects)

describe('the session being recorded', () => {
  it('shows a fact when it is on disk, with the badge, and before the database has it', async () => {
    const { desktop, deps, live, factsShown, sessionId } = await setUp()
    const onDisk = desktop.records.length
    const apply = deps.store.apply.bind(deps.store)
    const shownAtApply: number[] = []
    deps.store.apply = (records) => {
      shownAtApply.push(factsShown())
      return apply(records)
    }
    const heard: string[] = []
    live.subscribe(() => {
      heard.push(
        `${factsShown()} shown, ${desktop.records.length - onDisk} on disk, ${deps.saves.state().kind}`,
      )
    })
    const done = await live.perform('Quórum', quorum)
    expect(done.ok).toBe(true)
    expect(heard).toEqual(['1 shown, 1 on disk, saved'])
    expect(shownAtApply).toEqual([1])
    expect(await getRecord(deps.store, sessionId)).toEqual(live.snapshot().record)
  })

  it('shows nothing that the journal refused', async () => {
    const { desktop, live, factsShown } = await setUp()
    desktop.full = true
    const done = await live.perform('Quórum', quorum)
    expect(done).toMatchObject({ ok: false, error: { kind: 'not-saved' } })
    expect(factsShown()).toBe(0)
  })

  it('decides each gesture on what the one before left, an undo included', async () => {
    const { deps, live, factsShown, sessionId } = await setUp()
    const results = await Promise.all([
      live.perform('Quórum', quorum),
      live.perform('Deshacer', undoing(NOON, effects)),
      live.perform('Quórum', quorum),
    ])
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(factsShown()).toBe(3)
    expect(live.snapshot().state.anomalies).toEqual([])
    expect(await getRecord(deps.store, sessionId)).toEqual(live.snapshot().record)
  })

  it('keeps a plan that changed while the fact was being written', async () => {
    const { desktop, deps, live, plan } = await setUp()
    const renamed = { ...plan, session: { ...plan.session, place: 'Otra sala' } }
    const { append } = deps.desktop.journal
    const slow = new LiveSession(
      {
        ...deps,
        desktop: {
          ...desktop.api,
          journal: {
            ...desktop.api.journal,
            append: async (request) => {
              slow.setPlan(renamed)
              return append(request)
            },
          },
        },
      },
      plan,
      live.snapshot().record.facts,
    )
    await slow.perform('Quórum', quorum)
    expect(slow.snapshot().record.plan.session.place).toBe('Otra sala')
    expect(slow.snapshot().state.plan.session.place).toBe('Otra sala')
    expect(slow.snapshot().record.facts.length).toBe(live.snapshot().record.facts.length + 1)
  })
})

describe('a session that was opened before facts of it came in another way', () => {
  it('decides again what was decided while they were being stored', async () => {
    const { deps, sessionId } = await setUp()
    const record = required(await getRecord(deps.store, sessionId), 'record')
    const live = liveSessionOf(deps, record)
    const elsewhere = recordGesture(record, [{ kind: 'quorum-verified' }], NOON, countingEffects(7_000_000))
    if (!elsewhere.ok) throw new Error('refused')
    const changes = elsewhere.value.facts.map((fact) => insert('facts', fact))
    const importing = commit(deps, { label: 'Se importó', changes })
    const recess = await live.perform('Receso', recording([{ kind: 'recess-started' }], NOON, effects))
    expect((await importing).ok).toBe(true)
    expect(recess.ok).toBe(true)
    const { facts } = live.snapshot().record
    expect(new Set(facts.map(({ seq }) => seq)).size).toBe(facts.length)
    expect(live.snapshot().state).toMatchObject({ phase: 'recess' })
    expect(live.snapshot().state.quorumVerified).not.toBeNull()
    expect(await getRecord(deps.store, sessionId)).toEqual(live.snapshot().record)
  })

  it('goes on after them, and after they were taken back', async () => {
    const { deps, sessionId } = await setUp()
    const record = required(await getRecord(deps.store, sessionId), 'record')
    const live = liveSessionOf(deps, record)
    expect(findLiveSession(deps, sessionId)).toBe(live)
    const elsewhere = recordGesture(record, [{ kind: 'quorum-verified' }], NOON, countingEffects(7_000_000))
    if (!elsewhere.ok) throw new Error('refused')
    const changes = elsewhere.value.facts.map((fact) => insert('facts', fact))
    const imported = await commit(deps, { label: 'Se importó', changes })
    expect(live.snapshot().state.quorumVerified).not.toBeNull()
    let drawn = 0
    live.subscribe(() => {
      drawn += 1
    })
    expect(
      await live.perform('Receso', recording([{ kind: 'recess-started' }], NOON, effects)),
    ).toMatchObject({ ok: true })
    // What it stored itself is no news.
    expect(drawn).toBe(1)
    const numbers = live.snapshot().record.facts.map(({ seq }) => seq)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(await getRecord(deps.store, sessionId)).toEqual(live.snapshot().record)
    if (!imported.ok) throw new Error('not stored')
    expect((await undoChangeSet(deps, imported.value.changeSet)).ok).toBe(true)
    expect(live.snapshot().state).toMatchObject({ quorumVerified: null, phase: 'recess' })
    expect(await getRecord(deps.store, sessionId)).toEqual(live.snapshot().record)
  })
})
