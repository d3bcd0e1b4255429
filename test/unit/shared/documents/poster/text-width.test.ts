import { describe, expect, it } from 'vitest'
import { linesOf, textWidth } from '../../../../../shared/documents'

describe('textWidth', () => {
  it.each([
    ['', 0],
    ['iiii', 8.88],
    ['Día', textWidth('Dia', 10)],
    ['ÑÁÉÜ', textWidth('NAEU', 10)],
    ['000', 16.68],
  ])('measures %j as Arial does', (text, width) => {
    expect(textWidth(text, 10)).toBeCloseTo(width, 5)
  })

  it('takes what it does not know for wide', () => {
    expect(textWidth('漢', 10)).toBeGreaterThan(textWidth('W', 10))
  })
})

describe('linesOf', () => {
  const width = textWidth('Día de la Niñez', 10)

  it.each([
    ['', 1],
    ['Día de la Niñez', 1],
    ['Día de la Niñez y más', 2],
    ['Día de la Niñez Día de la Niñez', 2],
    ['a'.repeat(100), Math.ceil(textWidth('a'.repeat(100), 10) / width)],
  ])('breaks %j between words, and inside those that are too long', (text, lines) => {
    expect(linesOf(text, 10, width)).toBe(lines)
  })

  it('does not break a space that holds', () => {
    expect(linesOf('Día de\u00a0la\u00a0Niñez', 10, textWidth('Día de', 10))).toBe(3)
  })
})
