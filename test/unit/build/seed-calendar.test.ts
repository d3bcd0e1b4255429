import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SEARCH } from '../../../build/scripts/lib/follow-up-rows.mjs'
import { publicationRows, ROWS_SCHEMA } from '../../../build/scripts/lib/publication-rows.mjs'
import { writeCalendar } from '../../../build/scripts/lib/seed-calendar.mjs'
import { seedPng } from '../../../build/scripts/lib/seed-images.mjs'
import { publicationSchema } from '../../../shared/domain/publications'
import * as sessions from '../../../shared/domain/sessions'
import * as journal from '../../../shared/journal'
import { declaredSize, sniffImage } from '../../../shared/publishing'
import { migrateRow } from '../../../shared/schema/migrate'
import { ROW_SCHEMAS } from '../../../shared/schema/row-schemas'
import * as files from '../../../shared/session-file'
import { countingEffects, testId } from '../../helpers/make-session'
import { tempFolder } from '../../helpers/temp-folder'

const TODAY = '2026-11-22'

describe('the seeded calendar', () => {
  it('is a journal of rows that the app would have written, and the images that they name', async () => {
    const folder = await tempFolder()
    const options = { publications: 300, images: 12, today: TODAY }
    await writeCalendar(folder, { files, sessions, journal }, options)
    const text = await readFile(join(folder, 'journal', 'journal.jsonl'), 'utf8')
    const records = text
      .trimEnd()
      .split('\n')
      .map((line) => journal.parseLine(line))
    const changes = records.flatMap((record) => (record.ok ? record.value.changeSet.changes : []))
    for (const { table, after } of changes) {
      const migrated = after && migrateRow(table, after, ROWS_SCHEMA)
      const row = migrated?.ok ? migrated.value : null
      expect(ROW_SCHEMAS[table].safeParse(row).error).toBeUndefined()
    }
    const publications = changes.flatMap(({ table, after }) =>
      table === 'publications' ? [publicationSchema.parse(after)] : [],
    )
    expect(publications).toHaveLength(300)
    expect(new Set(publications.map(({ on }) => on.slice(0, 7))).size).toBe(12)
    const images = publications.flatMap((publication) => publication.images)
    expect(new Set(images.map(({ file }) => file.sha256)).size).toBe(12)
    for (const { file, width, height } of images) {
      const stored = await readFile(join(folder, 'attachments', file.sha256.slice(0, 2), file.sha256))
      expect(createHash('sha256').update(stored).digest('hex')).toBe(file.sha256)
      expect(declaredSize('png', stored)).toEqual({ width, height })
    }
  })

  it('has an image of its own for every number, which is one by its content', () => {
    const made = [1, 2, 3].map((n) => seedPng(n, { width: 40, height: 20 }))
    expect(new Set(made.map((bytes) => bytes.toString('hex'))).size).toBe(3)
    for (const bytes of made) expect(sniffImage(bytes)).toEqual({ kind: 'image', image: 'png' })
  })

  it('is narrowed by every letter of the search, however few publications there are', () => {
    const given = { bodyId: testId(1), year: 2026, newId: countingEffects().newId, images: [] }
    const titles = publicationRows(20, given)
      .filter(({ table }) => table === 'publications')
      .map(({ row }) => String(row.title).toLocaleLowerCase('es-MX'))
    const found = [...SEARCH].map(
      (_, index) => titles.filter((title) => title.includes(SEARCH.slice(0, index + 1))).length,
    )
    expect(found).toEqual([...new Set(found)].sort((a, b) => b - a))
    expect(found.at(-1)).toBeGreaterThan(0)
    expect(found[0]).toBeLessThan(20)
  })
})
