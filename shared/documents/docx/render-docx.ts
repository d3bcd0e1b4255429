import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { DocTree, LeafBlock } from '../doc-tree'
import { PAGE } from '../page'
import { docxBlock } from './docx-blocks'
import { TEXT_WIDTH, twips, xmlText } from './measures'
import { NUMBERING, STYLES } from './styles'

const SMALL = { size: 16, color: '444444' } as const

interface PlacedBlock {
  readonly block: LeafBlock
  readonly holds: boolean
}

/** Every leaf with whether it must stay with the next: all but the last of a group do. */
function placed(tree: DocTree): readonly PlacedBlock[] {
  return tree.blocks.flatMap((block): readonly PlacedBlock[] =>
    block.kind === 'keep-together'
      ? block.blocks.map((leaf, index) => ({ block: leaf, holds: index < block.blocks.length - 1 }))
      : [{ block, holds: false }],
  )
}

/** Content of the document. Word needs a paragraph after a table that would otherwise end it. */
function content(tree: DocTree): readonly (Paragraph | Table)[] {
  const leaves = placed(tree)
  const children = leaves.flatMap(({ block, holds }, index) =>
    docxBlock(block, {
      holds,
      followsTable: leaves[index - 1]?.block.kind === 'table',
      listNumber: index,
    }),
  )
  const endsInTable = children[children.length - 1] instanceof Table
  return endsInTable ? [...children, new Paragraph({ spacing: { after: 0, line: 20 } })] : children
}

function header(tree: DocTree): Header {
  const text = new TextRun({ ...SMALL, text: xmlText(tree.header) })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [text] })] })
}

function footer(tree: DocTree): Footer {
  const pages = ['\tPágina ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ ...SMALL, text: xmlText(tree.footer) }),
          new TextRun({ ...SMALL, children: pages }),
        ],
      }),
    ],
  })
}

/**
 * Draws a document tree as DOCX: real headings, tables with header rows, lists, letter size, es-MX,
 * running header and "Página X de Y". It refers to nothing outside itself, and the same tree gives the
 * same document apart from its dates.
 */
export async function renderDocx(tree: DocTree): Promise<Uint8Array> {
  const document = new Document({
    title: xmlText(tree.title),
    creator: xmlText(tree.footer),
    lastModifiedBy: xmlText(tree.footer),
    description: '',
    compatibility: { version: 15 },
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.marginTop),
              bottom: twips(PAGE.marginBottom),
              left: twips(PAGE.marginStart),
              right: twips(PAGE.marginEnd),
              header: twips(12),
              footer: twips(12),
            },
          },
        },
        headers: { default: header(tree) },
        footers: { default: footer(tree) },
        children: [...content(tree)],
      },
    ],
  })
  return Packer.pack(document, 'uint8array')
}
