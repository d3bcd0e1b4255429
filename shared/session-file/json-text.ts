import { err, ok, type Result } from '../lib/result'

/** A JSON value as read from a text; objects have no prototype, so no key can reach one. */
export type ParsedJson = null | boolean | number | string | readonly ParsedJson[] | ParsedObject

/** A JSON object as read from a text. */
export interface ParsedObject {
  readonly [key: string]: ParsedJson
}

/** Why a text is not acceptable JSON, in Spanish, and where; line and column count from 1. */
export interface JsonTextProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Nested arrays and objects that a text may have, counting the outermost. */
const MAX_DEPTH = 32

/** Keys that could reach an object's prototype when a value is merged carelessly. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const PLAIN_CHARACTERS = /[^"\\]*/y
const SPACE = /[ \t\r\n]*/y

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Thrown inside the parser only and turned into a value at its door. */
class JsonTextError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message)
  }
}

/**
 * Strict JSON that says where it went wrong, which the messages of JSON.parse do not in every engine.
 * It also refuses what JSON.parse lets through: a key given twice and keys such as `__proto__`.
 */
class JsonTextParser {
  private at = 0
  constructor(private readonly text: string) {}

  parseAll(): ParsedJson {
    this.skipSpace()
    if (this.at === this.text.length) this.fail('el archivo está vacío')
    const value = this.value(1)
    this.skipSpace()
    if (this.at < this.text.length) this.fail(`sobra ${this.found()} después del final`)
    return value
  }

  private value(depth: number): ParsedJson {
    const char = this.text[this.at]
    if (depth > MAX_DEPTH && (char === '{' || char === '[')) this.fail('hay demasiados niveles anidados')
    if (char === '{') return this.object(depth)
    if (char === '[') return this.list(depth)
    if (char === '"') return this.string()
    if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) return this.number()
    return this.word()
  }

  private object(depth: number): ParsedObject {
    const start = this.at
    const object: Record<string, ParsedJson> = Object.create(null)
    this.at += 1
    this.skipSpace()
    if (this.take('}')) return object
    for (;;) {
      const keyAt = this.at
      if (this.text[this.at] !== '"') this.fail(`se esperaba una clave entre comillas y hay ${this.found()}`)
      const key = this.string()
      if (FORBIDDEN_KEYS.has(key)) this.fail(`la clave «${key}» no se admite`, keyAt)
      if (key in object) this.fail(`la clave «${key}» está repetida`, keyAt)
      this.skipSpace()
      if (!this.take(':')) this.fail(`después de «${key}» falta «:» y hay ${this.found()}`)
      this.skipSpace()
      object[key] = this.value(depth + 1)
      if (!this.another('}', start)) return object
    }
  }

  private list(depth: number): readonly ParsedJson[] {
    const start = this.at
    const list: ParsedJson[] = []
    this.at += 1
    this.skipSpace()
    if (this.take(']')) return list
    do list.push(this.value(depth + 1))
    while (this.another(']', start))
    return list
  }

  /** After an item: true when a comma announces another one, false when the container ends. */
  private another(close: '}' | ']', start: number): boolean {
    this.skipSpace()
    if (this.take(close)) return false
    if (this.at === this.text.length) {
      const { line } = positionOf(this.text, start)
      const open = close === '}' ? 'la llave' : 'el corchete'
      this.fail(`el texto se acaba sin cerrar ${open} de la línea ${line}`)
    }
    if (!this.take(',')) this.fail(`se esperaba una coma o «${close}» y hay ${this.found()}`)
    this.skipSpace()
    if (this.text[this.at] === close) this.fail(`sobra la coma antes de «${close}»`)
    return true
  }

  private string(): string {
    const start = this.at
    let value = ''
    this.at += 1
    for (;;) {
      value += this.plainCharacters()
      const char = this.text[this.at]
      if (char === '"') {
        this.at += 1
        return value
      }
      if (char === undefined) this.fail('falta la comilla que cierra este texto', start)
      value += this.escape()
    }
  }

  private plainCharacters(): string {
    const start = this.at
    const characters = this.match(PLAIN_CHARACTERS) ?? ''
    const control = [...characters].findIndex((char) => char < ' ')
    if (control >= 0) this.fail('un texto no puede partirse en dos líneas; use \\n', start + control)
    return characters
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? ''
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6)
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('después de \\u van cuatro cifras hexadecimales')
      this.at += 6
      return String.fromCharCode(Number.parseInt(digits, 16))
    }
    const char = ESCAPES[letter]
    if (char === undefined) this.fail(`«\\${letter}» no es un escape de JSON`)
    this.at += 2
    return char ?? ''
  }

  private number(): number {
    const start = this.at
    const digits = this.match(NUMBER)
    if (!digits || /[0-9.eE]/.test(this.text[this.at] ?? '')) this.fail('el número está mal escrito', start)
    const value = Number(digits)
    if (!Number.isFinite(value)) this.fail('el número es demasiado grande', start)
    return value
  }

  private word(): null | boolean {
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    }
    return this.fail(`se esperaba un valor y hay ${this.found()}`)
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? null
    this.at += found?.length ?? 0
    return found
  }

  private skipSpace(): void {
    this.match(SPACE)
  }

  private take(char: string): boolean {
    if (this.text[this.at] !== char) return false
    this.at += 1
    return true
  }

  private found(): string {
    const char = this.text[this.at]
    return char === undefined ? 'el final del texto' : `«${char}»`
  }

  private fail(message: string, offset = this.at): never {
    throw new JsonTextError(message, offset)
  }
}

function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  const lines = before.split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

/** Parses JSON text; a leading byte-order mark is ignored. Says line, column and cause in Spanish. */
export function parseJsonText(text: string): Result<ParsedJson, JsonTextProblem> {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    return ok(new JsonTextParser(clean).parseAll())
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    return err({ ...positionOf(clean, error.offset), message: error.message })
  }
}
