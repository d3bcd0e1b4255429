import type { z } from 'zod'

/** A text of a row and where it is: `facts.body.reason`, without positions in lists. */
export interface Mark {
  readonly path: string
  readonly text: string
}

/** A row in which every text is different from every other, with those texts. */
export interface MarkedRow {
  readonly row: Record<string, unknown>
  readonly marks: readonly Mark[]
  /** Kinds of the unions on the way, by path. */
  readonly kinds: ReadonlyMap<string, string>
}

/** What the walk needs of zod's own description of a schema. */
interface Description {
  readonly type: string
  readonly shape?: Record<string, Walkable>
  readonly element?: Walkable
  readonly innerType?: Walkable
  readonly options?: readonly Walkable[]
  readonly values?: readonly unknown[]
  readonly entries?: Record<string, string>
}
interface Walkable {
  readonly def: Description
  safeParse(value: unknown): { readonly success: boolean }
}

let count = 0

function letters(n: number): string {
  return [n / 17_576, n / 676, n / 26, n]
    .map((each) => String.fromCharCode(65 + (Math.floor(each) % 26)))
    .join('')
}

/** Values to try for a text, from free prose to the formats that the rows use; the first that fits is it. */
function candidates(n: number): readonly string[] {
  const figures = String(n).padStart(6, '0')
  return [
    `marca${figures}secreta`,
    `https://marca${figures}.example/x`,
    `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    `${figures}${'ab'.repeat(29)}`,
    `2017-11-15T17:00:00.${figures}Z`,
    '2017-11-15',
    `#marca${figures}secreta`,
    `${figures}0123456789`,
    '11:05',
    'America/Mexico_City',
    letters(n + 200_000),
  ]
}

class Walk {
  readonly marks: Mark[] = []
  readonly kinds = new Map<string, string>()
  readonly #choice: number

  constructor(choice: number) {
    this.#choice = choice
  }

  #text(schema: Walkable, path: string): string {
    count += 1
    const text = candidates(count).find((each) => schema.safeParse(each).success)
    if (text === undefined) throw new Error(`No text fits ${path}`)
    this.marks.push({ path, text })
    return text
  }

  #number(schema: Walkable, path: string): number {
    const fits = [1, 2, 640, 2017].find((each) => schema.safeParse(each).success)
    if (fits === undefined) throw new Error(`No number fits ${path}`)
    return fits
  }

  value(schema: Walkable, path: string): unknown {
    const { type, shape, element, innerType, options, values, entries } = schema.def
    if (shape) return this.#object(shape, path)
    if (element) return [this.value(element, path)]
    if (innerType) return this.value(innerType, path)
    if (options) {
      const option = options[this.#choice % options.length]
      if (!option) throw new Error(`${path} is a union of nothing`)
      return this.value(option, path)
    }
    if (values) return values[0]
    if (entries) return Object.values(entries)[0]
    if (type === 'string') return this.#text(schema, path)
    if (type === 'number') return this.#number(schema, path)
    if (type === 'boolean') return true
    if (type === 'record') return {}
    throw new Error(`${path} is a ${type}, which the walk does not know`)
  }

  #object(shape: Record<string, Walkable>, path: string): Record<string, unknown> {
    const made = Object.entries(shape).map(([field, schema]) => [
      field,
      this.value(schema, `${path}.${field}`),
    ])
    const object: Record<string, unknown> = Object.fromEntries(made)
    if (shape.kind?.def.values && typeof object.kind === 'string') this.kinds.set(path, object.kind)
    return object
  }
}

/** Most kinds that a union of the rows has; so many rows meet each of them. */
const MOST_KINDS = 24

/** Rows of a table that between them have every field and every kind, each text said only once. */
export function markedRows(table: string, schema: z.ZodType): readonly MarkedRow[] {
  return Array.from({ length: MOST_KINDS }, (_, choice) => {
    const walk = new Walk(choice)
    const row = walk.value(schema as unknown as Walkable, table)
    return { row: row as Record<string, unknown>, marks: walk.marks, kinds: walk.kinds }
  })
}
