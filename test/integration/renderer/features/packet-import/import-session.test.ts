import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { update } from '../../../../../renderer/commands/changes'
import { commit } from '../../../../../renderer/commands/commit'
import type { CommandDeps } from '../../../../../renderer/commands/deps'
import type {
  OpenedPacket,
  WorkerAnswer,
  WorkerRequest,
} from '../../../../../renderer/commands/packet/incoming/worker-messages'
import { getRecord } from '../../../../../renderer/data/repositories'
import { ImportSession } from '../../../../../renderer/features/packet-import/import-session'
import type { ImportState } from '../../../../../renderer/features/packet-import/import-state'
import type { DesktopApi } from '../../../../../renderer/platform/desktop'
import { required } from '../../../../../shared/lib/assert'
import { ok } from '../../../../../shared/lib/result'
import {
  content,
  heldSession,
  type Machine,
  machine,
  pack,
  withExample,
} from '../../../../helpers/packet-machines'

afterEach(() => vi.unstubAllGlobals())

const FILE = { sha256: 'c'.repeat(64), name: 'a.pdf', mediaType: 'application/pdf', size: 5 }

/** The worker that read the packet, without the reading. */
function stubReader(packet: OpenedPacket): void {
  class ReaderStub {
    onmessage: ((event: { readonly data: WorkerAnswer }) => void) | null = null
    postMessage({ kind }: WorkerRequest): void {
      const answer: WorkerAnswer = kind === 'open' ? { kind: 'opened', packet } : { kind: 'sent' }
      queueMicrotask(() => this.onmessage?.({ data: answer }))
    }
    terminate(): void {
      this.onmessage = null
    }
  }
  vi.stubGlobal('Worker', ReaderStub)
}

/** A backup of the example with one annex, read. */
async function packetOf(home: Machine): Promise<OpenedPacket> {
  const session = await heldSession(home)
  const record = required(await getRecord(home.deps.store, session.id), 'record')
  const point = required(record.plan.points[0], 'point')
  const changes = [update('points', point, { ...point, attachments: [FILE] })]
  expect((await commit(home.deps, { label: 'x', changes })).ok).toBe(true)
  const files = [{ path: `data/archivos/cc/${FILE.sha256}`, size: FILE.size, sha256: FILE.sha256 }]
  const records = await pack(home)
  return { signature: { kind: 'unsigned' }, isEncrypted: false, info: [], files, records }
}

type Changes = { readonly [K in 'journal' | 'attachments']?: Partial<DesktopApi[K]> }

/** An empty computer that has read the packet; `change` breaks parts of its system. */
async function setUp() {
  const home = await withExample()
  stubReader(await packetOf(home))
  const other = await machine(2_000_000)
  const { desktop } = other.deps
  const stored = new Set<string>()
  const attachments: DesktopApi['attachments'] = {
    ...desktop.attachments,
    startUpload: async ({ sha256 }) =>
      stored.has(sha256)
        ? ok({ kind: 'already-stored', meta: FILE })
        : ok({ kind: 'send', uploadId: 'b6e1d7f4-1111-4222-8333-444455556666' }),
    finishUpload: async () => {
      stored.add(FILE.sha256)
      return ok(FILE)
    },
    cancelUpload: async () => true,
  }
  const changed: { current: Changes } = { current: {} }
  const deps: CommandDeps = {
    ...other.deps,
    desktop: {
      ...desktop,
      get journal() {
        return { ...desktop.journal, ...changed.current.journal }
      },
      get attachments() {
        return { ...attachments, ...changed.current.attachments }
      },
    },
  }
  const told: string[] = []
  const session = new ImportSession(deps, ({ text }) => told.push(text))
  const change = (changes: Changes) => {
    changed.current = changes
  }
  return { home, other, session, change, stored, told, real: desktop.journal }
}

async function until<K extends ImportState['kind']>(
  session: ImportSession,
  ...kinds: readonly K[]
): Promise<Extract<ImportState, { readonly kind: K }>> {
  await vi.waitFor(() => expect(kinds).toContain(session.state().kind), { timeout: 10_000 })
  return session.state() as Extract<ImportState, { readonly kind: K }>
}

async function looked(session: ImportSession) {
  session.take({ kind: 'source', source: { kind: 'file', file: new Blob(), name: 'a.quorum.zip' } })
  return (await until(session, 'ready')).ready
}

const lost = async (): Promise<never> => {
  throw new Error('journal:append: internal')
}

/** A journal that stores and whose answer never comes. */
function afterStoring(real: DesktopApi['journal']): DesktopApi['journal']['append'] {
  return async (request) => {
    await real.append(request)
    return lost()
  }
}

describe('an import whose answer is lost', () => {
  it('is done when the journal has it after all', async () => {
    const { home, other, session, change, real } = await setUp()
    const ready = await looked(session)
    change({ journal: { append: afterStoring(real) } })
    session.apply(ready, {})
    expect(await until(session, 'done', 'unsure')).toMatchObject({ kind: 'done', isShown: true })
    expect(await content(other)).toBe(await content(home))
    expect(other.desktop.records).toHaveLength(1)
    expect(other.deps.saves.state().kind).toBe('saved')
  })

  it('changed nothing when the journal has nothing, and can be tried again', async () => {
    const { home, other, session, change, stored } = await setUp()
    const ready = await looked(session)
    change({ journal: { append: lost } })
    session.apply(ready, {})
    const { problem } = await until(session, 'ready')
    expect(problem).toContain('Los anexos que ya llegaron se quedan guardados')
    expect(await other.deps.store.countRows()).toBe(0)
    expect([...stored]).toEqual([FILE.sha256])
    expect(other.deps.saves.state().kind).toBe('failed')
    change({})
    session.apply(ready, {})
    await until(session, 'done')
    expect(await content(other)).toBe(await content(home))
  })

  it('is told as not known when the journal does not answer either, and is found to be there later', async () => {
    const { other, session, change, real } = await setUp()
    const ready = await looked(session)
    const append = async (request: Parameters<typeof real.append>[0]) => {
      change({ journal: { read: lost } })
      return afterStoring(real)(request)
    }
    change({ journal: { append } })
    session.apply(ready, {})
    expect(await until(session, 'unsure', 'done', 'ready')).toEqual({ kind: 'unsure', name: 'a.quorum.zip' })
    change({})
    await other.deps.store.apply(other.desktop.records)
    const again = await looked(session)
    expect(new Set(required(again.plan, 'plan').units.map(({ state }) => state))).toEqual(
      new Set(['identical']),
    )
  })
})

describe('a packet opened while another is being stored', () => {
  it('is told to wait, and what is being stored keeps its own', async () => {
    const { home, other, session, change, stored, told } = await setUp()
    const ready = await looked(session)
    const url = 'packet://another'
    const closed: string[] = []
    const { incoming } = other.deps.desktop
    vi.spyOn(incoming, 'close').mockImplementation(async (request) => {
      closed.push(request.url)
      return true
    })
    change({
      attachments: {
        finishUpload: async () => {
          session.take({ kind: 'source', source: { kind: 'url', url, name: 'b.quorum.zip', size: 1 } })
          stored.add(FILE.sha256)
          return ok(FILE)
        },
      },
    })
    session.apply(ready, {})
    expect(await until(session, 'done', 'ready')).toMatchObject({ kind: 'done', isShown: true })
    expect(await content(other)).toBe(await content(home))
    expect(told).toEqual([expect.stringContaining('otro expediente')])
    expect(closed).toEqual([url])
  })
})

describe('the undo of an import', () => {
  it('asked for twice is done once, and nothing else is told', async () => {
    const { other, session, told } = await setUp()
    session.apply(await looked(session), {})
    const done = await until(session, 'done')
    session.undo(done)
    session.undo(done)
    await vi.waitFor(() => expect(session.state()).toMatchObject({ kind: 'done', isUndone: true }))
    await other.deps.queue.run(async () => undefined)
    await vi.waitFor(() => expect(other.desktop.records).toHaveLength(2))
    expect(await other.deps.store.countRows()).toBe(0)
    expect(told).toEqual([])
  })
})

describe('an import that breaks off before it is stored', () => {
  it('changes nothing when the attachments cannot be handed over', async () => {
    const { other, session, change } = await setUp()
    const ready = await looked(session)
    change({ attachments: { startUpload: lost } })
    session.apply(ready, {})
    expect((await until(session, 'ready')).problem).toContain('se perdió la comunicación')
    expect(other.desktop.records).toEqual([])
    change({})
    session.apply(ready, {})
    await until(session, 'done')
  })

  it('is refused when it cannot even be compared, instead of waiting for ever', async () => {
    const { session, change } = await setUp()
    change({ journal: { read: lost } })
    session.take({ kind: 'source', source: { kind: 'file', file: new Blob(), name: 'a.quorum.zip' } })
    expect((await until(session, 'refused')).refusal.title).toBe('Algo falló')
  })
})

describe('an import that is on disk and not yet in the database', () => {
  it('is done and says that the screens do not have it', async () => {
    const { home, other, session } = await setUp()
    const ready = await looked(session)
    const { store } = other.deps
    const apply = store.apply.bind(store)
    store.apply = async () => {
      throw new Error('QuotaExceededError')
    }
    session.apply(ready, {})
    expect(await until(session, 'done')).toMatchObject({ isShown: false })
    expect(await store.countRows()).toBe(0)
    store.apply = apply
    await store.apply(other.desktop.records)
    expect(await content(other)).toBe(await content(home))
  })
})
