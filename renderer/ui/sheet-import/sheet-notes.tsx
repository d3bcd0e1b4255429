import { Button } from '@mantine/core'
import {
  leaveOut,
  mergedCells,
  type PreviewCounts,
  rowsText,
  rowsToStore,
  type SheetDraft,
  type SheetPlan,
  sheetProblemText,
  splitMerged,
} from '../../../shared/lib/sheet'
import { MessageNote } from '../message-note'
import classes from './sheet-import.module.css'

/** Notes listed before the rest are only counted. */
const SHOWN = 6

interface SheetNotesProps<Id extends string> {
  readonly plan: SheetPlan<Id>
  readonly draft: SheetDraft<Id>
  readonly counts: PreviewCounts
  /** What the reader of the file says of it, beside the plan. */
  readonly told: readonly string[]
  readonly nothingNew: string
  readonly onChange: (draft: SheetDraft<Id>) => void
}

/** What mends many rows at once. */
function Remedies<Id extends string>({ plan, draft, counts, onChange }: SheetNotesProps<Id>) {
  const merged = mergedCells(draft, plan.layout)
  const bad = new Set(plan.problems.map(({ row }) => row))
  return (
    <p className={classes.remedies}>
      {merged.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => onChange(splitMerged(draft, merged))}>
          Repetir el dato en{' '}
          {merged.length === 1 ? 'la celda combinada' : `las ${merged.length} celdas combinadas`}
        </Button>
      )}
      {counts.bad > 1 && (
        <Button size="compact-sm" variant="default" onClick={() => onChange(leaveOut(draft, bad))}>
          Dejar fuera las {rowsText(counts.bad)} con problemas
        </Button>
      )}
    </p>
  )
}

function Problems<Id extends string>(props: SheetNotesProps<Id>) {
  const { plan, counts } = props
  if (!plan.isUsable) {
    return (
      <MessageNote kind="error" title="Así no se puede importar">
        {plan.problems.map(sheetProblemText).join(' ')}
      </MessageNote>
    )
  }
  const verb = counts.bad === 1 ? 'tiene' : 'tienen'
  return (
    <MessageNote kind="warning" title={`${rowsText(counts.bad)} ${verb} problemas`}>
      Corrija aquí mismo lo señalado, desmarque esas filas, o importe solo las correctas. El archivo no se
      modifica.
      <Remedies {...props} />
    </MessageNote>
  )
}

function Remarks({ notes }: { readonly notes: readonly string[] }) {
  const different = [...new Set(notes)]
  const rest = different.slice(SHOWN)
  const list = (some: readonly string[]) => (
    <ul className={classes.notes}>
      {some.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
  return (
    <div>
      {list(different.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details className={classes.moreNotes}>
          <summary>{rest.length === 1 ? 'Y 1 nota más' : `Y ${rest.length} notas más`}</summary>
          {list(rest)}
        </details>
      )}
    </div>
  )
}

/** What is to be known before importing: problems first, then what was left unused or taken as it is. */
export function SheetNotes<Id extends string>(props: SheetNotesProps<Id>) {
  const { plan, told, nothingNew } = props
  const notes = [...told, ...plan.notes]
  return (
    <div className={classes.messages}>
      {plan.problems.length > 0 && <Problems {...props} />}
      {plan.problems.length === 0 && rowsToStore(plan) === 0 && (
        <MessageNote kind="info" title="Nada que importar">
          {nothingNew}
        </MessageNote>
      )}
      {notes.length > 0 && <Remarks notes={notes} />}
    </div>
  )
}
