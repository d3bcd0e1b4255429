import { expect, it } from 'vitest'
import { checkReadme } from '../../../build/scripts/check-readme.mjs'
import { tempTree } from '../../helpers/temp-tree'

it('finds files and scripts that the README names and nobody wrote', async () => {
  const root = await tempTree({
    'package.json': '{"scripts":{"demo":"x"}}',
    'shared/lib/result.ts': '',
    'README.md': [
      'See `shared/lib/result.ts:3`, `shared/lib/`, `out/demo/` and `npm run demo`.',
      'See `shared/lib/gone.ts` and `npm run gone`.',
    ].join('\n'),
  })
  const problems = await checkReadme(root)
  expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: names shared/lib/gone.ts, which does not exist',
    '2: names npm run gone, which package.json lacks',
  ])
})

it('accepts a tree that has no README yet', async () => {
  expect(await checkReadme(await tempTree({ 'package.json': '{}' }))).toEqual([])
})
