import { describe, expect, it } from 'vitest'
import { insert, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import type { CommandDeps } from '../../../renderer/commands/deps'
import { addGuest } from '../../../renderer/commands/sessions/add-guest'
import { addPoints } from '../../../renderer/commands/sessions/add-points'
import { attachFiles } from '../../../renderer/commands/sessions/attach-files'
import { changeAttendee } from '../../../renderer/commands/sessions/change-attendee'
import { createSession } from '../../../renderer/commands/sessions/create-session'
import { deleteSession } from '../../../renderer/commands/sessions/delete-session'
import { distinguishInitials } from '../../../renderer/commands/sessions/distinguish-initials'
import type { Edited, EditFailure } from '../../../renderer/commands/sessions/failures'
import { movePoint, shiftPoint } from '../../../renderer/commands/sessions/move-point'
import { refreshAttendees } from '../../../renderer/commands/sessions/refresh-attendees'
import { removePoint } from '../../../renderer/commands/sessions/remove-point'
import { updatePoint } from '../../../renderer/commands/sessions/update-point'
import { updateSession } from '../../../renderer/commands/sessions/update-session'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { getRecord, listSessions } from '../../../renderer/data/repositories'
import {
  proposeAgenda,
  readPastedAgenda,
  type SessionDraft,
  type SessionId,
  type SessionRecord,
  undoLast,
} from '../../../shared/domain/sessions'
import { required } from '../../../shared/lib/assert'
import { clockTimeSchema } from '../../../shared/lib/iso-date'
import type { Result } from '../../../shared/lib/result'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import {
  makeBody,
  makeMembership,
  makePerson,
  makeSeat,
  makeSession,
  opened,
  testId,
  withFacts,
} from '../../helpers/make-session'

const body = makeBody()
const draft: SessionDraft = {
  type: 'ordinaria',
  ordinal: '2',
  date: '2017-11-15',
  time: '11:00',
  place: 'Sala de Usos Múltiples',
  modality: 'presencial',
}
const proposed = proposeAgenda(makeSession(2), body, [])

/** A body with three seats, their titulares and one suplente. */
async function withDirectory(desktop = new FakeDesktop()): Promise<CommandDeps> {
  const deps = await makeDeps(desktop)
  await commit(deps, {
    label: 'Directorio',
    changes: [
      insert('bodies', body),
      ...[1, 2, 3].map((n) => insert('seats', makeSeat(n))),
      ...[1, 2, 3, 4].map((n) => insert('persons', makePerson(n))),
      ...[1, 2, 3].map((n) => insert('memberships', makeMembership(n))),
      insert('memberships', makeMembership(4, { seatId: testId(303), standing: 'suplente' })),
    ],
  })
  return deps
}

async function withSession(): Promise<{ deps: CommandDeps; desktop: FakeDesktop; id: SessionId }> {
  const desktop = new FakeDesktop()
  const deps = await withDirectory(desktop)
  const created = await createSession(deps, { body, draft, points: proposed })
  if (!created.ok) throw new Error(created.error.kind)
  return { deps, desktop, id: created.value.sessionId }
}

async function recordOf(deps: CommandDeps, id: SessionId): Promise<SessionRecord> {
  return required(await getRecord(deps.store, id), 'session')
}

async function titlesOf(deps: CommandDeps, id: SessionId): Promise<readonly string[]> {
  const { plan } = await recordOf(deps, id)
  return plan.points.map((point) => `${point.number} ${point.title.slice(0, 24)}`)
}

function committed(result: Result<Edited, EditFailure>) {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return required(result.value, 'change set')
}

/** Opens the session: everybody present, recorded as the room would. */
async function open(deps: CommandDeps, id: SessionId): Promise<void> {
  const record = opened(await recordOf(deps, id))
  await commit(deps, { label: 'Abrir', changes: record.facts.map((fact) => insert('facts', fact)) })
}

describe('a new session', () => {
  it('is one change set: session, agenda proposed and everybody called from the directory', async () => {
    const { deps, desktop, id } = await withSession()
    expect(desktop.records).toHaveLength(2)
    const { plan } = await recordOf(deps, id)
    expect(plan.session).toMatchObject({ type: 'ordinaria', ordinal: 2, date: '2017-11-15' })
    expect(plan.attendees.map((attendee) => [attendee.fullName, attendee.hasVote])).toEqual([
      ['Persona Número 1', true],
      ['Persona Número 2', true],
      ['Persona Número 3', true],
    ])
    expect(await titlesOf(deps, id)).toEqual(['1 Presentación y, en su ca', '2 Asuntos generales'])
  })

  it.each<[string, Partial<SessionDraft>, number, object]>([
    [
      'a date that does not exist',
      { date: '2017-02-30' },
      2,
      { kind: 'fields', problems: [{ field: 'date' }] },
    ],
    ['an agenda without points', {}, 0, { kind: 'agenda-empty' }],
  ])('is refused with %s, and nothing is written', async (_, changes, points, error) => {
    const desktop = new FakeDesktop()
    const deps = await withDirectory(desktop)
    const created = await createSession(deps, {
      body,
      draft: { ...draft, ...changes },
      points: proposed.slice(0, points),
    })
    expect(created).toMatchObject({ ok: false, error })
    expect(desktop.records).toHaveLength(1)
    expect(await listSessions(deps.store, body.id)).toEqual([])
  })

  it('is not there when the disk is full', async () => {
    const desktop = new FakeDesktop()
    const deps = await withDirectory(desktop)
    desktop.full = true
    const created = await createSession(deps, { body, draft, points: proposed })
    expect(created).toMatchObject({ ok: false, error: { kind: 'not-saved' } })
    expect(await listSessions(deps.store, body.id)).toEqual([])
  })

  it('can be taken back whole, and deleted while nothing was recorded', async () => {
    const { deps, id } = await withSession()
    const change = committed(await deleteSession(deps, id))
    expect(await getRecord(deps.store, id)).toBeNull()
    await undoChangeSet(deps, change.changeSet)
    expect(await titlesOf(deps, id)).toHaveLength(2)
    await open(deps, id)
    expect(await deleteSession(deps, id)).toEqual({ ok: false, error: { kind: 'session-has-facts' } })
  })
})

it('a session whose minuta another one approves stays', async () => {
  const { deps, id } = await withSession()
  const later = { ...draft, ordinal: '3', date: '2017-12-13' }
  const created = await createSession(deps, {
    body,
    draft: later,
    points: [{ ...required(proposed[0], 'point'), kind: 'prior-minutes', approvesSessions: [id] }],
  })
  expect(created.ok).toBe(true)
  expect(await deleteSession(deps, id)).toMatchObject({
    ok: false,
    error: { kind: 'session-is-named', by: { ordinal: 3 } },
  })
})

describe('the data of a session', () => {
  it('changes, and writes nothing when it is the same', async () => {
    const { deps, desktop, id } = await withSession()
    committed(await updateSession(deps, id, { ...draft, date: '2017-11-16' }))
    expect((await recordOf(deps, id)).plan.session.date).toBe('2017-11-16')
    const before = desktop.records.length
    expect(await updateSession(deps, id, { ...draft, date: '2017-11-16' })).toEqual({ ok: true, value: null })
    expect(desktop.records).toHaveLength(before)
  })

  it('keeps everything as it was when one field is wrong', async () => {
    const { deps, id } = await withSession()
    const refused = await updateSession(deps, id, { ...draft, place: 'Otra', time: '27:00' })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'fields', problems: [{ field: 'time' }] } })
    expect((await recordOf(deps, id)).plan.session.place).toBe('Sala de Usos Múltiples')
  })
})

describe('the agenda', () => {
  it('takes a pasted list before general matters, moves, removes and takes it back', async () => {
    const { deps, id } = await withSession()
    const pasted = readPastedAgenda('1. Informe uno\n2. Informe dos')
    if (!pasted.ok) throw new Error(pasted.error.code)
    committed(await addPoints(deps, { sessionId: id, points: pasted.value, at: null }))
    expect((await titlesOf(deps, id)).slice(1)).toEqual([
      '2 Informe uno',
      '3 Informe dos',
      '4 Asuntos generales',
    ])
    const points = (await recordOf(deps, id)).plan.points
    const second = required(points[1], 'point')
    committed(await shiftPoint(deps, id, second.id, 1))
    committed(await movePoint(deps, id, second.id, 0))
    expect((await titlesOf(deps, id))[0]).toBe('1 Informe uno')
    const removed = committed(await removePoint(deps, id, second.id))
    expect(await titlesOf(deps, id)).toHaveLength(3)
    await undoChangeSet(deps, removed.changeSet)
    expect((await titlesOf(deps, id))[0]).toBe('1 Informe uno')
  })

  it('keeps printed numbers once the session opened, and refuses to remove what has facts', async () => {
    const { deps, id } = await withSession()
    await open(deps, id)
    const record = await recordOf(deps, id)
    const [first, last] = [required(record.plan.points[0], 'point'), required(record.plan.points[1], 'point')]
    const started = withFacts(record, [{ kind: 'point-opened', pointId: first.id }])
    await commit(deps, {
      label: 'Abrir punto',
      changes: started.facts.slice(record.facts.length).map((fact) => insert('facts', fact)),
    })
    expect(await removePoint(deps, id, first.id)).toMatchObject({
      ok: false,
      error: { kind: 'agenda', refusal: { code: 'point-has-facts', facts: 1 } },
    })
    committed(await shiftPoint(deps, id, last.id, -1))
    expect(await titlesOf(deps, id)).toEqual(['2 Asuntos generales', '1 Presentación y, en su ca'])
    committed(await updatePoint(deps, id, first.id, { title: 'Título corregido' }))
    expect((await titlesOf(deps, id))[1]).toBe('1 Título corregido')
  })

  it('is settled once the session ended: points are neither added, moved nor taken off until the closing is voided', async () => {
    const { deps, id } = await withSession()
    await open(deps, id)
    const record = await recordOf(deps, id)
    const point = required(record.plan.points[0], 'point')
    const closed = withFacts(record, [{ kind: 'session-closed' }])
    const store = (facts: SessionRecord['facts']) =>
      commit(deps, { label: 'Hechos', changes: facts.map((fact) => insert('facts', fact)) })
    await store(closed.facts.slice(record.facts.length))
    const pasted = readPastedAgenda('Informe que no se presentó')
    if (!pasted.ok) throw new Error(pasted.error.code)
    const add = () => addPoints(deps, { sessionId: id, points: pasted.value, at: null })
    const refused = { ok: false, error: { kind: 'agenda', refusal: { code: 'agenda-settled' } } }
    const before = await titlesOf(deps, id)
    expect(await add()).toMatchObject(refused)
    expect(await shiftPoint(deps, id, point.id, 1)).toMatchObject(refused)
    expect(await movePoint(deps, id, point.id, 1)).toMatchObject(refused)
    expect(await removePoint(deps, id, point.id)).toMatchObject(refused)
    expect(await titlesOf(deps, id)).toEqual(before)
    committed(await updatePoint(deps, id, point.id, { title: 'Título corregido' }))
    const undone = undoLast(closed, clockTimeSchema.parse('12:00'), deps.effects)
    if (!undone.ok) throw new Error(undone.error.code)
    await store(undone.value.facts)
    committed(await add())
    expect(await titlesOf(deps, id)).toHaveLength(before.length + 1)
  })

  it('keeps files and links with their point, each once', async () => {
    const { deps, id } = await withSession()
    const point = required((await recordOf(deps, id)).plan.points[0], 'point')
    const file = { sha256: 'a'.repeat(64), name: 'anexo.pdf', mediaType: 'application/pdf', size: 12 }
    committed(await attachFiles(deps, point, [file]))
    expect(await attachFiles(deps, point, [file])).toEqual({ ok: true, value: null })
    committed(await updatePoint(deps, id, point.id, { links: ['https://www.ine.mx/'] }))
    const stored = (await recordOf(deps, id)).plan.points[0]
    expect(stored).toMatchObject({ attachments: [file], links: ['https://www.ine.mx/'] })
  })
})

describe('the attendance list', () => {
  it('gives initials of her own to whoever could be confused in the room, in one change taken back whole', async () => {
    const { deps, id } = await withSession()
    const list = (await recordOf(deps, id)).plan.attendees
    const [first, , third] = list.map((attendee) => attendee)
    const twins = { ...required(third, 'third'), initials: required(first, 'first').initials }
    await commit(deps, { label: 'Lista', changes: [update('attendees', required(third, 'third'), twins)] })
    const done = committed(await distinguishInitials(deps, id))
    const initials = async () => (await recordOf(deps, id)).plan.attendees.map((each) => each.initials)
    expect(new Set(await initials()).size).toBe(3)
    expect((await initials())[0]).toBe(first?.initials)
    expect(await distinguishInitials(deps, id)).toEqual({ ok: true, value: null })
    await undoChangeSet(deps, done.changeSet)
    expect((await initials())[2]).toBe(first?.initials)
  })

  it('takes guests with voice, and follows the directory until the session opens', async () => {
    const { deps, id } = await withSession()
    const guest = {
      person: null,
      fullName: 'Diana Díaz',
      honorificShort: 'Lic.',
      honorificLong: 'licenciada',
      gender: 'f',
      charge: 'Invitada',
    } as const
    committed(await addGuest(deps, id, guest))
    expect(await refreshAttendees(deps, id)).toMatchObject({ ok: true, value: { added: 0, updated: 0 } })
    const { attendees } = (await recordOf(deps, id)).plan
    expect(attendees.at(-1)).toMatchObject({ fullName: 'Diana Díaz', hasVote: false, order: 3 })
    await open(deps, id)
    expect(await refreshAttendees(deps, id)).toMatchObject({
      ok: false,
      error: { kind: 'attendance', refusal: { code: 'session-has-opened' } },
    })
    const first = required(attendees[0], 'attendee')
    expect(await changeAttendee(deps, { ...first, hasVote: false })).toMatchObject({
      ok: false,
      error: { kind: 'attendance', refusal: { code: 'vote-is-settled' } },
    })
  })
})
