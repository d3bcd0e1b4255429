import type { Block, DocTree, LeafBlock, Run } from './doc-tree'

/** Text of a line of runs, without looks. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

/** Every block that holds no other, in reading order. */
export function leafBlocks(blocks: readonly Block[]): readonly LeafBlock[] {
  return blocks.flatMap((block) => (block.kind === 'keep-together' ? block.blocks : [block]))
}

function blockLines(block: LeafBlock): readonly string[] {
  switch (block.kind) {
    case 'letterhead':
      return [block.institution, block.body, block.title]
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [runsText(block.runs)]
    case 'key-values':
      return block.entries.map((entry) => `${entry.label}: ${entry.value}`)
    case 'table':
      return [block.columns.map((column) => column.title), ...block.rows].map((row) => row.join(' | '))
    case 'bars':
      return [block.caption, ...block.bars.map((bar) => `${bar.label}: ${bar.value}`)]
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${runsText(item)}`)
    case 'signatures':
      return block.signatories.map((person) => `${person.name} — ${person.caption}`)
  }
}

/** The whole document as plain lines, in reading order: for searching, copying and comparing. */
export function documentText(tree: DocTree): string {
  return leafBlocks(tree.blocks).flatMap(blockLines).join('\n')
}
