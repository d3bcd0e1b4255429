import { describe, expect, it } from 'vitest'
import { checkLayers } from '../../../build/scripts/check-layers.mjs'
import { tempTree } from '../../helpers/temp-tree'

async function problemsOf(path: string, text: string): Promise<readonly string[]> {
  const problems = await checkLayers(await tempTree({ [path]: text }))
  return problems.map(({ line, message }) => `${line}: ${message}`)
}

describe('checkLayers', () => {
  it('accepts a tree that keeps to its layers', async () => {
    const root = await tempTree({
      'shared/lib/result.ts': 'export const ok = 1',
      'shared/domain/votes/count.ts': "import { ok } from '../../lib/result'\nimport { p } from '../people'",
      'shared/domain/people/index.ts': "export { ok as p } from './person'",
      'renderer/data/db.ts': "import Dexie from 'dexie'\nimport { ok } from '../../shared/lib/result'",
      'renderer/features/votes/form.tsx':
        "import { useForm } from 'react-hook-form'\nimport '../../ui/a.css'",
      'renderer/platform/desktop.ts': 'export const desktop = window.quorum',
      'electron/main.ts': "import { app } from 'electron'\nimport { join } from 'node:path'",
    })
    expect(await checkLayers(root)).toEqual([])
  })

  it.each([
    ['shared/lib/a.ts', "import { b } from '../domain/votes'", 'shared/lib must not import shared/domain'],
    ['shared/domain/a/b.ts', "import type { C } from '../../ipc/c'", 'must not import shared/ipc'],
    ['shared/domain/a/b.ts', "import { c } from '../d/c'", 'through its index'],
    ['shared/schema/steps/a.ts', "import { b } from '../../domain/b'", 'must not import shared/domain'],
    ['shared/lib/a.ts', "import React from 'react'", 'must not import react'],
    ['shared/lib/a.ts', "import { readFile } from 'node:fs'", 'must not import node:fs'],
    ['shared/lib/a.ts', "export * from '../../renderer/ui/b'", 'must not import renderer/ui'],
    ['shared/lib/a.ts', "type B = import('../../electron/b').B", 'must not import electron'],
    ['renderer/ui/a.tsx', "const b = await import('../features/b/c')", 'must not import renderer/features'],
    [
      'renderer/ui/a.tsx',
      "import { Vote } from '../../shared/domain/votes'",
      'must not import shared/domain',
    ],
    ['renderer/features/a/b.ts', "import { c } from '../d/c'", 'move what both need down'],
    ['renderer/features/a/b.ts', "import Dexie from 'dexie'", 'must not import dexie'],
    [
      'renderer/commands/a.ts',
      "import { useForm } from 'react-hook-form'",
      'must not import react-hook-form',
    ],
    ['renderer/app/a.ts', "import { app } from 'electron'", 'must not import electron'],
    ['renderer/app/a.ts', "import { run } from '../../build/run'", 'is in no layer'],
    ['electron/main.ts', "import { fake } from '../test/helpers/fake'", 'is in no layer'],
    ['electron/main.ts', "import { vote } from '../shared/domain/votes'", 'must not import shared/domain'],
    ['renderer/platform/a.ts', "import { b } from '../../shared/domain/b'", 'only types'],
    ['renderer/stray/a.ts', 'export const a = 1', 'belongs to no layer'],
  ])('finds the import in %s: %s', async (path, text, message) => {
    const problems = await problemsOf(path, text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
  })

  it.each([
    ['Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Date()', 'Date()'],
    ['Math.random()', 'Math.random'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['performance.now()', 'performance.now'],
  ])('finds the impure %s in shared/', async (expression, name) => {
    const [problem] = await problemsOf('shared/domain/a/b.ts', `const x = 1\nexport const y = ${expression}`)
    expect(problem).toContain('2: shared/ is pure')
    expect(problem).toContain(name)
  })

  it('finds functions of date-fns that read the clock', async () => {
    expect(await problemsOf('shared/lib/a.ts', "import { isToday } from 'date-fns'")).toHaveLength(1)
  })

  it('lets shared/ build dates from what it is given', async () => {
    expect(await problemsOf('shared/lib/a.ts', 'export const d = (ms: number) => new Date(ms)')).toEqual([])
  })

  it('finds the preload global outside renderer/platform', async () => {
    const problems = await problemsOf(
      'renderer/commands/a.ts',
      'export const info = window.quorum.app.info()',
    )
    expect(problems).toEqual(['1: only renderer/platform touches window.quorum'])
  })
})
