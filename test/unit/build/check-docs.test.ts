import { expect, it } from 'vitest'
import { checkDocs } from '../../../build/scripts/check-docs.mjs'
import { tempTree } from '../../helpers/temp-tree'

it('accepts documented exports, re-exports and a schema with its type', async () => {
  const root = await tempTree({
    'shared/lib/a.ts': `
      /** Counts. */
      export function count(): number
      export function count(n?: number): number { return n ?? 0 }
      /** A vote. */
      export const voteSchema = 1
      /** A seat. */
      const Seat = 1
      type Seat = number
      export { Seat }
      export * from './b'
      const inside = 1
    `,
  })
  expect(await checkDocs(root)).toEqual([])
})

it.each([
  ['export function count() {}', 'count'],
  ['/* not a docstring */\nexport const limit = 1', 'limit'],
  ['/** Far away. */\nconst near = 1\nexport type Vote = string', 'Vote'],
  ['export interface Seat {}', 'Seat'],
  ['const hidden = 1\nexport { hidden }', 'hidden'],
])('finds the undocumented export in %j', async (text, name) => {
  const problems = await checkDocs(await tempTree({ 'shared/domain/a/b.ts': text }))
  expect(problems.map(({ message }) => message)).toEqual([`${name} has no docstring`])
})

it('asks nothing of code outside shared/', async () => {
  expect(await checkDocs(await tempTree({ 'renderer/ui/a.tsx': 'export const a = 1' }))).toEqual([])
})
