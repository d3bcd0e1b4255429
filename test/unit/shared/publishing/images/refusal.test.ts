import { describe, expect, it } from 'vitest'
import { hasScript, imageRefusalText } from '../../../../../shared/publishing'

describe('imageRefusalText', () => {
  it('names the file, says why and what to do', () => {
    expect(imageRefusalText('a.jpg', { code: 'too-heavy', bytes: 120_400_000 })).toBe(
      '«a.jpg» pesa 121 MB y el máximo es 100 MB. Redúzcala y agréguela de nuevo.',
    )
    expect(imageRefusalText('b.png', { code: 'too-many-pixels', width: 40000, height: 30000 })).toContain(
      'mide 40,000 × 30,000 píxeles, más de 120 millones',
    )
    expect(imageRefusalText('c.svg', { code: 'svg', hasScript: true })).toContain('lleva un programa dentro')
    expect(imageRefusalText('c.svg', { code: 'svg', hasScript: false })).toContain('Expórtela como PNG')
  })
})

describe('hasScript', () => {
  it.each([
    '<svg><script>1</script></svg>',
    '<svg onload="x()"/>',
    '<svg><a href="JavaScript:x()"/></svg>',
    '<svg><foreignObject/></svg>',
  ])('sees it in %s', (svg) => {
    expect(hasScript(svg)).toBe(true)
  })

  it('leaves a plain drawing alone', () => {
    expect(hasScript('<svg><path d="M0 0"/><text>Constitución</text></svg>')).toBe(false)
  })
})
