import { describe, expect, it } from 'vitest'
import { insert, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { applyImport } from '../../../renderer/commands/packet/apply-import'
import { wantedAttachments } from '../../../renderer/commands/packet/incoming/wanted-attachments'
import { recordPacket } from '../../../renderer/commands/packet/record-packet'
import { updateSession } from '../../../renderer/commands/sessions/update-session'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { listPackets } from '../../../renderer/data/packets'
import { getRecord } from '../../../renderer/data/repositories'
import { packetSchema } from '../../../shared/domain/packets'
import { factSchema, foldSession, type Session } from '../../../shared/domain/sessions'
import { required } from '../../../shared/lib/assert'
import { testId } from '../../helpers/make-session'
import {
  content,
  heldSession,
  type Machine,
  machine,
  pack,
  plan,
  withExample,
} from '../../helpers/packet-machines'

async function moveTo({ deps }: Machine, session: Session, place: string): Promise<void> {
  const { type, ordinal, date, time, modality } = session
  const draft = { type, ordinal: String(ordinal ?? ''), date, time, modality, place }
  const done = await updateSession(deps, session.id, draft)
  expect(done).toMatchObject({ ok: true })
}

describe('an import that is taken back', () => {
  it('is taken back once, however quickly the key is pressed again', async () => {
    const home = await withExample()
    const other = await machine(2_000_000)
    const done = await applyImport(other.deps, await plan(other, await pack(home)), {})
    if (!done.ok) throw new Error(done.error.code)
    const twice = [1, 2].map(() => undoChangeSet(other.deps, done.value.changeSet))
    const [first, second] = await Promise.all(twice)
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual({ ok: false, error: { code: 'changed-since' } })
    expect((await other.deps.store.head())?.rows).toBe(await other.deps.store.countRows())
  })
})

describe('a packet of a session without its annexes', () => {
  it('comes in without asking for them, and a packet that has them brings them later', async () => {
    const home = await withExample()
    const session = await heldSession(home)
    const record = required(await getRecord(home.deps.store, session.id), 'record')
    const point = required(record.plan.points[0], 'point')
    const file = { sha256: 'c'.repeat(64), name: 'a.pdf', mediaType: 'application/pdf', size: 5 }
    const changes = [update('points', point, { ...point, attachments: [file] })]
    expect((await commit(home.deps, { label: 'x', changes })).ok).toBe(true)
    const other = await machine(2_000_000)
    const annexesOf = async () =>
      (await getRecord(other.deps.store, session.id))?.plan.points.flatMap(({ attachments }) => attachments)
    const bare = await plan(other, await pack(home, session.id, false))
    expect(wantedAttachments(bare, {})).toEqual([])
    expect((await applyImport(other.deps, bare, {})).ok).toBe(true)
    expect(await annexesOf()).toEqual([])
    const whole = await plan(other, await pack(home, session.id))
    expect(wantedAttachments(whole, {})).toEqual([{ sha256: file.sha256, name: 'a.pdf', size: 5 }])
    expect((await applyImport(other.deps, whole, {})).ok).toBe(true)
    expect(await annexesOf()).toEqual([file])
    const again = await plan(other, await pack(home, session.id, false))
    expect(again.units.filter(({ state }) => state !== 'identical')).toEqual([])
  })
})

describe('a body moved to another laptop', () => {
  it('is there with everything recorded, in one change set, and only once', async () => {
    const [home, other] = [await withExample(), await machine(2_000_000)]
    const packet = await pack(home)
    const planned = await plan(other, packet)
    expect(new Set(planned.units.map(({ state }) => state))).toEqual(new Set(['new']))
    const done = await applyImport(other.deps, planned, {})
    expect(done.ok).toBe(true)
    expect(other.desktop.records).toHaveLength(1)
    expect(await content(other)).toBe(await content(home))
    const session = await heldSession(other)
    const record = required(await getRecord(other.deps.store, session.id), 'record')
    expect(record.facts.length).toBeGreaterThan(50)
    expect(foldSession(record.plan, record.facts).anomalies).toEqual([])
    for (let again = 0; again < 10; again += 1) {
      const refused = await applyImport(other.deps, await plan(other, packet), {})
      expect(refused).toEqual({ ok: false, error: { code: 'nothing-to-change' } })
    }
    expect(other.desktop.records).toHaveLength(1)
    expect(await content({ ...home })).toBe(await content(other))
  })

  it('goes away whole with one undo, facts and all, and comes again', async () => {
    const [home, other] = [await withExample(), await machine(2_000_000)]
    const packet = await pack(home)
    const done = await applyImport(other.deps, await plan(other, packet), {})
    if (!done.ok) throw new Error(done.error.code)
    expect(await undoChangeSet(other.deps, done.value.changeSet)).toMatchObject({ ok: true })
    expect(await other.deps.store.countRows()).toBe(0)
    expect((await applyImport(other.deps, await plan(other, packet), {})).ok).toBe(true)
    expect(await content(other)).toBe(await content(home))
  })

  it('does not go away once something was recorded over it', async () => {
    const [home, other] = [await withExample(), await machine(2_000_000)]
    const done = await applyImport(other.deps, await plan(other, await pack(home)), {})
    if (!done.ok) throw new Error(done.error.code)
    const session = await heldSession(other)
    const record = required(await getRecord(other.deps.store, session.id), 'record')
    const last = required(record.facts.at(-1), 'fact')
    const more = factSchema.parse({
      ...last,
      id: testId(5),
      seq: last.seq + 1,
      body: { kind: 'correction', targetId: last.id, replacement: null, reason: null },
    })
    await commit(other.deps, { label: 'Corrección', changes: [insert('facts', more)] })
    const undone = await undoChangeSet(other.deps, done.value.changeSet)
    expect(undone).toEqual({ ok: false, error: { code: 'facts-depend' } })
  })
})

describe('a packet for the members of a session', () => {
  it('brings the session and no more, and what changes later comes as newer', async () => {
    const [home, other] = [await withExample(), await machine(2_000_000)]
    const session = await heldSession(home)
    const first = await applyImport(other.deps, await plan(other, await pack(home, session.id)), {})
    expect(first.ok).toBe(true)
    const here = required(await getRecord(home.deps.store, session.id), 'record')
    expect(await getRecord(other.deps.store, session.id)).toEqual(here)
    await moveTo(home, session, 'Auditorio')
    const planned = await plan(other, await pack(home, session.id))
    const changed = planned.units.filter(({ state }) => state !== 'identical')
    expect(changed.map(({ id, state, differences }) => [id, state, differences])).toEqual([
      [
        `session:${session.id}`,
        'changed',
        [{ subject: '', field: 'Lugar', before: session.place, after: 'Auditorio' }],
      ],
    ])
    expect((await applyImport(other.deps, planned, {})).ok).toBe(true)
    expect((await heldSession(other)).place).toBe('Auditorio')
  })
})

describe('an import that does not come to its end', () => {
  it('changes nothing when the disk is full', async () => {
    const [home, other] = [await withExample(), await machine(2_000_000)]
    const planned = await plan(other, await pack(home))
    other.desktop.full = true
    const refused = await applyImport(other.deps, planned, {})
    expect(refused).toMatchObject({ ok: false, error: { code: 'blocked', reason: 'disk-full' } })
    expect(await other.deps.store.countRows()).toBe(0)
    expect(other.desktop.records).toEqual([])
    other.desktop.full = false
    expect((await applyImport(other.deps, planned, {})).ok).toBe(true)
  })

  it('changes nothing when the database refuses a row half way, and the next start mends it', async () => {
    const [home, other] = [await withExample(), await machine(2_000_000)]
    const planned = await plan(other, await pack(home))
    const { store } = other.deps
    const apply = store.apply.bind(store)
    store.apply = async () => {
      throw new Error('QuotaExceededError')
    }
    const done = await applyImport(other.deps, planned, {})
    expect(done.ok).toBe(true)
    expect(await store.countRows()).toBe(0)
    store.apply = apply
    await store.apply(other.desktop.records)
    expect(await content(other)).toBe(await content(home))
  })

  it('is refused when something was stored since it was compared', async () => {
    const home = await withExample()
    const packet = await pack(home)
    const session = await heldSession(home)
    const other = await machine(2_000_000)
    await applyImport(other.deps, await plan(other, packet), {})
    await moveTo(home, session, 'Auditorio')
    const planned = await plan(other, await pack(home))
    await moveTo(other, session, 'Otro lugar')
    const before = await content(other, true)
    expect(await applyImport(other.deps, planned, {})).toEqual({
      ok: false,
      error: { code: 'changed-since' },
    })
    expect(await content(other, true)).toBe(before)
  })
})

describe('a packet that was made', () => {
  it('is remembered, newest version first, and goes with the backup of the body', async () => {
    const [home, other] = [await withExample(), await machine(2_000_000)]
    const session = await heldSession(home)
    const made = (version: number) =>
      packetSchema.parse({
        id: testId(50 + version),
        bodyId: session.bodyId,
        sessionId: session.id,
        audience: 'members',
        version,
        madeAt: '2017-11-16T17:00:00.000Z',
        headSeq: 1,
        headHash: 'a'.repeat(64),
        fileName: `expediente-${version}.zip`,
        fileSha256: 'b'.repeat(64),
        size: 10,
        encrypted: false,
        fingerprint: null,
        outline: [],
      })
    for (const version of [1, 2]) expect((await recordPacket(home.deps, made(version))).ok).toBe(true)
    await applyImport(other.deps, await plan(other, await pack(home)), {})
    const found = await listPackets(other.deps.store, session.bodyId, session.id, 'members')
    expect(found.map(({ version }) => version)).toEqual([2, 1])
    expect(await listPackets(other.deps.store, session.bodyId, null)).toEqual([])
  })
})
