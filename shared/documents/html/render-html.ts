import { assertNever } from '../../lib/assert'
import type { Block, BlockOf, DocTree, LeafBlock, Run } from '../doc-tree'
import { leafBlocks } from '../walk'
import { escapeHtml } from './escape'
import { DOCUMENT_CSS } from './stylesheet'

/** A document drawn as HTML: `html` is the whole content of `body`, `css` the style sheet it needs. */
export interface RenderedHtml {
  readonly html: string
  readonly css: string
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const text = escapeHtml(run.text)
      const italic = run.italic ? `<em>${text}</em>` : text
      return run.bold ? `<strong>${italic}</strong>` : italic
    })
    .join('')
}

/** Classes instead of style attributes, so that a policy without inline attributes still applies. */
function widthClass(width: number): string {
  return `w${String(width).replace('.', '-')}`
}

function widthRules(tree: DocTree): string {
  const tables = leafBlocks(tree.blocks).filter((block) => block.kind === 'table')
  const widths = new Set(tables.flatMap((table) => table.columns.map((column) => column.width)))
  return [...widths].map((width) => `\n.${widthClass(width)} { width: ${width}%; }`).join('')
}

function tableHtml(block: BlockOf<'table'>): string {
  const columns = block.columns.map((column) => `<col class="${widthClass(column.width)}">`).join('')
  const head = block.columns.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`).join('')
  const rows = block.rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  )
  return (
    `<table class="data"><caption>${escapeHtml(block.caption)}</caption><colgroup>${columns}</colgroup>` +
    `<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  )
}

/** Width of a bar in whole hundredths of the longest, as a class. */
function barClass(value: number, longest: number): string {
  return `bar-${longest === 0 ? 0 : Math.round((value / longest) * 100)}`
}

function longestBar(block: BlockOf<'bars'>): number {
  return Math.max(...block.bars.map(({ value }) => value))
}

/** A table of labels and figures, with a bar beside each; read aloud it is the table. */
function barsHtml(block: BlockOf<'bars'>): string {
  const longest = longestBar(block)
  const rows = block.bars.map(
    ({ label, value }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td class="figure">${value}</td>` +
      `<td class="track" aria-hidden="true"><span class="bar ${barClass(value, longest)}"></span></td></tr>`,
  )
  return `<table class="bars"><caption>${escapeHtml(block.caption)}</caption><tbody>${rows.join('')}</tbody></table>`
}

function barRules(tree: DocTree): string {
  const charts = leafBlocks(tree.blocks).filter((block) => block.kind === 'bars')
  const classes = new Set(
    charts.flatMap((chart) => chart.bars.map(({ value }) => barClass(value, longestBar(chart)))),
  )
  return [...classes].map((name) => `\n.${name} { width: ${name.slice(4)}%; }`).join('')
}

function signaturesHtml(block: BlockOf<'signatures'>): string {
  const people = block.signatories.map(
    (person) =>
      `<li><span class="rule"></span><span class="name">${escapeHtml(person.name)}</span>` +
      `<span class="charge">${escapeHtml(person.caption)}</span></li>`,
  )
  return `<ul class="signatures">${people.join('')}</ul>`
}

function leafHtml(block: LeafBlock): string {
  switch (block.kind) {
    case 'letterhead':
      return (
        `<header class="letterhead"><p class="institution">${escapeHtml(block.institution)}</p>` +
        `<p class="body-name">${escapeHtml(block.body)}</p><h1>${escapeHtml(block.title)}</h1></header>`
      )
    case 'heading':
      return `<h${block.level} class="${block.align}">${escapeHtml(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p class="${block.look}">${runsHtml(block.runs)}</p>`
    case 'key-values':
      return `<dl>${block.entries
        .map((entry) => `<div><dt>${escapeHtml(entry.label)}:</dt> <dd>${escapeHtml(entry.value)}</dd></div>`)
        .join('')}</dl>`
    case 'table':
      return tableHtml(block)
    case 'bars':
      return barsHtml(block)
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag} class="list">${block.items.map((item) => `<li>${runsHtml(item)}</li>`).join('')}</${tag}>`
    }
    case 'signatures':
      return signaturesHtml(block)
    default:
      return assertNever(block)
  }
}

function blockHtml(block: Block): string {
  return block.kind === 'keep-together'
    ? `<section class="keep">${block.blocks.map(leafHtml).join('\n')}</section>`
    : leafHtml(block)
}

/**
 * Draws a document tree as semantic HTML for printing on letter pages. All text is escaped; there are
 * no scripts, links or external resources, so it can be loaded under the strictest content policy that
 * allows inline styles.
 */
export function renderHtml(tree: DocTree): RenderedHtml {
  return {
    html: `<main>${tree.blocks.map(blockHtml).join('\n')}</main>`,
    css: DOCUMENT_CSS + widthRules(tree) + barRules(tree),
  }
}

/** Running header and footer as Chromium's printing takes them (`headerTemplate`, `footerTemplate`). */
export interface PageTemplates {
  readonly header: string
  readonly footer: string
}

/** Running header and footer of a document, the footer with "Página X de Y". */
export function pageTemplates(tree: DocTree): PageTemplates {
  const base =
    'width:100%;margin:0 25mm;font:11px Arial,"Liberation Sans",Helvetica,sans-serif;color:#444;display:flex;gap:8mm'
  const page = 'Página <span class="pageNumber"></span> de <span class="totalPages"></span>'
  return {
    header: `<div style='${base};justify-content:flex-end'><span>${escapeHtml(tree.header)}</span></div>`,
    footer:
      `<div style='${base};justify-content:space-between'><span>${escapeHtml(tree.footer)}</span>` +
      `<span style="white-space:nowrap">${page}</span></div>`,
  }
}
