import { beforeEach, describe, expect, it } from 'vitest'
import { insert } from '../../../../renderer/commands/changes'
import { commit } from '../../../../renderer/commands/commit'
import { addExampleItems, lacksExampleItems } from '../../../../renderer/commands/examples/add-example-items'
import { importFailureText } from '../../../../renderer/commands/examples/import-messages'
import {
  importSessionFile,
  previewSessionFile,
  storeSessionFile,
} from '../../../../renderer/commands/examples/import-session-file'
import { openExample } from '../../../../renderer/commands/examples/open-example'
import { addItem } from '../../../../renderer/commands/follow-up/add-item'
import { removeItems } from '../../../../renderer/commands/follow-up/remove-items'
import { undoChangeSet } from '../../../../renderer/commands/undo'
import { listItems } from '../../../../renderer/data/follow-up'
import { getRecord, listBodies, listSessions } from '../../../../renderer/data/repositories'
import { presetCgype } from '../../../../shared/domain/bodies/preset-cgype'
import { itemIdSchema } from '../../../../shared/domain/follow-up'
import { foldSession } from '../../../../shared/domain/sessions'
import { required } from '../../../../shared/lib/assert'
import { formatProblem } from '../../../../shared/session-file'
import { makeItemDraft } from '../../../helpers/make-item'
import { memoryDeps } from '../../../helpers/memory-deps'
import { dividedText, mutated } from '../../../helpers/session-files'

type Memory = Awaited<ReturnType<typeof memoryDeps>>

describe('session files through the one door', () => {
  let memory: Memory
  beforeEach(async () => {
    memory = await memoryDeps()
  })

  it('stores the example in one change set and finds it the second time', async () => {
    const { deps, journal } = memory
    const first = await openExample(deps)
    const again = await openExample(deps)
    expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value)
    expect(journal).toHaveLength(1)
    expect(journal[0]?.label).toBe('Importar la segunda sesión ordinaria del 2017-11-15, CGyPE')
    if (!first.ok) return
    const record = required(await getRecord(deps.store, first.value.sessionId), 'record')
    const state = foldSession(record.plan, record.facts)
    expect(state.anomalies).toEqual([])
    expect([state.phase, state.votes.size, record.plan.attendees.length]).toEqual(['closed', 6, 12])
    const sessions = await listSessions(deps.store, first.value.bodyId)
    expect(sessions.map((session) => session.date)).toEqual(['2017-11-15', '2017-08-30', '2017-06-21'])
  })

  it('puts the example under the CGyPE that is there already, without repeating its seats', async () => {
    const { deps } = memory
    const preset = presetCgype(deps.effects)
    const changes = [insert('bodies', preset.body), ...preset.seats.map((seat) => insert('seats', seat))]
    await commit(deps, { label: 'Crear el órgano', changes })
    const opened = await openExample(deps)
    expect(opened.ok && opened.value.bodyId).toBe(preset.body.id)
    expect(await listBodies(deps.store)).toHaveLength(1)
    expect(await deps.store.all('seats')).toHaveLength(12)
  })

  it('adds the items that the example had not when it was opened, once, keeping codes in use', async () => {
    const { deps } = memory
    const opened = await openExample(deps)
    if (!opened.ok) throw new Error('refused')
    const { bodyId } = opened.value
    const items = await listItems(deps.store, bodyId)
    expect(await lacksExampleItems(deps, bodyId)).toBe(false)
    await removeItems(
      deps,
      items.map(({ id }) => id),
    )
    await addItem(
      deps,
      bodyId,
      itemIdSchema.parse(deps.effects.newId()),
      makeItemDraft({ code: 'SEG-2017-002' }),
    )
    expect(await lacksExampleItems(deps, bodyId)).toBe(true)
    await addExampleItems(deps, bodyId)
    const before = memory.journal.length
    expect(await addExampleItems(deps, bodyId)).toEqual({ ok: true, value: null })
    expect(memory.journal).toHaveLength(before)
    const added = await listItems(deps.store, bodyId)
    expect(added).toHaveLength(7)
    expect(new Set(added.map(({ code }) => code)).size).toBe(7)
    expect(await deps.store.all('itemEvents')).toHaveLength(6)
    const other = presetCgype(deps.effects).body
    await commit(deps, { label: 'Otro', changes: [insert('bodies', { ...other, acronym: 'OTRO' })] })
    expect(await lacksExampleItems(deps, other.id)).toBe(false)
  })

  it('imports another session beside it', async () => {
    const { deps } = memory
    await openExample(deps)
    const imported = await importSessionFile(deps, dividedText())
    expect(imported.ok).toBe(true)
    expect((await listBodies(deps.store)).map((body) => body.acronym)).toEqual(['CE', 'CGyPE'])
  })

  it('changes nothing when the file is wrong, and says where', async () => {
    const { deps, journal } = memory
    const wrong = mutated(dividedText(), ['record', 13, 'count', 'yes'], 9)
    const imported = await importSessionFile(deps, wrong)
    if (imported.ok) throw new Error('accepted')
    expect(importFailureText(imported.error, () => '')).toBe(
      'No se importó la sesión; nada cambió. ' +
        'desarrollo, paso 14 (punto 3): el cómputo dice 9 a favor y son 4.',
    )
    expect(journal).toEqual([])
    expect(await deps.store.countRows()).toBe(0)
  })

  it('shows what a file would do before anything is written, and one undo takes all of it back', async () => {
    const { deps, journal } = memory
    await openExample(deps)
    const rows = await deps.store.countRows()
    const preview = await previewSessionFile(deps, dividedText())
    if (!preview.ok) throw new Error('refused')
    const { summary } = preview.value
    expect([journal.length, await deps.store.countRows()]).toEqual([1, rows])
    expect(summary.body).toMatchObject({ acronym: 'CE', isNew: true })
    const stored = await storeSessionFile(deps, preview.value.file)
    if (!stored.ok) throw new Error('refused')
    const record = required(await getRecord(deps.store, stored.value.sessionId), 'record')
    expect(summary.points).toHaveLength(record.plan.points.length)
    expect(summary.attendance.called).toBe(record.plan.attendees.length)
    const state = foldSession(record.plan, record.facts)
    expect([summary.phase, summary.totals.votes, summary.totals.facts]).toEqual([
      state.phase,
      state.votes.size,
      state.facts.length,
    ])
    expect((await undoChangeSet(deps, stored.value.changeSet)).ok).toBe(true)
    expect(await deps.store.countRows()).toBe(rows)
    expect((await listBodies(deps.store)).map((body) => body.acronym)).toEqual(['CGyPE'])
  })

  it('previews against what is stored: the same session again is refused with its place', async () => {
    const { deps } = memory
    await importSessionFile(deps, dividedText())
    const again = await previewSessionFile(deps, dividedText())
    expect(again.ok ? [] : again.error.map(formatProblem)).toEqual([
      expect.stringMatching(/^sesión: la .* ya está registrada en CE$/),
    ])
  })

  it('refuses the same session twice', async () => {
    const { deps, journal } = memory
    await importSessionFile(deps, dividedText())
    const again = await importSessionFile(deps, dividedText())
    expect(again.ok).toBe(false)
    expect(journal).toHaveLength(1)
  })
})
