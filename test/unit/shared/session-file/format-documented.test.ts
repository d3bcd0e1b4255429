import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sessionFileSchema } from '../../../../shared/session-file/schema'

/** Every key and every fixed value of a JSON schema. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]): readonly string[] => {
    if (key === 'properties') return [...Object.keys(value), ...Object.values(value).flatMap(wordsOf)]
    if (key === 'enum' && Array.isArray(value)) return value.map(String)
    if (key === 'const') return [String(value)]
    return wordsOf(value)
  })
}

describe('documentation of the format', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
  const section = readme.slice(readme.indexOf('## Formato de sesión en JSON'))
  const words = [...new Set(wordsOf(z.toJSONSchema(sessionFileSchema, { unrepresentable: 'any' })))]

  it('has the words of the format to look for', () => {
    expect(words).toEqual(
      expect.arrayContaining(['quorum-session', 'agenda', 'fromLastSpeech', 'not-voting']),
    )
    expect(words.length).toBeGreaterThan(100)
  })

  it.each(words)('the README explains «%s»', (word) => {
    expect(section).toMatch(new RegExp(`[\`" ]${word}[\`"\\[:]`))
  })
})
