import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hashInputs } from '../../../build/scripts/lib/inputs-hash.mjs'
import { tempTree } from '../../helpers/temp-tree'

it('changes with contents and names, and with nothing else', async () => {
  const root = await tempTree({
    'src/a.ts': '1',
    'src/deep/b.ts': '2',
    'package.json': '{}',
    'other.txt': 'x',
  })
  const inputs = ['src', 'package.json', 'missing']
  const first = await hashInputs(root, inputs)
  await writeFile(join(root, 'other.txt'), 'y')
  expect(await hashInputs(root, inputs)).toBe(first)
  await writeFile(join(root, 'src/deep/b.ts'), '3')
  const second = await hashInputs(root, inputs)
  expect(second).not.toBe(first)
  await rename(join(root, 'src/a.ts'), join(root, 'src/c.ts'))
  expect(await hashInputs(root, inputs)).not.toBe(second)
})
