import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { insert, update } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import { openExample } from '../../../renderer/commands/examples/open-example'
import { makePacket } from '../../../renderer/commands/packet/make/make-packet'
import type { MakingStep, PacketChoice } from '../../../renderer/commands/packet/make/packet-choice'
import { PacketMaker } from '../../../renderer/commands/packet/make/packet-maker'
import { readPacketSource } from '../../../renderer/commands/packet/make/read-source'
import { planDocuments } from '../../../renderer/commands/packet/make/session-documents'
import { writeFiles } from '../../../renderer/commands/packet/make/write-files'
import { listItems } from '../../../renderer/data/follow-up'
import { listPackets } from '../../../renderer/data/packets'
import { getRecord, listBodies, listSessions } from '../../../renderer/data/repositories'
import { documentText, overlayId } from '../../../shared/documents'
import { itemEventSchema, reportCounts } from '../../../shared/domain/follow-up'
import {
  type Fact,
  factSchema,
  overlaySchema,
  type SessionId,
  sessionIdSchema,
  sessionSchema,
} from '../../../shared/domain/sessions'
import { required } from '../../../shared/lib/assert'
import { instantSchema } from '../../../shared/lib/iso-date'
import { err, ok } from '../../../shared/lib/result'
import { DEFAULT_OPTIONS, filterOverlays, filterRecord } from '../../../shared/packet'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { makePublication } from '../../helpers/make-publication'
import { testId } from '../../helpers/make-session'
import { packetDesk } from '../../helpers/packet-desk'

const DATA_ONLY = { documents: false, annexes: true, combined: false, followUp: true }

async function setUp() {
  const plain = await makeDeps(new FakeDesktop())
  const { api, packets } = packetDesk(plain.desktop)
  const deps = { ...plain, desktop: api }
  const opened = await openExample(deps)
  if (!opened.ok) throw new Error('example refused')
  const body = required((await listBodies(deps.store))[0], 'body')
  const sessions = await listSessions(deps.store, body.id)
  const held = sessions.find((session) => session.date === '2017-11-15')
  return { deps, packets, body, sessionId: required(held, 'session').id }
}

function choose(sessionId: SessionId, changes: Partial<PacketChoice> = {}): PacketChoice {
  const scope = { kind: 'session', sessionId } as const
  return {
    scope,
    audience: 'members',
    votes: 'totals',
    include: DATA_ONLY,
    passphrase: null,
    sign: false,
    ...changes,
  }
}

const quiet = () => ({ onProgress: () => undefined, signal: new AbortController().signal })

type SetUp = Awaited<ReturnType<typeof setUp>>

async function packed({ deps, packets }: SetUp, choice: PacketChoice) {
  const made = await makePacket(deps, choice, quiet())
  if (!made.ok) throw new Error(`refused: ${made.error.code}`)
  return { made: made.value, packet: required(packets.at(-1), 'packet') }
}

/** Everything in the packet as one text, so that a word is found wherever it went. */
function wholeText(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files].map(([path, bytes]) => `${path}\n${Buffer.from(bytes).toString('utf8')}`).join('\n')
}

/** Words that tell what they are, in every place that the public or the members must not see. */
async function plantSecrets({ deps, body, sessionId }: SetUp): Promise<void> {
  const record = required(await getRecord(deps.store, sessionId), 'record')
  const item = required((await listItems(deps.store, body.id))[0], 'item')
  const file = { sha256: 'b'.repeat(64), name: 'SECRETO-archivo.pdf', mediaType: 'application/pdf', size: 9 }
  const attendee = required(record.plan.attendees[0], 'attendee')
  const source = { kind: 'oficio', reference: 'RESERVA-referencia', sessionId, factId: null } as const
  const event = itemEventSchema.parse({
    id: testId(81_000),
    bodyId: body.id,
    itemId: item.id,
    seq: 900,
    recordedAt: '2017-11-15T18:00:00.000Z',
    on: '2017-11-15',
    author: 'RESERVA-autora',
    source,
    body: { kind: 'progress' },
    note: 'RESERVA-nota',
    evidence: [{ ...file, name: 'SECRETO-evidencia.pdf' }],
  })
  const stored = await commit(deps, {
    label: 'x',
    changes: [
      update('attendees', attendee, { ...attendee, initials: 'ZQXW' }),
      update('items', item, {
        ...item,
        tags: ['SECRETO-etiqueta'],
        external: 'RESERVA-externa',
        attachments: [file],
      }),
      insert('itemEvents', event),
      insert('publications', makePublication(1, { bodyId: body.id, title: 'SECRETO-publicación' })),
    ],
  })
  if (!stored.ok) throw new Error('not stored')
}

/** The first vote of the session, as if somebody had voted against with a reason. */
async function plantDissent({ deps, sessionId }: SetUp): Promise<void> {
  const record = required(await getRecord(deps.store, sessionId), 'record')
  const rest = required(
    record.facts.find(({ body }) => body.kind === 'ballots-rest'),
    'vote',
  )
  const voter = required(
    record.plan.attendees.find(({ hasVote }) => hasVote),
    'voter',
  )
  if (rest.body.kind !== 'ballots-rest') throw new Error('no vote')
  const fact: Fact = factSchema.parse({
    ...rest,
    id: testId(82_000),
    seq: record.facts.length + 1,
    gesture: testId(82_001),
    body: {
      kind: 'correction',
      targetId: rest.id,
      replacement: {
        time: rest.time,
        body: {
          ...rest.body,
          exceptions: [{ attendeeId: voter.id, option: 'no', reason: 'RESERVA-motivo' }],
        },
      },
      reason: null,
    },
  })
  const stored = await commit(deps, { label: 'x', changes: [insert('facts', fact)] })
  if (!stored.ok) throw new Error('not stored')
}

describe('what leaves', () => {
  it('for the public holds no secret and no reserve, and totals instead of names', async () => {
    const all = await setUp()
    await plantSecrets(all)
    await plantDissent(all)
    const { packet } = await packed(all, choose(all.sessionId, { audience: 'public' }))
    const text = wholeText(packet.files)
    expect(text.match(/SECRETO-\p{L}+|RESERVA-\p{L}+|ZQXW/gu)).toBeNull()
    expect([...packet.files.keys()].some((path) => path.includes('registros'))).toBe(false)
    expect(packet.files.has('data/datos/tablas/votos.csv')).toBe(false)
    expect(text).toContain('mayoría')
  })

  it('for the members has the reserve and still no secret', async () => {
    const all = await setUp()
    await plantSecrets(all)
    await plantDissent(all)
    const { packet } = await packed(all, choose(all.sessionId))
    const text = wholeText(packet.files)
    expect(text.match(/SECRETO-\p{L}+/gu)).toBeNull()
    for (const kept of ['RESERVA-nota', 'RESERVA-autora', 'RESERVA-motivo', 'ZQXW']) {
      expect(text, kept).toContain(kept)
    }
  })

  it('in a backup is everything, files too', async () => {
    const all = await setUp()
    await plantSecrets(all)
    const scope = { kind: 'body', bodyId: all.body.id } as const
    const { packet } = await packed(all, choose(all.sessionId, { scope, audience: 'backup' }))
    const text = wholeText(packet.files)
    for (const kept of ['SECRETO-etiqueta', 'SECRETO-publicación', 'RESERVA-nota'])
      expect(text).toContain(kept)
    expect([...packet.attached.values()]).toEqual(['b'.repeat(64)])
  })

  it('in the papers of the public names nobody who dissented', async () => {
    const all = await setUp()
    await plantSecrets(all)
    await plantDissent(all)
    const source = await readPacketSource(all.deps, choose(all.sessionId, { audience: 'public' }))
    const record = filterRecord(required(source.view.record, 'record'), 'public', DEFAULT_OPTIONS)
    if (!record.ok) throw new Error('refused')
    const overlays = filterOverlays(source.view.overlays, 'public', DEFAULT_OPTIONS)
    const moment = { madeAt: instantSchema.parse('2017-11-20T18:00:00.000Z'), headHash: 'c'.repeat(64) }
    const papers = planDocuments({ ...source.view, record: record.value, overlays }, moment, null)
    const text = papers.map(({ tree }) => documentText(tree)).join('\n')
    expect(papers.map(({ kind }) => kind)).toEqual(['convocatoria', 'attendance', 'minuta', 'signatures'])
    expect(text).toContain('por mayoría')
    expect(text.match(/SECRETO-\p{L}+|RESERVA-\p{L}+|en contra de la/gu)).toBeNull()
  })
})

/** Another session of the body, under way, that says an item is fulfilled. */
async function plantDraft({ deps, body, sessionId }: SetUp): Promise<void> {
  const record = required(await getRecord(deps.store, sessionId), 'record')
  const draft = { ...record.plan.session, id: sessionIdSchema.parse(testId(83_002)), date: '2030-01-02' }
  const { report } = await readPacketSource(deps, choose(sessionId))
  const item = required(report?.pendingAtStart.at(-1), 'pending').item
  const opened = required(record.facts[0], 'first fact')
  const source = { kind: 'sesion', reference: 'x', sessionId: draft.id, factId: null } as const
  const event = itemEventSchema.parse({
    id: testId(83_000),
    bodyId: body.id,
    itemId: item.id,
    seq: 901,
    recordedAt: '2030-01-02T18:00:00.000Z',
    on: '2030-01-02',
    author: 'x',
    source,
    body: { kind: 'state', to: 'cancelled' },
    note: '',
    evidence: [],
  })
  const fact = factSchema.parse({ ...opened, id: testId(83_001), sessionId: draft.id, seq: 1 })
  const stored = await commit(deps, {
    label: 'x',
    changes: [
      insert('sessions', sessionSchema.parse(draft)),
      insert('itemEvents', event),
      insert('facts', fact),
    ],
  })
  if (!stored.ok) throw new Error('not stored')
}

/** The account of the first vote, rewritten so that it names who voted. */
async function plantAccount({ deps, sessionId }: SetUp): Promise<void> {
  const record = required(await getRecord(deps.store, sessionId), 'record')
  const opened = required(
    record.facts.find(({ body }) => body.kind === 'vote-opened'),
    'vote',
  )
  if (opened.body.kind !== 'vote-opened') throw new Error('no vote')
  const anchor = `vote:${opened.body.voteId}`
  const overlay = overlaySchema.parse({
    id: overlayId(sessionId, anchor),
    sessionId,
    anchor,
    text: 'NOMBRES-de-quienes-votaron',
    basis: 'x',
  })
  const stored = await commit(deps, { label: 'x', changes: [insert('overlays', overlay)] })
  if (!stored.ok) throw new Error('not stored')
}

describe('what leaves later', () => {
  it('tells the public totals without what an earlier version with names said', async () => {
    const all = await setUp()
    await plantDissent(all)
    await plantAccount(all)
    const audience = 'public' as const
    const named = await packed(all, choose(all.sessionId, { audience, votes: 'names' }))
    expect(wholeText(named.packet.files)).toContain('NOMBRES-')
    const totals = await packed(all, choose(all.sessionId, { audience }))
    const text = wholeText(totals.packet.files)
    expect(totals.made.packet.version).toBe(2)
    expect(text).not.toContain('NOMBRES-')
    for (const { kind, digest } of named.made.packet.outline) {
      if (kind === 'vote') expect(text).not.toContain(digest)
    }
    const again = await packed(all, choose(all.sessionId, { audience }))
    expect(wholeText(again.packet.files)).toContain('Qué cambió desde la versión 2')
  })

  it('tells the public nothing that a session still open said of an item', async () => {
    const all = await setUp()
    await plantDraft(all)
    const open = await packed(all, choose(all.sessionId))
    expect(wholeText(open.packet.files)).toContain('2030')
    const { packet } = await packed(all, choose(all.sessionId, { audience: 'public' }))
    expect(packet.files.get('data/datos/tablas/seguimiento.csv')).toBeDefined()
    const told = ['index.html', 'data/datos/tablas/seguimiento.csv', 'data/datos/calendario.ics']
    for (const path of told) {
      expect(Buffer.from(packet.files.get(path) ?? []).toString('utf8'), path).not.toContain('2030')
    }
  })
})

describe('a packet', () => {
  it('reports to its session what the session received: six pending, three fulfilled', async () => {
    const all = await setUp()
    const { report } = await readPacketSource(all.deps, choose(all.sessionId))
    expect(reportCounts(required(report, 'report'))).toMatchObject({
      pendingAtStart: 6,
      fulfilled: 3,
      remaining: 3,
    })
  })

  it('is remembered, and its next version says what changed; saying it again says nothing changed', async () => {
    const all = await setUp()
    const first = await packed(all, choose(all.sessionId))
    expect(first.made.packet.version).toBe(1)
    await plantSecrets(all)
    const second = await packed(all, choose(all.sessionId))
    expect(second.made.packet.version).toBe(2)
    expect(wholeText(second.packet.files)).toContain('Qué cambió desde la versión 1')
    expect(await listPackets(all.deps.store, all.body.id, all.sessionId)).toHaveLength(2)
    const other = await packed(all, choose(all.sessionId, { audience: 'public' }))
    expect(other.made.packet.version).toBe(1)
  })

  it('is the same bytes for the same content, apart from the dates that it declares', async () => {
    const all = await setUp()
    const choice = choose(all.sessionId, { audience: 'public' })
    const { packet: one } = await packed(all, choice)
    const { packet: two } = await packed(all, choice)
    const declared = [
      'index.html',
      'LEAME.txt',
      'data/datos/calendario.ics',
      'data/datos/sesion.json',
      'data/datos/votaciones.json',
    ]
    expect([...one.files.keys()]).toEqual([...two.files.keys()])
    for (const [path, bytes] of one.files) {
      if (!declared.includes(path))
        expect(Buffer.from(two.files.get(path) ?? []).equals(bytes), path).toBe(true)
    }
  })

  it('of a session that is not closed is refused to the public, and nothing is begun', async () => {
    const all = await setUp()
    const sessions = await listSessions(all.deps.store, all.body.id)
    const before = required(
      sessions.find(({ id }) => id !== all.sessionId),
      'session',
    )
    const made = await makePacket(all.deps, choose(before.id, { audience: 'public' }), quiet())
    expect(made.ok ? null : made.error.code).toBe('draft-not-public')
    const gone = await makePacket(all.deps, choose(sessionIdSchema.parse(testId(1))), quiet())
    expect(gone.ok ? null : gone.error.code).toBe('gone')
    expect(all.packets).toEqual([])
  })

  it('that is to be signed with a key nobody can read is refused before anything is asked', async () => {
    const all = await setUp()
    const { packet } = all.deps.desktop
    const signingKey = async () => ok({ kind: 'unreadable', reason: 'refused' } as const)
    const deps = { ...all.deps, desktop: { ...all.deps.desktop, packet: { ...packet, signingKey } } }
    const made = await makePacket(deps, choose(all.sessionId, { sign: true }), quiet())
    expect(made).toEqual({ ok: false, error: { code: 'key-unreadable', detail: 'refused' } })
    expect(all.packets).toEqual([])
    expect((await makePacket(deps, choose(all.sessionId), quiet())).ok).toBe(true)
  })

  it('that is given up leaves nothing and is not remembered', async () => {
    const all = await setUp()
    for (const at of ['writing', 'closing'] as const) {
      const abort = new AbortController()
      const steps: MakingStep[] = []
      const onProgress = ({ step }: { readonly step: MakingStep }) => {
        steps.push(step)
        if (step === at) abort.abort()
      }
      const made = await makePacket(all.deps, choose(all.sessionId), { onProgress, signal: abort.signal })
      if (at === 'writing') {
        expect(made.ok ? null : made.error.code).toBe('cancelled')
        expect(all.packets.at(-1)?.cancelled).toBe(true)
      }
      expect(steps[0]).toBe('reading')
    }
    expect(await listPackets(all.deps.store, all.body.id, all.sessionId)).toHaveLength(1)
  })

  it('is made one at a time', async () => {
    const all = await setUp()
    const maker = new PacketMaker(all.deps)
    const kinds: string[] = []
    const ended = new Promise<void>((resolve) => {
      maker.subscribe(() => {
        kinds.push(maker.state().kind)
        if (maker.state().kind === 'made') resolve()
      })
    })
    expect(maker.start(choose(all.sessionId))).toBe(true)
    expect(maker.start(choose(all.sessionId))).toBe(false)
    await ended
    expect(kinds[0]).toBe('making')
    maker.dismiss()
    expect(maker.state()).toEqual({ kind: 'idle' })
  })
  it('says by its place which annex is missing, not by its sum', async () => {
    const { deps } = await setUp()
    const sha256 = 'd'.repeat(64)
    const attach = () => Promise.resolve(err({ code: 'attachment-missing' as const, detail: sha256 }))
    const file = { kind: 'attached', path: 'data/anexos/punto-03/01-informe.pdf', sha256, size: 9 } as const
    const packet = { ...deps.desktop.packet, attach }
    await expect(writeFiles(packet, testId(84_000), [file], quiet())).rejects.toMatchObject({
      failure: { code: 'attachment-missing', detail: file.path },
    })
  })

  it('that ends in a way that nobody expected is a failure that is told, and another can be made', async () => {
    const all = await setUp()
    const maker = new PacketMaker(all.deps, () => Promise.reject(new TypeError('fetch failed')))
    maker.start(choose(all.sessionId))
    await new Promise((resolve) => setTimeout(resolve))
    expect(maker.state()).toMatchObject({ kind: 'failed', failure: { code: 'unexpected' } })
    expect(maker.start(choose(all.sessionId))).toBe(true)
  })
})
