import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ColumnId, ImportProblem } from '../../../../shared/domain/people'
import classes from './import.module.css'
import { cellOf, editCell, type ImportDraft } from './import-draft'

interface BadCellsProps {
  readonly problems: readonly ImportProblem[]
  readonly draft: ImportDraft
  readonly onChange: (draft: ImportDraft) => void
}

interface BadCellProps extends Omit<BadCellsProps, 'problems'> {
  readonly row: number
  readonly columnId: ColumnId
  readonly column: string
}

/** The cell, to be corrected here; it is read again on Enter or when the focus leaves it. */
function BadCell({ row, columnId, column, draft, onChange }: BadCellProps) {
  const stored = cellOf(draft, row, columnId)
  const [text, setText] = useState(stored)
  useEffect(() => setText(stored), [stored])
  const commit = () => {
    if (text !== stored) onChange(editCell(draft, row, columnId, text))
  }
  return (
    <TextInput
      size="xs"
      data-correction
      className={classes.correct ?? ''}
      aria-label={`Corregir ${column} de la fila ${row}`}
      placeholder="Corregir aquí"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey) return
        // The focus may go on to a button; this same Enter must not press it.
        event.preventDefault()
        commit()
      }}
    />
  )
}

/** Every problem of a row, each with its cell beside it. */
export function BadCells({ problems, draft, onChange }: BadCellsProps) {
  return (
    <ul className={classes.problemList}>
      {problems.map(({ row, columnId, column, message }) => (
        <li key={`${columnId} ${message}`}>
          <span className={classes.problem}>
            <span aria-hidden="true">✕ </span>
            {column === '' ? `Fila ${row}: ` : `Fila ${row}, columna ${column}: `}
            {message}
          </span>
          {columnId !== null && (
            <BadCell row={row} columnId={columnId} column={column} draft={draft} onChange={onChange} />
          )}
        </li>
      ))}
    </ul>
  )
}
