import type { ReactNode } from 'react'
import type { Block, DocTree, LeafBlock, Run } from '../../../shared/documents'
import { assertNever } from '../../../shared/lib/assert'
import classes from './document.module.css'

/** Items with a key of their own: what they say, counted when several say the same. */
function keyed<T>(items: readonly T[], textOf: (item: T) => string): readonly (readonly [T, string])[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const text = textOf(item)
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    return [item, times === 1 ? text : `${text}#${times}`]
  })
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return keyed(runs, (run) => run.text).map(([run, key]) => (
    <span key={key} className={[run.bold ? classes.bold : '', run.italic ? classes.italic : ''].join(' ')}>
      {run.text}
    </span>
  ))
}

function Leaf({ block }: { readonly block: LeafBlock }): ReactNode {
  switch (block.kind) {
    case 'letterhead':
      return (
        <header className={classes.letterhead}>
          <p>{block.institution}</p>
          <p className={classes.bodyName}>{block.body}</p>
          <h2 className={classes.documentTitle}>{block.title}</h2>
        </header>
      )
    case 'heading':
      return block.level === 3 ? (
        <h4 className={classes.pointHeading}>{block.text}</h4>
      ) : (
        <h3 className={block.align === 'center' ? classes.centered : classes.sectionHeading}>{block.text}</h3>
      )
    case 'paragraph':
      return (
        <p className={classes[block.look]}>
          <Runs runs={block.runs} />
        </p>
      )
    case 'key-values':
      return (
        <dl className={classes.keyValues}>
          {block.entries.map((entry) => (
            <div key={entry.label}>
              <dt>{entry.label}:</dt>
              <dd>{entry.value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <TableView block={block} />
    case 'list':
      return <ListView block={block} />
    case 'signatures':
      return (
        <ul className={classes.signatures}>
          {block.signatories.map((signatory) => (
            <li key={signatory.name}>
              <strong>{signatory.name}</strong>
              <span>{signatory.caption}</span>
            </li>
          ))}
        </ul>
      )
    default:
      return assertNever(block)
  }
}

function TableView({ block }: { readonly block: Extract<LeafBlock, { kind: 'table' }> }) {
  return (
    <table className={classes.table}>
      <caption className={classes.srOnly}>{block.caption}</caption>
      <colgroup>
        {block.columns.map((column) => (
          <col key={column.title} style={{ width: `${column.width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {block.columns.map((column) => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(block.rows, (row) => row.join('|')).map(([row, key]) => (
          <tr key={key}>
            {row.map((cell, index) => (
              <td key={block.columns[index]?.title}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ListView({ block }: { readonly block: Extract<LeafBlock, { kind: 'list' }> }) {
  const items = keyed(block.items, (runs) => runs.map((run) => run.text).join('')).map(([runs, key]) => (
    <li key={key}>
      <Runs runs={runs} />
    </li>
  ))
  return block.ordered ? <ol className={classes.list}>{items}</ol> : <ul className={classes.list}>{items}</ul>
}

function leavesOf(blocks: readonly Block[]): readonly LeafBlock[] {
  return blocks.flatMap((block) => (block.kind === 'keep-together' ? block.blocks : [block]))
}

interface Passage {
  readonly anchor: string | null
  readonly key: string
  readonly blocks: readonly LeafBlock[]
}

/** Blocks in a row that belong to one passage, and every other block by itself. */
function passagesOf(tree: DocTree): readonly Passage[] {
  const passages: Passage[] = []
  leavesOf(tree.blocks).forEach((block, index) => {
    const anchor = 'anchor' in block ? block.anchor : null
    const last = passages.at(-1)
    if (anchor !== null && last?.anchor === anchor) {
      passages[passages.length - 1] = { ...last, blocks: [...last.blocks, block] }
    } else passages.push({ anchor, key: anchor ?? `fixed-${index}`, blocks: [block] })
  })
  return passages
}

interface DocumentViewProps {
  readonly tree: DocTree
  /** Wraps a passage that can be rewritten; the others are drawn as they are. */
  readonly renderPassage: (anchor: string, content: ReactNode) => ReactNode
}

/** The document on paper, drawn from the same tree as DOCX and PDF. */
export function DocumentView({ tree, renderPassage }: DocumentViewProps) {
  return (
    <article className={classes.paper} lang="es-MX" aria-label={tree.title}>
      {tree.header !== '' && <p className={classes.runningHeader}>{tree.header}</p>}
      {passagesOf(tree).map(({ anchor, key, blocks }) => {
        const content = keyed(blocks, (block) => JSON.stringify(block)).map(([block, blockKey]) => (
          <Leaf key={blockKey} block={block} />
        ))
        return (
          <div key={key} data-passage={anchor ?? undefined}>
            {anchor === null ? content : renderPassage(anchor, content)}
          </div>
        )
      })}
    </article>
  )
}
