import { expect, it } from 'vitest'
import { checkSizes, describeSizes } from '../../../build/scripts/check-sizes.mjs'
import { tempTree } from '../../helpers/temp-tree'

const lines = (count: number) => 'x\n'.repeat(count)

it('finds files over their cap, which is higher for tests', async () => {
  const root = await tempTree({
    'shared/lib/fits.ts': lines(400),
    'renderer/ui/long.tsx': lines(401),
    'test/unit/fits.test.ts': lines(600),
    'test/unit/long.test.ts': lines(601),
  })
  const problems = await checkSizes(root)
  expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'renderer/ui/long.tsx: 401 lines, more than 400',
    'test/unit/long.test.ts: 601 lines, more than 600',
  ])
})

it('reports the median and the largest of each folder', async () => {
  const root = await tempTree({
    'shared/a.ts': lines(10),
    'shared/b.ts': lines(30),
    'shared/c.ts': lines(20),
  })
  expect(await describeSizes(root)).toBe('shared: 3 archivos, mediana 20 líneas, mayor 30')
})
