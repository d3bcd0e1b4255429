import { describe, expect, it } from 'vitest'
import { insert } from '../../../renderer/commands/changes'
import { commit } from '../../../renderer/commands/commit'
import type { CommandDeps } from '../../../renderer/commands/deps'
import { restoreParagraph } from '../../../renderer/commands/minuta/restore-paragraph'
import { rewriteParagraph } from '../../../renderer/commands/minuta/rewrite-paragraph'
import { setSignatureOrder } from '../../../renderer/commands/minuta/set-signature-order'
import { undoChangeSet } from '../../../renderer/commands/undo'
import { getSession, listOverlays } from '../../../renderer/data/repositories'
import { required } from '../../../shared/lib/assert'
import { makeDeps } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { makeAttendee, makeSession } from '../../helpers/make-session'

const session = makeSession(2)
const generated = 'Se aprobó por unanimidad.'
const passage = { sessionId: session.id, anchor: 'vote:1', generated }

async function withSession(desktop = new FakeDesktop()): Promise<CommandDeps> {
  const deps = await makeDeps(desktop)
  await commit(deps, { label: 'Crear', changes: [insert('sessions', session)] })
  return deps
}

describe('rewriting a passage of the minuta', () => {
  it('keeps the text with what it was written over, trimmed, and takes it back whole', async () => {
    const deps = await withSession()
    const stored = await rewriteParagraph(deps, { ...passage, text: '  Se aprobó.  \n• uno \n\n' })
    expect(await listOverlays(deps.store, session.id)).toEqual([
      {
        id: `${session.id}:vote:1`,
        sessionId: session.id,
        anchor: 'vote:1',
        text: 'Se aprobó.\n• uno',
        basis: generated,
      },
    ])
    if (!stored.ok) throw new Error(stored.error.kind)
    await undoChangeSet(deps, required(stored.value, 'change').changeSet)
    expect(await listOverlays(deps.store, session.id)).toEqual([])
  })

  it('writes nothing when nothing changes, and forgets a text equal to the generated one', async () => {
    const desktop = new FakeDesktop()
    const deps = await withSession(desktop)
    await rewriteParagraph(deps, { ...passage, text: generated })
    expect(desktop.records).toHaveLength(1)
    await rewriteParagraph(deps, { ...passage, text: 'Otro texto.' })
    await rewriteParagraph(deps, { ...passage, text: 'Otro texto.' })
    expect(desktop.records).toHaveLength(2)
    await rewriteParagraph(deps, { ...passage, text: generated })
    expect(await listOverlays(deps.store, session.id)).toEqual([])
  })

  it('settles a review by keeping the same text over the facts of now', async () => {
    const deps = await withSession()
    await rewriteParagraph(deps, { ...passage, text: 'Otro texto.' })
    await rewriteParagraph(deps, { ...passage, text: 'Otro texto.', generated: 'Se aprobó por mayoría.' })
    const [overlay] = await listOverlays(deps.store, session.id)
    expect(overlay).toMatchObject({ text: 'Otro texto.', basis: 'Se aprobó por mayoría.' })
  })

  it('leaves a passage out with an empty text, and goes back to the generated one', async () => {
    const deps = await withSession()
    await rewriteParagraph(deps, { ...passage, text: ' ' })
    expect((await listOverlays(deps.store, session.id))[0]?.text).toBe('')
    await restoreParagraph(deps, session.id, 'vote:1')
    expect(await listOverlays(deps.store, session.id)).toEqual([])
    expect(await restoreParagraph(deps, session.id, 'vote:1')).toEqual({ ok: true, value: null })
  })

  it('changes nothing when the disk is full or the session is gone', async () => {
    const desktop = new FakeDesktop()
    const deps = await withSession(desktop)
    desktop.full = true
    const refused = await rewriteParagraph(deps, { ...passage, text: 'Otro texto.' })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'not-saved' } })
    expect(await listOverlays(deps.store, session.id)).toEqual([])
    const other = await rewriteParagraph(deps, { ...passage, sessionId: makeSession(9).id, text: 'x' })
    expect(other).toEqual({ ok: false, error: { kind: 'session-gone' } })
  })
})

describe('the order of signatures', () => {
  it('is kept with the session, once', async () => {
    const desktop = new FakeDesktop()
    const deps = await withSession(desktop)
    const order = [2, 1].map((n) => makeAttendee(session, n).id)
    await setSignatureOrder(deps, session.id, order)
    await setSignatureOrder(deps, session.id, order)
    expect((await getSession(deps.store, session.id))?.signatureOrder).toEqual(order)
    expect(desktop.records).toHaveLength(2)
  })
})
