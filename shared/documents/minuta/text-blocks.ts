import type { FactId } from '../../domain/sessions'
import type { LeafBlock, Run } from '../doc-tree'
import { cleanLine } from '../spanish'
import { isListLine } from './speech'

/** A passage as it will be printed. */
export interface PrintedPassage {
  readonly anchor: string
  readonly text: string
  readonly sources: readonly FactId[]
}

/** Labels that open a paragraph in bold, so that agreements are found at a glance. */
const LABEL = /^(?:Acuerdo(?: [^\s:]+)?|Compromiso):/

/** A line of text as runs, its label in bold. */
function runsOf(line: string): readonly Run[] {
  const label = LABEL.exec(line)?.[0]
  if (label === undefined) return [{ text: line, bold: false, italic: false }]
  return [
    { text: label, bold: true, italic: false },
    { text: line.slice(label.length), bold: false, italic: false },
  ]
}

/**
 * A passage as blocks: each line a paragraph, lines that begin with • or - items of a list. All of them
 * carry the anchor, so that they are selected and rewritten as one.
 */
export function textBlocks(passage: PrintedPassage): readonly LeafBlock[] {
  const blocks: LeafBlock[] = []
  let items: (readonly Run[])[] = []
  const { anchor, sources } = passage
  const endList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', ordered: false, items, anchor, sources })
    items = []
  }
  for (const line of passage.text.split(/\r\n|\r|\n/).map(cleanLine)) {
    if (line === '') continue
    if (isListLine(line)) {
      items.push(runsOf(line.replace(/^[•\-–*]\s+/, '')))
      continue
    }
    endList()
    blocks.push({ kind: 'paragraph', look: 'body', runs: runsOf(line), anchor, sources })
  }
  endList()
  return blocks
}
