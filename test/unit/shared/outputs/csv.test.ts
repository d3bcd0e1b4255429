import fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../shared/lib/iso-date'
import { sheetCsv } from '../../../../shared/outputs'

const sheet = (...texts: readonly string[]) => ({
  name: 'x',
  columns: texts.map(() => ({ title: 'Título, «á»', width: 10 })),
  rows: [texts.map((text) => ({ kind: 'text', text }) as const)],
})

function cellsOf(csv: string): readonly (readonly string[])[] {
  return papaparse.parse<string[]>(csv.replace(/^\ufeff/, ''), { newline: '\r\n', skipEmptyLines: true }).data
}

describe('a sheet as CSV', () => {
  it.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠a', '\n=1'])(
    'guards %j with an apostrophe',
    (text) => {
      expect(cellsOf(sheetCsv(sheet(text)))[1]?.[0]).toMatch(/^'/)
    },
  )

  it('comes back the same from any reader, and no cell starts a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (texts) => {
        for (const cell of cellsOf(sheetCsv(sheet(...texts, 'fin')))[1] ?? []) {
          expect(cell.trimStart()).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
        }
      }),
    )
    expect(cellsOf(sheetCsv(sheet('a "b", c\nd', 'ñ')))).toEqual([
      ['Título, «á»', 'Título, «á»'],
      ['a "b", c\nd', 'ñ'],
    ])
  })

  it('opens in UTF-8, with numbers and days as they are', () => {
    const csv = sheetCsv({
      name: 'x',
      columns: [{ title: 'a', width: 1 }],
      rows: [[{ kind: 'number', value: -2 }, { kind: 'date', date: isoDate('2017-11-15') }, null]],
    })
    expect(csv).toBe('\ufeffa\r\n-2,2017-11-15,\r\n')
  })
})
