import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MIGRATION_STEPS, migrateRow } from '../../../../shared/schema/migrate'
import { SCHEMA_VERSION } from '../../../../shared/schema/version'

const root = join(import.meta.dirname, '../../../..')

function nameOf(step: { readonly from: number; readonly slug: string }): string {
  return `${String(step.from).padStart(4, '0')}-${step.slug}`
}

describe('migrations', () => {
  it('has one step for each version, in order, each in a file of its own', () => {
    expect(MIGRATION_STEPS.map(({ from }) => from)).toEqual(
      Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1),
    )
    expect(readdirSync(join(root, 'shared/schema/steps')).sort()).toEqual(
      MIGRATION_STEPS.map((step) => `${nameOf(step)}.ts`),
    )
  })

  it.each(MIGRATION_STEPS.map((step) => [nameOf(step), step.from] as const))(
    '%s is tested, with a frozen journal of the version before',
    (name, from) => {
      expect(existsSync(join(root, `test/unit/shared/schema/steps/${name}.test.ts`))).toBe(true)
      for (const file of ['journal.jsonl', 'rows.json']) {
        expect(existsSync(join(root, `test/fixtures/schema-v${from}`, file))).toBe(true)
      }
    },
  )

  it('refuses rows of a newer version and of a version without a path', () => {
    expect(migrateRow('bodies', {}, SCHEMA_VERSION + 1)).toEqual({
      ok: false,
      error: { code: 'too-new', found: SCHEMA_VERSION + 1, supported: SCHEMA_VERSION },
    })
    expect(migrateRow('bodies', {}, 0)).toEqual({ ok: false, error: { code: 'no-path', from: 0 } })
  })

  it('applies several steps one after the other, and stops at a row that one drops', () => {
    const steps = [
      { from: 1, slug: 'a', migrate: (_: string, row: object) => ({ ...row, a: 1 }) },
      {
        from: 2,
        slug: 'b',
        migrate: (table: string, row: object) => (table === 'facts' ? null : { ...row, b: 2 }),
      },
    ]
    expect(migrateRow('bodies', { id: 'x' }, 1, steps, 3)).toEqual({
      ok: true,
      value: { id: 'x', a: 1, b: 2 },
    })
    expect(migrateRow('facts', { id: 'x' }, 1, steps, 3)).toEqual({ ok: true, value: null })
  })
})
