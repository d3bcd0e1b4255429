import { changesNothing, type DirectoryPlan, problemText } from '../../../../shared/domain/people'
import { MessageNote } from '../../../ui/message-note'
import classes from './import.module.css'
import { type PreviewCounts, rowsText } from './preview-rows'

/** Notes listed before the rest are only counted. */
const SHOWN = 6

interface ImportNotesProps {
  readonly plan: DirectoryPlan
  readonly counts: PreviewCounts
  readonly formulas: number
}

function Problems({ plan, counts }: Omit<ImportNotesProps, 'formulas'>) {
  if (!plan.isUsable) {
    return (
      <MessageNote kind="error" title="Así no se puede importar">
        {plan.problems.map(problemText).join(' ')}
      </MessageNote>
    )
  }
  const verb = counts.bad === 1 ? 'tiene' : 'tienen'
  return (
    <MessageNote kind="warning" title={`${rowsText(counts.bad)} ${verb} problemas`}>
      Corrija aquí mismo lo señalado, desmarque esas filas, o importe solo las correctas. El archivo no se
      modifica.
    </MessageNote>
  )
}

function Remarks({ notes }: { readonly notes: readonly string[] }) {
  return (
    <ul className={classes.notes}>
      {notes.slice(0, SHOWN).map((note) => (
        <li key={note}>{note}</li>
      ))}
      {notes.length > SHOWN && <li>Y {notes.length - SHOWN} notas más.</li>}
    </ul>
  )
}

/** What is to be known before importing: problems first, then what was left unused or taken as it is. */
export function ImportNotes({ plan, counts, formulas }: ImportNotesProps) {
  const taken =
    formulas === 1
      ? 'De 1 fórmula se tomó su valor guardado.'
      : `De ${formulas} fórmulas se tomó su valor guardado.`
  const notes = formulas > 0 ? [taken, ...plan.notes] : plan.notes
  return (
    <div className={classes.messages}>
      {plan.problems.length > 0 && <Problems plan={plan} counts={counts} />}
      {plan.problems.length === 0 && changesNothing(plan) && (
        <MessageNote kind="info" title="Nada que importar">
          Todo lo que dice la hoja ya está en el directorio.
        </MessageNote>
      )}
      {notes.length > 0 && <Remarks notes={notes} />}
    </div>
  )
}
