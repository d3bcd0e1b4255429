import { describe, expect, it } from 'vitest'
import {
  draftOfRule,
  RULE_KEYS,
  type RuleDraft,
  type RuleKey,
  readRule,
  ruleValueText,
} from '../../../../renderer/features/settings/rule-form-model'
import { DEFAULT_RULES } from '../../../../shared/domain/bodies'

function read(key: RuleKey, changes: Partial<RuleDraft>) {
  return readRule(DEFAULT_RULES, key, { ...draftOfRule(DEFAULT_RULES, key), ...changes })
}

describe('rules of a body in a form', () => {
  it.each(RULE_KEYS)('%s: unchanged, it reads back as it is stored', (key) => {
    expect(read(key, {})).toEqual({ ok: true, value: { key, rule: DEFAULT_RULES[key] } })
  })

  it('asks for a reason when the value is not the proposed one, and forgets it on the way back', () => {
    expect(read('majority', { choice: 'absolute' })).toMatchObject({ ok: false, error: { field: 'reason' } })
    const changed = read('majority', { choice: 'absolute', reason: 'Reglamento, art. 9' })
    expect(changed).toMatchObject({
      ok: true,
      value: { rule: { value: 'absolute', overrideReason: 'Reglamento, art. 9' } },
    })
    expect(read('majority', { reason: 'ya no' })).toMatchObject({
      ok: true,
      value: { rule: { overrideReason: null } },
    })
  })

  it.each([
    ['quorum', { choice: 'fixed', amount: '' }],
    ['quorum', { choice: 'fixed', amount: '0' }],
    ['quorum', { choice: 'fixed', amount: '4.5' }],
    ['noticeOrdinary', { amount: '-1' }],
    ['noticeOrdinary', { amount: '721' }],
    ['noticeExtraordinary', { amount: 'tres' }],
  ] as const)('%s refuses the amount of %o', (key, changes) => {
    expect(read(key, changes)).toMatchObject({ ok: false, error: { field: 'amount' } })
  })

  it('needs a legal basis', () => {
    expect(read('castingVote', { basis: ' ' })).toMatchObject({ ok: false, error: { field: 'basis' } })
  })

  it('says each value in words', () => {
    const rules = {
      ...DEFAULT_RULES,
      quorum: { ...DEFAULT_RULES.quorum, value: { kind: 'fixed', seats: 5 } },
      noticeOrdinary: { ...DEFAULT_RULES.noticeOrdinary, value: { amount: 1, unit: 'business-days' } },
    } as const
    expect(ruleValueText(rules, 'quorum')).toBe('5 lugares con voto')
    expect(ruleValueText(rules, 'noticeOrdinary')).toBe('1 día hábil antes')
    expect(ruleValueText(rules, 'noticeExtraordinary')).toBe('24 horas antes')
  })
})
