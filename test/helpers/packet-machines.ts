import { expect } from 'vitest'
import type { CommandDeps } from '../../renderer/commands/deps'
import { storeSessionFile } from '../../renderer/commands/examples/import-session-file'
import { collectRecords } from '../../renderer/commands/packet/collect-records'
import { planImport } from '../../renderer/commands/packet/plan-import'
import { listBodies, listSessions } from '../../renderer/data/repositories'
import { packetIdSchema } from '../../shared/domain/packets'
import type { Session, SessionId } from '../../shared/domain/sessions'
import { exampleSession } from '../../shared/examples'
import { canonicalJson, type JsonValue } from '../../shared/journal'
import { required } from '../../shared/lib/assert'
import { instantSchema } from '../../shared/lib/iso-date'
import type { ImportPlan, PacketRecords } from '../../shared/packet'
import { RecordsReader } from '../../shared/packet'
import { TABLE_NAMES } from '../../shared/schema/tables'
import { makeDeps } from './command-deps'
import { FakeDesktop } from './fake-desktop'
import { testId } from './make-session'

/** A computer in memory: its desktop and its database. */
export interface Machine {
  readonly deps: CommandDeps
  readonly desktop: FakeDesktop
}

/** An empty computer whose ids begin after a number. */
export async function machine(firstId: number): Promise<Machine> {
  const desktop = new FakeDesktop()
  const deps = await makeDeps(desktop)
  let next = firstId
  const newId = () => {
    next += 1
    return testId(next)
  }
  return { deps: { ...deps, effects: { ...deps.effects, newId } }, desktop }
}

/** A computer with the example session. */
export async function withExample(): Promise<Machine> {
  const home = await machine(1_000_000)
  const done = await storeSessionFile(home.deps, exampleSession())
  if (!done.ok) throw new Error(done.error.kind)
  return home
}

/** Every row of a computer, in one order. */
export async function content({ deps }: Machine, withOrigins = false): Promise<string> {
  const tables = TABLE_NAMES.filter((table) => withOrigins || table !== 'origins')
  const rows = await Promise.all(tables.map((table) => deps.store.all(table)))
  const sorted = rows.map((list) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1)))
  return canonicalJson(JSON.parse(JSON.stringify(sorted)) as JsonValue)
}

/** The rows of a packet as its lines say them, read back by the app's own reader. */
export async function pack(
  { deps }: Machine,
  sessionId: SessionId | null = null,
  annexes = true,
): Promise<PacketRecords> {
  const [body] = await listBodies(deps.store)
  const collected = await collectRecords(deps, {
    packetId: packetIdSchema.parse(testId(9)),
    packetVersion: 1,
    madeAt: instantSchema.parse('2017-11-15T17:00:00.000Z'),
    body: required(body, 'body'),
    sessionId,
    annexes,
  })
  if (!collected.ok) throw new Error(collected.error.code)
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of collected.value.pieces()) text += decoder.decode(piece)
  const lines = text.trimEnd().split('\n')
  const reader = new RecordsReader()
  for (const line of lines) expect(reader.push(line)).toEqual({ ok: true, value: null })
  const read = reader.end()
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

/** A packet compared with a computer. */
export async function plan({ deps }: Machine, packet: PacketRecords): Promise<ImportPlan> {
  const planned = await planImport(deps, packet)
  if (!planned.ok) throw new Error(JSON.stringify(planned.error))
  return planned.value
}

/** The session that was held, not those before it. */
export async function heldSession({ deps }: Machine): Promise<Session> {
  const [body] = await listBodies(deps.store)
  const sessions = await listSessions(deps.store, required(body, 'body').id)
  return required(
    sessions.find(({ antecedent }) => !antecedent),
    'session',
  )
}
