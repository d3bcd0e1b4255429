import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DATE_COLUMNS } from '../../../../../shared/domain/publications'

it('the README explains every column of the sheet of dates', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../../../README.md'), 'utf8')
  const section = /## Hoja de fechas conmemorativas\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
  const titles = section
    .split('\n')
    .flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1]?.split(',') ?? [])
    .map((title) => title.trim())
  expect(DATE_COLUMNS.map(({ title }) => title).filter((title) => !titles.includes(title))).toEqual([])
})
