import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../build/runtime/paths.mjs'
import { listSources, parseSource } from '../../../build/scripts/lib/source.mjs'
import { WITHOUT_EFFECTS } from '../../../build/vite/common.mjs'

/** Entries of their own bundles: they answer messages, and nobody imports them. */
const WORKER = /-worker\.ts$/
const DECLARATIONS = /^(Export|Function|Class|Variable|TS)/

describe('sources that may be left out of a bundle', () => {
  it('are those of shared/ and the interface, and neither styles, workers, entries nor packages', () => {
    const is = (id: string) => WITHOUT_EFFECTS.test(id)
    expect(is('/q/shared/lib/result.ts')).toBe(true)
    expect(is('C:/q/renderer/features/room/room-screen.tsx')).toBe(true)
    expect(is('/q/renderer/app/index.tsx')).toBe(false)
    expect(is('/q/electron/main.ts')).toBe(false)
    expect(is('/q/renderer/ui/tokens.css')).toBe(false)
    expect(is('/q/renderer/commands/outputs/xlsx-worker.ts?worker_file&type=module')).toBe(false)
    expect(is('/q/node_modules/zod/v4/shared/index.js')).toBe(false)
  })

  it('do nothing by being imported', async () => {
    const paths = await listSources(projectRoot, ['shared', 'renderer'])
    const checked = paths.filter((path) => WITHOUT_EFFECTS.test(`/${path}`) && !WORKER.test(path))
    const doings = checked.flatMap((path) => {
      const { program } = parseSource(projectRoot, path)
      const statements = program.body as readonly {
        type: string
        specifiers?: unknown[]
        source?: { value: string }
      }[]
      return statements
        .filter(({ type, specifiers, source }) =>
          type === 'ImportDeclaration'
            ? specifiers?.length === 0 && !source?.value.endsWith('.css')
            : !DECLARATIONS.test(type),
        )
        .map(({ type }) => `${path}: ${type}`)
    })
    expect(doings).toEqual([])
    expect(checked.length).toBeGreaterThan(400)
  })
})
