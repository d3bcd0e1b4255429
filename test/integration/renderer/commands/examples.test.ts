import { beforeEach, describe, expect, it } from 'vitest'
import { insert } from '../../../../renderer/commands/changes'
import { commit } from '../../../../renderer/commands/commit'
import { importFailureText } from '../../../../renderer/commands/examples/import-messages'
import { importSessionFile } from '../../../../renderer/commands/examples/import-session-file'
import { openExample } from '../../../../renderer/commands/examples/open-example'
import { getRecord, listBodies, listSessions } from '../../../../renderer/data/repositories'
import { presetCgype } from '../../../../shared/domain/bodies/preset-cgype'
import { foldSession } from '../../../../shared/domain/sessions'
import { required } from '../../../../shared/lib/assert'
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

  it('refuses the same session twice', async () => {
    const { deps, journal } = memory
    await importSessionFile(deps, dividedText())
    const again = await importSessionFile(deps, dividedText())
    expect(again.ok).toBe(false)
    expect(journal).toHaveLength(1)
  })
})
