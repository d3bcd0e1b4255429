import { describe, expect, it } from 'vitest'
import { missingSentences } from '../../../../build/scripts/demo/documents.mjs'
import { shortestPrefix } from '../../../../build/scripts/demo/fields.mjs'
import { keystrokeTable } from '../../../../build/scripts/demo/report.mjs'
import { differences, summarize } from '../../../../build/scripts/demo/summary.mjs'
import { instantAt } from '../../../../build/scripts/demo/wall-time.mjs'
import { NOTHING_STORED, planSessionFile } from '../../../../shared/session-file'
import { countingEffects } from '../../../helpers/make-session'
import { dividedText, mutated, readRight } from '../../../helpers/session-files'

function summaryOf(text: string, firstId: number) {
  const planned = planSessionFile(readRight(text), NOTHING_STORED, countingEffects(firstId))
  if (!planned.ok) throw new Error('refused')
  return summarize(planned.value.state)
}

describe('the judge of the demo', () => {
  it('finds two records of the same session equal, whatever their ids', () => {
    expect(differences(summaryOf(dividedText(), 1), summaryOf(dividedText(), 90_000))).toEqual([])
  })

  it.each<readonly [path: readonly (string | number)[], value: unknown, problem: RegExp]>([
    [
      ['record', 5, 'text'],
      'otra cosa',
      /^asentado\[1\]\.texto: se esperaba "en 2025 .*" y hay "otra cosa"$/,
    ],
    [['record', 5, 'act'], 'asks', /^asentado\[1\]\.acto: se esperaba "informs" y hay "asks"$/],
    [['record', 6, 'at'], '09:42', /^movimientos\[1\]\[3\]: se esperaba "09:41" y hay "09:42"$/],
    [['people', 2, 'charge'], 'Coordinadora', /^asistentes\[3\]\.charge: se esperaba "Representante/],
    [['agenda', 6, 'title'], 'Otro', /^orden\[7\]\.title: /],
    [['session', 'place'], 'Auditorio', /^sesión\.place: /],
  ])('tells where they differ: %j', (path, value, problem) => {
    const found = differences(summaryOf(dividedText(), 1), summaryOf(mutated(dividedText(), path, value), 1))
    expect(found[0]).toMatch(problem)
  })

  it('compares the order of the signature sheet', () => {
    const { signatures } = JSON.parse(dividedText())
    const other = mutated(dividedText(), ['signatures'], [...signatures].reverse())
    const found = differences(summaryOf(dividedText(), 1), summaryOf(other, 1))
    expect(found[0]).toBe('firmas[1]: se esperaba "Marina Vélez Ortuño" y hay "Irene Salgado Peña"')
  })

  it('notices a vote that one seat cast otherwise', () => {
    const root = JSON.parse(dividedText())
    Object.assign(root.record[13], { ballots: { BIB: 'no', FIN: 'no' }, count: undefined })
    const found = differences(summaryOf(dividedText(), 1), summaryOf(JSON.stringify(root), 1))
    expect(found).toContain('votaciones[2].cómputo.no: se esperaba 1 y hay 2')
    expect(found).toContain('votaciones[2].votos[5][2]: se esperaba "abstain" y hay "no"')
  })

  it('looks for each sentence, whatever the white space', () => {
    const paragraphs = ['Punto 1', 'Se aprobó  por unanimidad.', 'Fin']
    expect(missingSentences(['• Se aprobó por unanimidad.'], paragraphs)).toEqual([])
    expect(missingSentences(['Se aprobó por unanimidad.', 'Se retiró.'], paragraphs)).toEqual(['Se retiró.'])
  })
})

describe('the hands of the demo', () => {
  it.each([
    ['señala', 'se'],
    ['solicita', 'so'],
    ['sugiere', 'su'],
    ['instruye', 'instr'],
    ['insta', 'insta'],
    ['informa', 'inf'],
    ['texto libre', 't'],
  ])('chooses %s with %s', (label, prefix) => {
    const options = ['informa', 'sugiere', 'instruye', 'insta', 'solicita', 'señala', 'texto libre']
    expect(shortestPrefix(label, options)).toBe(prefix)
  })

  it.each([
    ['2017-11-15', '11:00', 'America/Mexico_City', '2017-11-15T17:00:00.000Z'],
    ['2017-07-15', '11:00', 'America/Mexico_City', '2017-07-15T16:00:00.000Z'],
    ['2026-02-19', '23:30', 'America/Tijuana', '2026-02-20T07:30:00.000Z'],
  ])('sets the clock: %s %s in %s', (date, time, zone, instant) => {
    expect(instantAt(date, time, zone).toISOString()).toBe(instant)
  })

  it('adds up the keystrokes of the phases', () => {
    const phases = [
      { name: 'Una', keys: 1200, narrative: 0, pasted: 1, seconds: 1 },
      { name: 'Otra', keys: 34, narrative: 5000, pasted: 0, seconds: 2 },
    ]
    const lines = keystrokeTable(phases).split('\n')
    expect(lines.at(-1)).toMatch(/^Total +1,234 +1 +5,000$/)
  })
})
