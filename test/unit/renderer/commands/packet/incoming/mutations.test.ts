import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyPacket } from '../../../../../../renderer/commands/packet/incoming/verify-packet'
import {
  bagDigest,
  bitFlip,
  type FatedMutation,
  mutations,
  seeded,
  truncations,
} from '../../../../../helpers/hostile-packets'
import {
  type Original,
  originalOf,
  readWith,
  type Verifier,
  wrongly,
} from '../../../../../helpers/judge-packet'
import { encrypted, sampleBag, samplePacket } from '../../../../../helpers/sample-packet'

/** All of reliability rows B1, B2 and B12 when asked for; a sample of each otherwise. */
const IS_FULL = process.env.QUORUM_HOSTILE === 'full'
const SEED = Number(process.env.QUORUM_SEED ?? 20171115)
const COUNTS = IS_FULL ? { flips: 2_000, mutations: 1_500 } : { flips: 60, mutations: 120 }
const PATIENCE_MS = IS_FULL ? 1_800_000 : 60_000

const shared = '../../../../../../shared/packet'
let original: Original

async function honest(): Promise<Original> {
  const read = await readWith(verifyPacket, samplePacket())
  if (!read.ok) throw new Error(read.error.code)
  return originalOf(read.value)
}

async function wrongs(verifier: Verifier, tried: readonly FatedMutation[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const mutation of tried) {
    const wrong = wrongly(mutation, await readWith(verifier, mutation.bytes), original)
    if (wrong !== null) found.push(wrong)
  }
  return found
}

beforeAll(async () => {
  original = await honest()
})

describe('an honest packet', () => {
  it('is accepted with the content it was made of', () => {
    expect(original.digest).toBe(bagDigest(sampleBag()))
    expect(original.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
  })
})

describe('a changed packet', () => {
  it('with one bit turned is refused, or says the very same', { timeout: PATIENCE_MS }, async () => {
    const random = seeded(SEED)
    const bytes = samplePacket()
    const flips = Array.from({ length: COUNTS.flips }, () => bitFlip(bytes, random))
    expect(
      await wrongs(
        verifyPacket,
        flips.map((flip) => ({ ...flip, fate: 'refused-or-same' })),
      ),
    ).toEqual([])
  })

  it('that was cut anywhere is refused', { timeout: PATIENCE_MS }, async () => {
    const cuts = truncations(samplePacket()).map((cut) => ({ ...cut, fate: 'refused' as const }))
    expect(cuts.length).toBeGreaterThan(120)
    expect(await wrongs(verifyPacket, cuts)).toEqual([])
  })

  it('never passes for what was signed', { timeout: PATIENCE_MS }, async () => {
    expect(await wrongs(verifyPacket, mutations(SEED, COUNTS.mutations))).toEqual([])
  })

  it('under a passphrase is refused for every bit and every cut', { timeout: PATIENCE_MS }, async () => {
    const random = seeded(SEED + 1)
    const bytes = await encrypted(samplePacket(), 'sesión', 4)
    const flips = Array.from({ length: COUNTS.flips / 4 }, () => bitFlip(bytes, random))
    const cuts = truncations(bytes).filter((_, index) => IS_FULL || index % 4 === 0)
    for (const { what, bytes: changed } of [...flips, ...cuts]) {
      const read = await readWith(verifyPacket, changed, 'sesión')
      if (read.ok) throw new Error(`${what}: accepted`)
    }
  })
})

describe('these tests', () => {
  afterEach(() => {
    vi.doUnmock(shared)
    vi.resetModules()
  })

  async function withOff(replaced: Record<string, unknown>): Promise<Verifier> {
    vi.resetModules()
    vi.doMock(shared, async (actual) => ({ ...(await actual<object>()), ...replaced }))
    return (await import('../../../../../../renderer/commands/packet/incoming/verify-packet')).verifyPacket
  }

  it('fail when digests are not compared', { timeout: PATIENCE_MS }, async () => {
    const weak = await withOff({ verifyPacket: () => ({ complete: true, valid: true }) })
    expect((await wrongs(weak, mutations(SEED, 60))).length).toBeGreaterThan(3)
  })

  it('fail when a signature is believed unread', { timeout: PATIENCE_MS }, async () => {
    const believed = { kind: 'valid', fingerprint: original.fingerprint }
    const weak = await withOff({ signatureState: () => believed })
    expect((await wrongs(weak, mutations(SEED, 60))).length).toBeGreaterThan(3)
  })
})
