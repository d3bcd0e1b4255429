import 'fake-indexeddb/auto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import { insert, remove, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { PublishingBook, publishingBook } from '../../../renderer/data/publishing-book'
import { required } from '../../../shared/lib/assert'
import { makeDeps } from '../../helpers/command-deps'
import { makeChannel, makeCommemoration, makePublication } from '../../helpers/make-publication'
import { makePerson, testId } from '../../helpers/make-session'

async function setUp(count = 2) {
  const deps = await makeDeps()
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  const { bodyId } = adopted.value
  const publication = (n: number, title = `Publicación ${n}`) =>
    makePublication(n, { bodyId, title, on: `20${20 + (n % 7)}-05-10` })
  const changes = Array.from({ length: count }, (_, n) => insert('publications', publication(count - n)))
  await commit(deps, { label: 'uno', changes })
  const book = new PublishingBook(deps.store, bodyId)
  onTestFinished(() => book.close())
  expect(book.current()).toBeUndefined()
  await book.open()
  const current = async () => {
    await book.settled()
    return required(book.current(), 'publishing')
  }
  const titles = async () => [...(await current()).publications.values()].map(({ title }) => title).sort()
  return { deps, bodyId, book, publication, current, titles }
}

describe('what is published, in memory', () => {
  it('is read whole, of every year, however many pages it takes', async () => {
    const { current } = await setUp(450)
    const { publications } = await current()
    expect(publications.size).toBe(450)
    expect(new Set([...publications.values()].map(({ year }) => year)).size).toBe(7)
  })

  it('follows every change, and what did not change stays the same object', async () => {
    const { deps, publication, current, titles } = await setUp()
    const before = await current()
    const other = before.publications.get(publication(2).id)
    await commit(deps, {
      label: 'dos',
      changes: [
        update('publications', publication(1), publication(1, 'Otra')),
        insert('publications', publication(3)),
      ],
    })
    expect(await titles()).toEqual(['Otra', 'Publicación 2', 'Publicación 3'])
    const after = await current()
    expect(after).not.toBe(before)
    expect(after.publications.get(publication(2).id)).toBe(other)
    expect(after.channels).toBe(before.channels)
    await commit(deps, { label: 'tres', changes: [remove('publications', publication(3))] })
    expect(await titles()).toEqual(['Otra', 'Publicación 2'])
  })

  it('has catalogue and channels, in their order, and only those of the body', async () => {
    const { deps, bodyId, current } = await setUp()
    const elsewhere = { bodyId: testId(99) }
    await commit(deps, {
      label: 'canales',
      changes: [
        insert('channels', makeChannel(2, { bodyId })),
        insert('channels', makeChannel(1, { bodyId })),
        insert('channels', makeChannel(3, elsewhere)),
        insert('commemorations', makeCommemoration(1, { bodyId })),
        insert('publications', makePublication(9, elsewhere)),
      ],
    })
    const { channels, catalogue, publications } = await current()
    expect(channels.map(({ name }) => name)).toEqual(['Canal 1', 'Canal 2'])
    expect(catalogue.map(({ name }) => name)).toEqual(['Fecha 1'])
    expect(publications.size).toBe(2)
  })

  it('stays as it was while something else is written', async () => {
    const { deps, bodyId, current } = await setUp()
    const before = await current()
    await commit(deps, { label: 'cuerpo', changes: [insert('persons', makePerson(1, { bodyId }))] })
    expect(await current()).toBe(before)
  })

  it('is the same book for every screen', async () => {
    const { deps, bodyId } = await setUp()
    expect(publishingBook(deps.store, bodyId)).toBe(publishingBook(deps.store, bodyId))
  })
})
