import { describe, expect, it } from 'vitest'
import {
  formatAgreementNumber,
  nextAgreementNumber,
  readAgreementPattern,
} from '../../../../../shared/domain/bodies'

const PATTERN = 'INE/CGyPE/{NNN}/{AAAA}'

describe('agreement numbers', () => {
  it('are written as the document of 2021 writes them', () => {
    expect(formatAgreementNumber(PATTERN, 3, 2021)).toBe('INE/CGyPE/003/2021')
  })

  it('go on from the largest of the year, ignoring what does not fit', () => {
    const used = ['INE/CGyPE/001/2021', 'INE/CGyPE/007/2020', 'INE/CG73/2017', 'INE/CGyPE/002/2021']
    expect(nextAgreementNumber(PATTERN, 2021, used)).toBe('INE/CGyPE/003/2021')
    expect(nextAgreementNumber(PATTERN, 2022, used)).toBe('INE/CGyPE/001/2022')
  })

  it('need exactly one counter', () => {
    expect(readAgreementPattern(PATTERN)).toEqual({ ok: true, value: { digits: 3 } })
    expect(readAgreementPattern('INE/{AAAA}')).toEqual({ ok: false, error: 'no-counter' })
    expect(readAgreementPattern('{N}/{NN}')).toEqual({ ok: false, error: 'several-counters' })
  })
})
