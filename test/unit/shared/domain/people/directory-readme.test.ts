import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DIRECTORY_COLUMNS } from '../../../../../shared/domain/people'

it('the README explains every column of the directory sheet', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../../../README.md'), 'utf8')
  const section = /## Hoja del directorio\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
  const titles = section
    .split('\n')
    .flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1]?.split(',') ?? [])
    .map((title) => title.trim())
  expect(DIRECTORY_COLUMNS.map(({ title }) => title).filter((title) => !titles.includes(title))).toEqual([])
})
