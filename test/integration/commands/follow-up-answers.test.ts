import { describe, expect, it } from 'vitest'
import { insert } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { recordAnswers } from '../../../renderer/commands/follow-up/record-answers'
import { recordEvent } from '../../../renderer/commands/follow-up/record-event'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { getItemRecord } from '../../../renderer/data/follow-up'
import type { EventDraft, Item } from '../../../shared/domain/follow-up'
import { required } from '../../../shared/lib/assert'
import { isoDate } from '../../../shared/lib/iso-date'
import { itemFingerprint, judgeAnswers, readAnswers } from '../../../shared/outputs'
import { makeItem } from '../../helpers/make-item'
import { makeBody } from '../../helpers/make-session'
import { memoryDeps } from '../../helpers/memory-deps'
import { makeAnswers } from '../../helpers/outputs'

const TODAY = isoDate('2017-11-15')
const items = [makeItem(1), makeItem(2), makeItem(3)]

async function withItems() {
  const made = await memoryDeps()
  const changes = [insert('bodies', makeBody()), ...items.map((item) => insert('items', item))]
  const stored = await commit(made.deps, { label: 'Preparar', changes })
  expect(stored.ok).toBe(true)
  const record = async (item: Item) =>
    required(await getItemRecord(made.deps.store, item.id, TODAY), 'record')
  return { ...made, record }
}

function answer(on: string): EventDraft {
  return {
    on,
    author: 'Jorge Torres, UNICOM',
    source: { kind: 'correo', reference: 'Formulario de UNICOM', sessionId: null, factId: null },
    body: { kind: 'state', to: 'fulfilled' },
    note: 'Se liberó.',
    evidence: [],
  }
}

describe('answers of an área', () => {
  it('land on their items in one change, which one undo takes back', async () => {
    const { deps, journal, record } = await withItems()
    const chosen = items.slice(0, 2).map(({ id }) => ({ itemId: id, draft: answer('2017-11-14') }))
    const done = await recordAnswers(deps, 'UNICOM', chosen)
    expect(journal).toHaveLength(2)
    expect(journal[1]).toMatchObject({ label: 'Respuestas de UNICOM: 2 asuntos' })
    const states = async () => Promise.all(items.map(async (item) => (await record(item)).standing.state))
    expect(await states()).toEqual(['fulfilled', 'fulfilled', 'pending'])
    if (!done.ok || !done.value) throw new Error('not stored')
    expect((await undoChangeSet(deps, done.value.changeSet)).ok).toBe(true)
    expect(await states()).toEqual(['pending', 'pending', 'pending'])
  })

  it('change nothing when one of them is refused', async () => {
    const { deps, journal } = await withItems()
    const done = await recordAnswers(deps, 'UNICOM', [
      { itemId: makeItem(1).id, draft: answer('2017-11-14') },
      { itemId: makeItem(2).id, draft: answer('2017-01-01') },
    ])
    expect(done).toMatchObject({
      ok: false,
      error: { kind: 'refused', refusals: [{ item: 'SEG-2017-002' }] },
    })
    expect(journal).toHaveLength(1)
  })

  it('say that an item is gone', async () => {
    const { deps } = await withItems()
    const done = await recordAnswers(deps, 'UNICOM', [
      { itemId: makeItem(9).id, draft: answer('2017-11-14') },
    ])
    expect(done).toEqual({ ok: false, error: { kind: 'gone' } })
  })

  it('are of an item that changed when their form was made before an undo, whatever came after it', async () => {
    const { deps, record } = await withItems()
    const { id } = makeItem(1)
    const marks: string[] = []
    const mark = async () => marks.push(itemFingerprint(await record(makeItem(1))))
    const note = async (text: string) => {
      const draft: EventDraft = { ...answer('2017-11-14'), body: { kind: 'progress' }, note: text }
      const done = await recordEvent(deps, id, draft)
      if (!done.ok || !done.value) throw new Error('not stored')
      await mark()
      return done.value.changeSet
    }
    await mark()
    const first = await note('Primero.')
    const second = await note('Segundo.')
    expect((await undoChangeSet(deps, second)).ok).toBe(true)
    await note('Otro segundo.')
    expect((await undoChangeSet(deps, first)).ok).toBe(true)
    await mark()
    expect(new Set(marks).size).toBe(marks.length)
  })

  it('are told apart when they come back a second time', async () => {
    const { deps, record } = await withItems()
    const first = await record(makeItem(1))
    const read = readAnswers(
      JSON.stringify(
        makeAnswers([
          {
            itemId: first.item.id,
            fingerprint: itemFingerprint(first),
            state: 'fulfilled',
            note: 'Se liberó.',
          },
        ]),
      ),
    )
    if (!read.ok) throw new Error(read.error.message)
    const judge = async () => {
      const byId = new Map([[first.item.id, await record(makeItem(1))]])
      return required(judgeAnswers(read.value, first.item.bodyId, byId, TODAY)[0], 'judged')
    }
    const judged = await judge()
    if (judged.kind !== 'ok') throw new Error(judged.kind)
    await recordAnswers(deps, 'UNICOM', [{ itemId: first.item.id, draft: judged.draft }])
    expect(await judge()).toMatchObject({ kind: 'received' })
  })
})
