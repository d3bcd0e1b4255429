import { describe, expect, it } from 'vitest'
import {
  buildFollowUpReport,
  docTreeSchema,
  documentText,
  itemsSheet,
  leafBlocks,
  renderHtml,
  reportSheet,
} from '../../../../../shared/documents'
import { renderDocx } from '../../../../../shared/documents/docx'
import {
  followUpReport,
  ITEM_COLUMNS,
  planItemsImport,
  recordOf,
} from '../../../../../shared/domain/follow-up'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { safeCell } from '../../../../../shared/lib/safe-cell'
import { exampleStories } from '../../../../helpers/example-follow-up'
import { makeItem, makeItemEvent, makeParty } from '../../../../helpers/make-item'
import { countingEffects } from '../../../../helpers/make-session'
import { readZip } from '../../../../helpers/read-zip'

const example = exampleStories()
const generatedOn = isoDate('2017-11-14')

function treeOf(stories = example.stories) {
  const report = followUpReport(stories, example.period, example.context)
  return buildFollowUpReport({ body: example.body, report, session: example.session, generatedOn })
}

describe('the report that the session of 15-nov-2017 received', () => {
  const tree = treeOf()
  const text = documentText(tree)

  it('is a document that can be stored, printed and read', () => {
    expect(docTreeSchema.parse(tree)).toEqual(tree)
    expect(tree.title).toBe(
      'Informe sobre el seguimiento de acuerdos, del 30 de agosto al 15 de noviembre de 2017',
    )
    expect(text).toContain('Sesión: Segunda sesión ordinaria 2017')
    expect(text).toContain('Periodo: del 30 de agosto al 15 de noviembre de 2017')
    expect(text).toContain(
      'quedaron pendientes 6 puntos, de los cuales 3 ya se cumplieron y 3 siguen pendientes.',
    )
  })

  it('shows the figures as a chart, and as figures for whoever cannot see it', () => {
    const [chart] = leafBlocks(tree.blocks).filter((block) => block.kind === 'bars')
    expect(chart?.bars).toEqual([
      { label: 'Pendientes al inicio', value: 6 },
      { label: 'Cumplidos', value: 3 },
      { label: 'Siguen pendientes', value: 3 },
    ])
    const { html, css } = renderHtml(tree)
    expect(html).toContain(
      '<th scope="row">Cumplidos</th><td class="figure">3</td><td class="track" aria-hidden="true">',
    )
    expect(css).toContain('.bar-50 { width: 50%; }')
    expect(html).not.toMatch(/style=|<script/)
  })

  it('draws the same in Word, a filled cell for each bar', async () => {
    const xml = readZip(await renderDocx(tree)).get('word/document.xml') ?? ''
    expect(xml.match(/w:fill="404040"/g)).toHaveLength(3)
    expect(xml).toContain('Siguen pendientes')
    expect(xml).toContain('Novedades del periodo')
  })

  it('lists the three fulfilled without making anything up, and tells the three that remain', () => {
    expect(text.match(/Punto cumplido que la minuta no describe/g)).toHaveLength(3)
    expect(text.match(/no consta \|/g)).toHaveLength(3)
    const told = text.slice(text.indexOf('Puntos que siguen pendientes'))
    expect(told).toContain('SEG-2017-001. Abrir la sección Datos Abiertos')
    expect(told).toContain('Plazo acordado: «a finales del mes de octubre»')
    expect(told).toContain('Estado: Pendiente, venció el 31 de octubre de 2017'.replace('P', 'p'))
    expect(told).toContain('Depende además de: INAI')
    expect(told.match(/Novedades del periodo/g)).toHaveLength(3)
    expect(told).not.toContain('Informado antes')
    expect(text).not.toContain('Puntos nuevos')
  })

  it('says so when nothing was told of an item, and holds texts of any length', () => {
    const item = makeItem(9, {
      title: 'T'.repeat(300),
      text: `Texto. ${'palabra '.repeat(1500)}`,
      tags: ['a'],
    })
    const long = makeItemEvent(
      item,
      1,
      '2017-09-10',
      { kind: 'state', to: 'fulfilled' },
      { note: 'nota '.repeat(3000) },
    )
    const open = makeItem(8)
    const made = treeOf([
      { item, events: [long] },
      { item: open, events: [] },
    ])
    expect(docTreeSchema.safeParse(made).error).toBeUndefined()
    expect(documentText(made)).toContain('Sin avance informado.')
  })

  it('is short when there is nothing to report', () => {
    const empty = documentText(treeOf([]))
    expect(empty).toContain('no quedaron puntos pendientes')
    expect(empty).not.toContain('Seguimiento en el periodo')
  })
})

describe('the sheets', () => {
  const records = example.stories.map(({ item, events }) => recordOf(item, events, example.context))
  const textOf = (cell: ReturnType<typeof itemsSheet>['rows'][number][number]) =>
    cell === null
      ? ''
      : cell.kind === 'text'
        ? cell.text
        : cell.kind === 'date'
          ? cell.date
          : String(cell.value)

  it('say in which part of the report each item is', () => {
    const { columns, rows } = reportSheet(followUpReport(example.stories, example.period, example.context))
    expect(rows.map((row) => textOf(row[0] ?? null))).toEqual([
      ...Array.from({ length: 3 }, () => 'Cumplido'),
      ...Array.from({ length: 3 }, () => 'Sigue pendiente'),
    ])
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })

  it('are read back by the import: every item, its state, its date and its owners', () => {
    const { columns, rows } = itemsSheet(records.filter(({ item }) => item.responsible.length > 0))
    for (const { title } of ITEM_COLUMNS) expect(columns.map((column) => column.title)).toContain(title)
    const plan = planItemsImport({
      sheet: { rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(textOf))], marks: [] },
      columns: null,
      memory: {},
      skip: new Set(),
      bodyId: example.body.id,
      stored: [],
      directory: { seats: [], persons: [] },
      today: example.context.today,
      author: 'Secretaría Técnica',
      fileName: 'seguimiento.xlsx',
      effects: countingEffects(),
    })
    expect([plan.problems, plan.repeated]).toEqual([[], []])
    expect(plan.rows.map(({ item }) => [item.code, item.title, item.openedOn])).toEqual(
      example.stories.slice(0, 3).map(({ item }) => [item.code, item.title, item.openedOn]),
    )
    expect(plan.rows[0]?.item.deadline).toMatchObject({
      term: { kind: 'fixed-date', date: '2017-10-31' },
      wording: 'a finales del mes de octubre',
    })
  })

  it('never start a formula', () => {
    const item = makeItem(1, {
      code: '=1+1',
      title: '+52 55',
      text: '\t=cmd',
      external: '@SUM(A1)',
      responsible: [makeParty('-UNICOM')],
      tags: ['＝x'],
    })
    const [row = []] = itemsSheet([recordOf(item, [], example.context)]).rows
    for (const cell of row) {
      if (cell?.kind === 'text') expect(cell.text).not.toMatch(/^[\s]*[=+\-@\t\r\n＝＋－＠]/)
    }
    expect(['=1', ' =1', '\u200b=1', '\n=1', 'a=1', '1-2', ''].map(safeCell)).toEqual([
      "'=1",
      "' =1",
      "'\u200b=1",
      "'\n=1",
      'a=1',
      '1-2',
      '',
    ])
    expect(safeCell('a\u0000b\u0007c')).toBe('abc')
    expect(safeCell('x'.repeat(40_000))).toHaveLength(32_767)
  })
})
