import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import {
  adoptStarterDates,
  removeChannel,
  removeCommemoration,
  saveChannel,
  saveCommemoration,
} from '../../../renderer/commands/publications/edit-catalogue'
import {
  addPublication,
  changePublicationState,
  editPublication,
  movePublication,
  removePublication,
} from '../../../renderer/commands/publications/edit-publication'
import { publishingFailureText } from '../../../renderer/commands/publications/failures'
import { generateYear, startFromEarlier } from '../../../renderer/commands/publications/plan-year'
import type { Published } from '../../../renderer/commands/publications/save-publishing'
import { undoChangeSet } from '../../../renderer/commands/undo'
import {
  getPublication,
  listChannels,
  listCommemorations,
  listPlan,
  listPublications,
  plannedYears,
} from '../../../renderer/data/publications'
import {
  draftOfChannel,
  draftOfCommemoration,
  draftOfPublication,
  type Publication,
} from '../../../shared/domain/publications'
import { required } from '../../../shared/lib/assert'
import { isoDate } from '../../../shared/lib/iso-date'
import { makeDeps } from '../../helpers/command-deps'
import { makeImage } from '../../helpers/make-publication'

async function setUp() {
  const deps = await makeDeps()
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  return { deps, bodyId: adopted.value.bodyId }
}

async function done(answer: Published) {
  const result = await answer
  if (!result.ok) throw new Error(publishingFailureText(result.error, ({ code }) => code))
  return result.value
}

async function refusal(answer: Published): Promise<string> {
  const result = await answer
  return result.ok ? 'accepted' : publishingFailureText(result.error, ({ code }) => code)
}

describe('the catalogue', () => {
  it('takes the suggested dates and channels once, and each can be retired, changed or taken out', async () => {
    const { deps, bodyId } = await setUp()
    await done(adoptStarterDates(deps, bodyId))
    expect(await done(adoptStarterDates(deps, bodyId))).toBeNull()
    const dates = await listCommemorations(deps.store, bodyId)
    expect(dates).toHaveLength(46)
    expect(dates.every(({ suggested }) => suggested)).toBe(true)
    expect((await listChannels(deps.store, bodyId)).map(({ name }) => name)).toHaveLength(6)
    const date = required(dates[0], 'date')
    const draft = draftOfCommemoration(date)
    await done(
      saveCommemoration(deps, bodyId, date.id, { ...draft, suggested: false, validUntil: '2025-12-31' }),
    )
    expect((await listCommemorations(deps.store, bodyId)).find(({ id }) => id === date.id)).toMatchObject({
      suggested: false,
      validUntil: '2025-12-31',
    })
    const never = { kind: 'fixed', month: 2, day: 30, years: { kind: 'every' } } as const
    expect(await refusal(saveCommemoration(deps, bodyId, null, { ...draft, rule: never }))).toBe(
      'Nada cambió. El 30 de febrero no existe en ningún año. Elija otro día.',
    )
    await done(removeCommemoration(deps, bodyId, date.id))
    expect(await listCommemorations(deps.store, bodyId)).toHaveLength(45)
  })

  it('has no two dates or channels of one name at the same time', async () => {
    const { deps, bodyId } = await setUp()
    await done(adoptStarterDates(deps, bodyId))
    const named = async (name: string) =>
      required(
        (await listCommemorations(deps.store, bodyId)).find((date) => date.name === name),
        name,
      )
    const election = await named('Jornada Electoral')
    const earlier = { ...draftOfCommemoration(election), name: 'JORNADA  electoral', exceptions: [] }
    expect(await refusal(saveCommemoration(deps, bodyId, null, earlier))).toContain('Ya hay una fecha')
    const flag = await named('Día de la Bandera')
    const renamed = { ...draftOfCommemoration(flag), name: election.name }
    expect(await refusal(saveCommemoration(deps, bodyId, flag.id, renamed))).toContain('Ya hay una fecha')
    // One after the other, as when a law changed the rule.
    await done(
      saveCommemoration(deps, bodyId, election.id, {
        ...draftOfCommemoration(election),
        validFrom: '2014-05-24',
      }),
    )
    await done(saveCommemoration(deps, bodyId, null, { ...earlier, validUntil: '2014-05-23' }))
    const [channel] = await listChannels(deps.store, bodyId)
    const draft = draftOfChannel(required(channel, 'channel'))
    expect(await refusal(saveChannel(deps, bodyId, null, draft))).toContain('Ya hay un canal')
    await done(saveChannel(deps, bodyId, required(channel, 'channel').id, { ...draft, width: '900' }))
  })

  it('keeps what is in use', async () => {
    const { deps, bodyId } = await setUp()
    await done(adoptStarterDates(deps, bodyId))
    await done(generateYear(deps, bodyId, 2026, ''))
    const [date] = await listCommemorations(deps.store, bodyId)
    expect(await refusal(removeCommemoration(deps, bodyId, required(date, 'date').id))).toBe(
      'Nada cambió. La usa una publicación del plan o del archivo. Retírela en vez de quitarla: sus años pasados se conservan.',
    )
    const [channel] = await listChannels(deps.store, bodyId)
    const { id } = required(channel, 'channel')
    expect(await refusal(removeChannel(deps, bodyId, id))).toMatch(
      /^Nada cambió\. Lo usan \d+ publicaciones del plan o del archivo\. En vez de quitarlo/,
    )
    const other = { ...draftOfChannel(required(channel, 'channel')), name: 'Threads', kind: 'other' } as const
    await done(saveChannel(deps, bodyId, null, other))
    expect((await listChannels(deps.store, bodyId)).at(-1)?.name).toBe('Threads')
    expect(await refusal(saveChannel(deps, bodyId, null, { ...other, width: '0' }))).toContain('pixeles')
  })
})

describe('the plan', () => {
  async function planned() {
    const { deps, bodyId } = await setUp()
    await done(adoptStarterDates(deps, bodyId))
    const generated = await done(generateYear(deps, bodyId, 2026, 'Azuara'))
    const named = async (year: number, title: string): Promise<Publication> =>
      required(
        (await listPlan(deps.store, bodyId, year)).find((one) => one.title === title),
        title,
      )
    return { deps, bodyId, generated, named }
  }

  it('is generated with one command, and one undo takes it back', async () => {
    const { deps, bodyId, generated } = await planned()
    // 2026 has no election day; the process of 2027 begins in it.
    expect(await listPlan(deps.store, bodyId, 2026)).toHaveLength(45)
    expect(await done(generateYear(deps, bodyId, 2026, 'Azuara'))).toBeNull()
    await undoChangeSet(deps, required(generated, 'commit').changeSet)
    expect(await listPlan(deps.store, bodyId, 2026)).toEqual([])
  })

  it('goes through its states to the archive, and the next year starts from it', async () => {
    const { deps, bodyId, named } = await planned()
    const before = await named(2026, 'Día de la Bandera')
    const draft = {
      ...draftOfPublication(before),
      note: 'Hoy se conmemora el Día de la Bandera.',
      images: [makeImage('a')],
      hashtags: 'DíaDeLaBandera #INE',
      confirmed: ['spelling-reviewed', 'public-information'] as const,
    }
    await done(editPublication(deps, before.id, draft))
    const change = { on: isoDate('2026-02-24'), author: 'Azuara', note: '' }
    for (const to of ['in-review', 'approved', 'scheduled', 'published'] as const) {
      await done(changePublicationState(deps, before.id, { ...change, to }))
    }
    const published = required(await getPublication(deps.store, before.id), 'publication')
    expect(published.hashtags).toEqual(['#DíaDeLaBandera', '#INE'])
    expect(published.history.map(({ state }) => state)).toEqual([
      'proposed',
      'in-review',
      'approved',
      'scheduled',
      'published',
    ])
    await done(generateYear(deps, bodyId, 2027, 'Azuara'))
    const next = await named(2027, 'Día de la Bandera')
    const started = await startFromEarlier(deps, bodyId, next.id, 'Azuara')
    expect(started.ok && started.value.droppedChannels).toEqual([])
    expect(await named(2027, 'Día de la Bandera')).toMatchObject({
      on: '2027-02-24',
      note: 'Hoy se conmemora el Día de la Bandera.',
      startedFrom: before.id,
      state: 'proposed',
      confirmed: [],
    })
    expect(await plannedYears(deps.store, bodyId)).toEqual([2026, 2027])
    const nothing = await named(2027, 'Día de Muertos')
    const refused = await startFromEarlier(deps, bodyId, nothing.id, '')
    expect(refused.ok ? null : refused.error.kind).toBe('nothing-earlier')
  })

  it('refuses what cannot be and moves what is dragged, window and all', async () => {
    const { deps, bodyId, named } = await planned()
    const before = await named(2026, 'Día de Muertos')
    const draft = draftOfPublication(before)
    const wrong = { ...draft, on: '2026-02-30', links: 'javascript:alert(1)', hashtags: '#a-b' }
    const told = await refusal(editPublication(deps, before.id, wrong))
    expect(told).toContain('«#a-b» no sirve como etiqueta')
    expect(told).toContain('«javascript:alert(1)» no es una dirección')
    expect(told).toContain('La fecha no existe o está incompleta.')
    expect(await refusal(editPublication(deps, before.id, { ...draft, until: '2026-11-01' }))).toContain(
      'La ventana termina antes de empezar.',
    )
    expect(await named(2026, 'Día de Muertos')).toEqual(before)
    await done(movePublication(deps, before.id, isoDate('2026-11-03')))
    expect(await named(2026, 'Día de Muertos')).toMatchObject({ on: '2026-11-03', until: '2026-11-03' })
    expect(
      await refusal(
        changePublicationState(deps, before.id, {
          to: 'approved',
          on: isoDate('2026-11-01'),
          author: '',
          note: '',
        }),
      ),
    ).toContain('Falta: lleva imagen con texto alternativo.')
    await done(
      addPublication(
        deps,
        bodyId,
        { ...draft, title: 'Aviso', on: '2026-11-03', from: '2026-11-03', until: '2026-11-03' },
        '',
      ),
    )
    const day = isoDate('2026-11-03')
    const onDay = (await listPublications(deps.store, bodyId)).filter(({ on }) => on === day)
    expect(onDay.map(({ title }) => title).sort()).toEqual(['Aviso', 'Día de Muertos'])
    await done(removePublication(deps, before.id))
    expect(await getPublication(deps.store, before.id)).toBeNull()
  })
})
