import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonText } from '../../../../shared/session-file/json-text'

describe('parseJsonText', () => {
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const read = parseJsonText(text)
        if (/"(__proto__|constructor|prototype)":/.test(text)) expect(read.ok).toBe(false)
        else expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('accepts only what JSON.parse accepts', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '{', ']', '0', 'x'),
        (json, at, noise) => {
          const cut = at % (json.length + 1)
          const text = json.slice(0, cut) + noise + json.slice(cut)
          if (!parseJsonText(text).ok) return
          expect(() => JSON.parse(text)).not.toThrow()
        },
      ),
    )
  })

  it('ignores a byte-order mark', () => {
    expect(parseJsonText('\uFEFF{"a": 1}')).toEqual({ ok: true, value: { a: 1 } })
  })

  it.each<readonly [text: string, line: number, column: number, message: string]>([
    ['', 1, 1, 'el archivo está vacío'],
    ['{"a": 1,}', 1, 9, 'sobra la coma antes de «}»'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'se esperaba una coma o «}» y hay «"»'],
    ['{"a" 1}', 1, 6, 'después de «a» falta «:» y hay «1»'],
    ['{a: 1}', 1, 2, 'se esperaba una clave entre comillas y hay «a»'],
    ['{"a": 1,\r\n "a": 2}', 2, 2, 'la clave «a» está repetida'],
    ['{"__proto__": {}}', 1, 2, 'la clave «__proto__» no se admite'],
    ['{"a": {"constructor": 1}}', 1, 8, 'la clave «constructor» no se admite'],
    ['[1, 2', 1, 6, 'el texto se acaba sin cerrar el corchete de la línea 1'],
    ['\n{"a": [1, 2]', 2, 13, 'el texto se acaba sin cerrar la llave de la línea 2'],
    ['"abc', 1, 1, 'falta la comilla que cierra este texto'],
    ['"a\nb"', 1, 3, 'un texto no puede partirse en dos líneas; use \\n'],
    ['"\\x"', 1, 2, '«\\x» no es un escape de JSON'],
    ['"\\u12"', 1, 2, 'después de \\u van cuatro cifras hexadecimales'],
    ['[01]', 1, 2, 'el número está mal escrito'],
    ['[1.]', 1, 2, 'el número está mal escrito'],
    ['[1e999]', 1, 2, 'el número es demasiado grande'],
    ['{"a": hola}', 1, 7, 'se esperaba un valor y hay «h»'],
    ['{} {}', 1, 4, 'sobra «{» después del final'],
    ['['.repeat(40), 1, 33, 'hay demasiados niveles anidados'],
  ])('refuses %j', (text, line, column, message) => {
    expect(parseJsonText(text)).toEqual({ ok: false, error: { line, column, message } })
  })
})
