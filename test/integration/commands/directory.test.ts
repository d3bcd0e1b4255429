import { describe, expect, it } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import { changeBody, changeRule } from '../../../renderer/commands/bodies/change-body'
import { createBody } from '../../../renderer/commands/bodies/create-body'
import type { CommandDeps } from '../../../renderer/commands/deps'
import { loadDirectory } from '../../../renderer/commands/directory/edit-directory'
import { importDirectory } from '../../../renderer/commands/directory/import-directory'
import { moveSeat } from '../../../renderer/commands/directory/move-seat'
import { removeHolder } from '../../../renderer/commands/directory/remove-holder'
import { removeSeat } from '../../../renderer/commands/directory/remove-seat'
import { addHolder, changeHolder } from '../../../renderer/commands/directory/save-holder'
import { addSeat, changeSeat } from '../../../renderer/commands/directory/save-seat'
import { createSession } from '../../../renderer/commands/sessions/create-session'
import { undoChangeSet } from '../../../renderer/commands/undo'
import type { Body, BodyId } from '../../../shared/domain/bodies'
import { draftOfBody } from '../../../shared/domain/bodies/preset-blank'
import {
  draftOfHolder,
  draftOfSeat,
  type HolderDraft,
  holderDraftSchema,
  type Seat,
  seatIdSchema,
} from '../../../shared/domain/people'
import { required } from '../../../shared/lib/assert'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { sheetOf } from '../../helpers/make-sheet'

const HOLDER: HolderDraft = {
  fullName: 'Karla Gabriela Garduño Morán',
  shortName: 'Garduño',
  initials: 'KG',
  honorificShort: 'Lic.',
  honorificLong: 'licenciada',
  gender: 'f',
  standing: 'titular',
  charge: 'Representante de la Coordinación Nacional de Comunicación Social',
  signatureCaption: '',
  validFrom: '',
  validUntil: '',
}

async function withPreset(desktop = new FakeDesktop()) {
  const deps = await makeDeps(desktop)
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  return { deps, desktop, bodyId: adopted.value.bodyId }
}

/** A session whose attendance list names everybody in the directory. */
async function holdSession(deps: CommandDeps, body: Body): Promise<void> {
  const draft = {
    type: 'ordinaria',
    ordinal: '2',
    date: '2017-11-15',
    time: '11:00',
    place: '',
    modality: 'virtual',
  }
  const point = {
    title: 'Asuntos generales',
    presenter: '',
    kind: 'general-matters',
    closing: 'none',
    links: [],
  } as const
  const made = await createSession(deps, {
    body,
    draft,
    points: [{ ...point, reason: 'every-session', approvesSessions: [] }],
  })
  if (!made.ok) throw new Error(made.error.kind)
}

async function seatOf(deps: CommandDeps, bodyId: BodyId, acronym: string): Promise<Seat> {
  const { seats } = await loadDirectory(deps.store, bodyId)
  return required(
    seats.find((seat) => seat.acronym === acronym),
    acronym,
  )
}

describe('bodies', () => {
  it('stores the preset in one change and finds it the second time', async () => {
    const { deps, desktop, bodyId } = await withPreset()
    expect(desktop.records).toHaveLength(1)
    expect((await loadDirectory(deps.store, bodyId)).seats).toHaveLength(12)
    expect(await adoptPreset(deps)).toEqual({ ok: true, value: { bodyId, wasThere: true } })
    expect(desktop.records).toHaveLength(1)
  })

  it('refuses a second body of the same acronym and changes the first without touching its rules', async () => {
    const { deps, bodyId } = await withPreset()
    const { body } = await loadDirectory(deps.store, bodyId)
    expect(await createBody(deps, { ...draftOfBody(body), acronym: 'cgype' })).toEqual({
      ok: false,
      error: { kind: 'acronym-taken', by: body.name },
    })
    expect((await changeBody(deps, bodyId, { ...draftOfBody(body), agreementPattern: '' })).ok).toBe(true)
    const after = (await loadDirectory(deps.store, bodyId)).body
    expect(after).toEqual({ ...body, agreementPattern: null })
    expect(await changeBody(deps, bodyId, draftOfBody(after))).toEqual({ ok: true, value: null })
  })

  it('changes one rule with its basis and reason', async () => {
    const { deps, bodyId } = await withPreset()
    const rule = {
      value: { kind: 'fixed', seats: 5 },
      basis: 'Art. 25',
      overrideReason: 'Así lo fija',
    } as const
    await changeRule(deps, bodyId, { key: 'quorum', rule })
    const { rules } = (await loadDirectory(deps.store, bodyId)).body
    expect(rules.quorum).toEqual(rule)
    expect(rules.majority.overrideReason).toBeNull()
  })
})

describe('seats', () => {
  it('adds, rewrites and moves, and takes the move back', async () => {
    const { deps, bodyId } = await withPreset()
    const cncs = await seatOf(deps, bodyId, 'CNCS')
    const id = seatIdSchema.parse(deps.effects.newId())
    await addSeat(deps, bodyId, id, { ...draftOfSeat(cncs), name: 'Dirección Jurídica', acronym: 'DJ' })
    const added = await seatOf(deps, bodyId, 'DJ')
    expect(added.order).toBe(12)
    const moved = await moveSeat(deps, added, 0)
    const order = async () => (await loadDirectory(deps.store, bodyId)).seats.map(({ acronym }) => acronym)
    expect((await order()).slice(0, 2)).toEqual(['DJ', 'SE'])
    if (!moved.ok || !moved.value) throw new Error('not moved')
    await undoChangeSet(deps, moved.value.changeSet)
    expect((await order()).at(-1)).toBe('DJ')
    expect(await moveSeat(deps, await seatOf(deps, bodyId, 'DJ'), 99)).toEqual({ ok: true, value: null })
  })

  it('refuses what contradicts another seat, naming the field', async () => {
    const { deps, desktop, bodyId } = await withPreset()
    const cncs = await seatOf(deps, bodyId, 'CNCS')
    const stored = desktop.records.length
    const fieldOf = async (change: Partial<Seat>) => {
      const result = await changeSeat(deps, bodyId, cncs.id, { ...draftOfSeat({ ...cncs, ...change }) })
      return !result.ok && result.error.kind === 'conflict' ? result.error.conflict.field : null
    }
    expect(await fieldOf({ name: 'secretaria  ejecutiva' })).toBe('name')
    expect(await fieldOf({ acronym: 'se' })).toBe('acronym')
    expect(await fieldOf({ role: 'presidency' })).toBe('role')
    expect(desktop.records).toHaveLength(stored)
  })

  it('stays when a session names it, and else leaves with whoever sat in it', async () => {
    const { deps, bodyId } = await withPreset()
    const cncs = await seatOf(deps, bodyId, 'CNCS')
    await addHolder(deps, { seat: cncs, draft: HOLDER, follows: null })
    const removed = await removeSeat(deps, cncs)
    const { seats, persons, memberships } = await loadDirectory(deps.store, bodyId)
    expect([seats.length, persons.length, memberships.length]).toEqual([11, 0, 0])
    if (!removed.ok || !removed.value) throw new Error('not removed')
    await undoChangeSet(deps, removed.value.changeSet)
    const { body } = await loadDirectory(deps.store, bodyId)
    await holdSession(deps, body)
    expect(await removeSeat(deps, cncs)).toEqual({ ok: false, error: { kind: 'in-use', sessions: 1 } })
  })
})

describe('who sits in a seat', () => {
  it('follows the titular, whose validity ends the day before', async () => {
    const { deps, bodyId } = await withPreset()
    const seat = await seatOf(deps, bodyId, 'CNCS')
    await addHolder(deps, { seat, draft: HOLDER, follows: null })
    const [first] = (await loadDirectory(deps.store, bodyId)).memberships
    const next = {
      ...HOLDER,
      fullName: 'Rubén Álvarez Mendiola',
      shortName: 'Álvarez',
      initials: 'RA',
      validFrom: '2017-10-01',
    }
    const refused = await addHolder(deps, { seat, draft: next, follows: null })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'conflict', conflict: { field: 'standing' } } })
    const added = await addHolder(deps, { seat, draft: next, follows: required(first, 'membership').id })
    const spans = async () =>
      (await loadDirectory(deps.store, bodyId)).memberships.map(({ validFrom, validUntil }) => [
        validFrom,
        validUntil,
      ])
    expect(await spans()).toEqual(
      expect.arrayContaining([
        [null, '2017-09-30'],
        ['2017-10-01', null],
      ]),
    )
    if (!added.ok || !added.value) throw new Error('not added')
    await undoChangeSet(deps, added.value.changeSet)
    expect(await spans()).toEqual([[null, null]])
  })

  it('takes a person already known by her name, and refuses a namesake', async () => {
    const { deps, bodyId } = await withPreset()
    const [cncs, ds] = [await seatOf(deps, bodyId, 'CNCS'), await seatOf(deps, bodyId, 'DS')]
    await addHolder(deps, { seat: cncs, draft: HOLDER, follows: null })
    await addHolder(deps, {
      seat: ds,
      draft: { ...HOLDER, fullName: 'KARLA gabriela garduno moran', shortName: 'Karla' },
      follows: null,
    })
    const { persons, memberships } = await loadDirectory(deps.store, bodyId)
    expect(persons).toHaveLength(1)
    expect(memberships).toHaveLength(2)
    await addHolder(deps, {
      seat: ds,
      draft: { ...HOLDER, fullName: 'Luis Paz', standing: 'suplente' },
      follows: null,
    })
    const after = await loadDirectory(deps.store, bodyId)
    const luis = required(
      after.persons.find(({ fullName }) => fullName === 'Luis Paz'),
      'Luis',
    )
    const place = required(
      after.memberships.find(({ personId }) => personId === luis.id),
      'place',
    )
    const renamed = await changeHolder(deps, place, {
      ...draftOfHolder(luis, place),
      fullName: 'Karla Gabriela Garduño Morán',
    })
    expect(renamed).toMatchObject({ ok: false, error: { conflict: { field: 'fullName' } } })
  })

  it('stores person and place in one change, and nothing when nothing changed', async () => {
    const { deps, desktop, bodyId } = await withPreset()
    const seat = await seatOf(deps, bodyId, 'CNCS')
    await addHolder(deps, { seat, draft: HOLDER, follows: null })
    const { persons, memberships } = await loadDirectory(deps.store, bodyId)
    const [person, place] = [required(persons[0], 'person'), required(memberships[0], 'place')]
    const draft = holderDraftSchema.parse({
      ...draftOfHolder(person, place),
      initials: 'k.g.',
      shortName: 'Karla Garduño',
      validUntil: '2017-09-30',
    })
    await changeHolder(deps, place, draft)
    expect(desktop.records.at(-1)?.changeSet.changes.map(({ table }) => table)).toEqual([
      'persons',
      'memberships',
    ])
    const count = desktop.records.length
    expect(await changeHolder(deps, place, draft)).toEqual({ ok: true, value: null })
    expect(desktop.records).toHaveLength(count)
  })

  it('leaves the person in place while a session names her', async () => {
    const { deps, bodyId } = await withPreset()
    const seat = await seatOf(deps, bodyId, 'CNCS')
    await addHolder(deps, { seat, draft: HOLDER, follows: null })
    const { body, memberships } = await loadDirectory(deps.store, bodyId)
    await holdSession(deps, body)
    await removeHolder(deps, required(memberships[0], 'place'), HOLDER.fullName)
    const after = await loadDirectory(deps.store, bodyId)
    expect([after.memberships.length, after.persons.length]).toEqual([0, 1])
  })
})

describe('importing a sheet', () => {
  const SHEET = sheetOf(
    'Área | Sigla | Tratamiento | Nombre | Desde\n| CNCS | Lic. | Rubén Álvarez Mendiola | 01/10/2017\n| DS | Lic. | Juan Carlos Cuervo Escalona | 31/02/2017',
  )

  it('stores nothing while a row has a problem', async () => {
    const { deps, desktop, bodyId } = await withPreset()
    const request = {
      bodyId,
      sheet: SHEET,
      columns: null,
      memory: {},
      skip: new Set<number>(),
      onlyGoodRows: false,
    }
    expect(await importDirectory(deps, request)).toEqual({
      ok: false,
      error: { kind: 'has-problems', count: 1 },
    })
    expect(desktop.records).toHaveLength(1)
  })

  it('stores the good rows when asked, in one change that one undo takes back; twice is nothing', async () => {
    const { deps, desktop, bodyId } = await withPreset()
    const before = await loadDirectory(deps.store, bodyId)
    const request = {
      bodyId,
      sheet: SHEET,
      columns: null,
      memory: {},
      skip: new Set<number>(),
      onlyGoodRows: true,
    }
    const imported = await importDirectory(deps, request)
    expect(desktop.records).toHaveLength(2)
    expect((await loadDirectory(deps.store, bodyId)).persons.map(({ fullName }) => fullName)).toEqual([
      'Rubén Álvarez Mendiola',
    ])
    expect(await importDirectory(deps, request)).toEqual({ ok: true, value: null })
    if (!imported.ok || !imported.value) throw new Error('not imported')
    await undoChangeSet(deps, imported.value.changeSet)
    expect(await loadDirectory(deps.store, bodyId)).toEqual(before)
  })

  it('keeps the directory as it was when the disk is full', async () => {
    const { deps, desktop, bodyId } = await withPreset()
    desktop.full = true
    const request = {
      bodyId,
      sheet: SHEET,
      columns: null,
      memory: {},
      skip: new Set([3]),
      onlyGoodRows: false,
    }
    expect(await importDirectory(deps, request)).toMatchObject({ ok: false, error: { kind: 'not-saved' } })
    expect((await loadDirectory(deps.store, bodyId)).persons).toEqual([])
  })
})
