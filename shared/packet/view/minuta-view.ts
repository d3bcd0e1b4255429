import { type LeafBlock, leafBlocks, type Minuta, runsText } from '../../documents'
import type { ViewParagraph } from './packet-view'

type Kind = ViewParagraph['kind']

/** A block as lines of plain text; the small print (the mark of the register) is not of the session. */
function linesOf(block: LeafBlock): readonly (readonly [Kind, string])[] {
  switch (block.kind) {
    case 'letterhead':
      return [['heading', [block.institution, block.body, block.title].join('. ')]]
    case 'heading':
      return [['heading', block.text]]
    case 'paragraph':
      return block.look === 'small' ? [] : [['paragraph', runsText(block.runs)]]
    case 'key-values':
      return block.entries.map(({ label, value }) => ['paragraph', `${label}: ${value}`])
    case 'table':
      return block.rows.map((row) => ['list-item', row.join(', ')])
    case 'list':
      return block.items.map((item, index) => {
        const text = runsText(item)
        return ['list-item', block.ordered ? `${index + 1}. ${text}` : text]
      })
    case 'signatures':
      return block.signatories.map(({ name, caption }) => ['list-item', `${name}, ${caption}`])
    case 'bars':
      return block.bars.map(({ label, value }) => ['list-item', `${label}: ${value}`])
  }
}

function anchorOf(block: LeafBlock | undefined): string | null {
  return block?.kind === 'paragraph' || block?.kind === 'list' ? block.anchor : null
}

/**
 * The minuta as plain paragraphs, each with the point it tells of. A heading "Punto 5:" is of the point of
 * the passage under it. Ids are made of the anchors of the passages, so they outlive new facts.
 */
export function viewMinuta({ tree, paragraphs }: Pick<Minuta, 'tree' | 'paragraphs'>): ViewParagraph[] {
  const points = new Map(paragraphs.map(({ anchor, pointId }) => [anchor, pointId]))
  const blocks = leafBlocks(tree.blocks)
  const counted = new Map<string, number>()
  const nextId = (name: string) => {
    const count = (counted.get(name) ?? 0) + 1
    counted.set(name, count)
    return count === 1 ? name : `${name}:${count}`
  }
  return blocks.flatMap((block, index) => {
    const isPointHeading = block.kind === 'heading' && block.level === 3
    const anchor = anchorOf(isPointHeading ? blocks[index + 1] : block)
    const pointId = anchor === null ? null : (points.get(anchor) ?? null)
    const name = isPointHeading ? `heading:${pointId ?? index}` : (anchor ?? block.kind)
    return linesOf(block).map(([kind, text]) => ({ id: nextId(name), kind, text, pointId }))
  })
}
