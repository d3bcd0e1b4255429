import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { placeText, type SheetProblem } from '../../../shared/lib/sheet'
import classes from './sheet-import.module.css'

interface BadCellProps {
  readonly row: number
  readonly column: string
  readonly stored: string
  readonly onCorrect: (text: string) => void
}

/** The cell, to be corrected here; it is read again on Enter or when the focus leaves it. */
function BadCell({ row, column, stored, onCorrect }: BadCellProps) {
  const [text, setText] = useState(stored)
  useEffect(() => setText(stored), [stored])
  const commit = () => {
    if (text !== stored) onCorrect(text)
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

interface BadCellsProps<Id extends string> {
  readonly problems: readonly SheetProblem<Id>[]
  readonly cellOf: (row: number, column: Id) => string
  readonly onCorrect: (row: number, column: Id, text: string) => void
}

/** Every problem of a row, each with its cell beside it. */
export function BadCells<Id extends string>({ problems, cellOf, onCorrect }: BadCellsProps<Id>) {
  return (
    <ul className={classes.problemList}>
      {problems.map((problem) => {
        const { row, columnId, column, message } = problem
        return (
          <li key={`${columnId} ${message}`}>
            <span className={classes.problem}>
              <span aria-hidden="true">✕ </span>
              {placeText(problem)}: {message}
            </span>
            {columnId !== null && (
              <BadCell
                row={row}
                column={column}
                stored={cellOf(row, columnId)}
                onCorrect={(text) => onCorrect(row, columnId, text)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
