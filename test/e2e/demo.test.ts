import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../build/runtime/paths.mjs'
import { loadAppRules } from '../../build/scripts/demo/load-source.mjs'
import { runDemo } from '../../build/scripts/demo/run.mjs'
import { dividedText, mutated, readRight } from '../helpers/session-files'
import { tempFolder } from '../helpers/temp-folder'

/** Runs the command as a user would; it must not get as far as opening the app. */
function demoCommand(file: string): { readonly code: number | null; readonly said: string } {
  const script = join(projectRoot, 'build', 'scripts', 'demo.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' })
  return { code: status, said: stderr }
}

/** What was pending, reviewed under the second point, one of the items twice and out of their order. */
const REVIEWS = [
  { do: 'review', item: 'CE-2', title: 'Digitalizar el fondo antiguo', outcome: 'in-progress' },
  { do: 'review', item: 'CE-1', title: 'Informar cada trimestre del avance', outcome: 'delivered' },
  {
    do: 'review',
    item: 'CE-2',
    title: 'Digitalizar el fondo antiguo',
    outcome: 'pending',
    note: 'falta el local',
  },
]

/** The divided session with everything that the proposals of the app would get otherwise. */
function unusualText(): string {
  const changes: readonly (readonly [readonly (string | number)[], unknown])[] = [
    [['body', 'timeZone'], 'America/Tijuana'],
    [['body', 'rules'], { quorumSeats: 5, castingVote: true, reason: 'lo fija su reglamento' }],
    [['record', 1, 'required'], 5],
    [['agenda', 1, 'closing'], 'none'],
    [['agenda', 1, 'kind'], 'follow-up'],
    [['agenda', 3, 'kind'], 'other'],
    [['signatures'], ['SEC', 'PRES', 'SIS']],
  ]
  const text = changes.reduce((before, [path, value]) => mutated(before, path, value), dividedText())
  const root: { record: readonly unknown[] } = JSON.parse(text)
  const record = [...root.record.slice(0, 6), ...REVIEWS, ...root.record.slice(6)]
  return mutated(text, ['record'], record)
}

describe('the demo', () => {
  it('records a divided session by keyboard, and what it leaves says what the file says', async () => {
    const folder = join(await tempFolder(), 'demo')
    const rules = await loadAppRules()
    const played = await runDemo({ rules, file: readRight(unusualText()), folder, screenshots: false })
    expect(played.verdict.problems).toEqual([])
    expect(played.verdict).toMatchObject({ facts: 70 })
    expect(played.verdict.pages).toBeGreaterThan(0)
    expect(played.verdict.sentences).toBeGreaterThan(25)
    const room = played.phases.find((phase) => phase.name === 'Sala')
    expect(room?.keys).toBeLessThan(300)
  })

  it.each([
    ['is not there', null, /falta\.json: no existe/],
    ['is not JSON', '{"format": ', /línea 1, columna 12: se esperaba un valor y hay el final del texto/],
    [
      'says what the count does not',
      mutated(dividedText(), ['record', 13, 'count', 'yes'], 6),
      /desarrollo, paso 14 \(punto 3\): el cómputo dice 6 a favor y son 4/,
    ],
    ['has no agenda', mutated(dividedText(), ['agenda'], []), /la agenda no tiene ningún punto/],
  ])('refuses a file that %s, and says where', async (_what, text, said) => {
    const path = join(await tempFolder(), 'falta.json')
    if (text !== null) writeFileSync(path, text)
    const result = demoCommand(path)
    expect(result.code).toBe(1)
    expect(result.said).toMatch(said)
  })
})
