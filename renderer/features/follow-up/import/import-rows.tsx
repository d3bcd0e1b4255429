import { Button, Checkbox, Text } from '@mantine/core'
import { termText } from '../../../../shared/domain/deadlines'
import {
  duplicateText,
  type ItemImportPlan,
  itemProblemText,
  type PlannedItem,
  partiesText,
  STATE_LABELS,
} from '../../../../shared/domain/follow-up'
import { formatDay } from '../../../ui/format'
import { MessageNote } from '../../../ui/message-note'
import classes from './import.module.css'

/** Rows drawn of each kind; the rest of a long sheet are counted. */
const MAX_DRAWN = 200

interface ImportRowsProps {
  readonly plan: ItemImportPlan
  readonly skip: ReadonlySet<number>
  readonly onSkip: (skip: ReadonlySet<number>) => void
}

function toggle(skip: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(skip)
  if (!next.delete(row)) next.add(row)
  return next
}

/** Every bad row by its number, each left out with one click, or all at once. */
function Problems({ plan, skip, onSkip }: ImportRowsProps) {
  const { problems } = plan
  if (problems.length === 0) return null
  const rows = [...new Set(problems.map(({ row }) => row))]
  const isWhole =
    plan.items.length === 0 && problems.every(({ columnId, row }) => columnId === null || row <= 10)
  return (
    <section className={classes.problems} aria-label="Problemas">
      <MessageNote
        kind="warning"
        title={rows.length === 1 ? '1 fila con problemas' : `${rows.length} filas con problemas`}
      >
        {isWhole
          ? 'Así no se puede importar; corrija la hoja o diga qué es cada columna.'
          : 'Deje fuera esas filas, importe solo las correctas, o corrija la hoja y ábrala otra vez. El archivo no se modifica.'}
      </MessageNote>
      <ul className={classes.problemList}>
        {problems.slice(0, MAX_DRAWN).map((problem) => (
          <li key={`${problem.row} ${problem.columnId} ${problem.message}`}>
            <span className={classes.problem}>
              <span aria-hidden="true">✕ </span>
              {itemProblemText(problem)}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => onSkip(toggle(skip, problem.row))}>
              Dejar fuera la fila {problem.row}
            </Button>
          </li>
        ))}
      </ul>
      {problems.length > MAX_DRAWN && <Text size="sm">Y {problems.length - MAX_DRAWN} problemas más.</Text>}
      {rows.length > 1 && !isWhole && (
        <Button size="compact-sm" variant="default" onClick={() => onSkip(new Set([...skip, ...rows]))}>
          Dejar fuera las {rows.length} filas
        </Button>
      )}
    </section>
  )
}

function Duplicates({ plan }: { readonly plan: ItemImportPlan }) {
  if (plan.duplicates.length === 0) return null
  return (
    <details className={classes.mapping}>
      <summary>
        {plan.duplicates.length === 1
          ? '1 fila repetida, que no se importa'
          : `${plan.duplicates.length} filas repetidas, que no se importan`}
      </summary>
      <ul className={classes.problemList}>
        {plan.duplicates.slice(0, MAX_DRAWN).map((duplicate) => (
          <li key={duplicate.row}>{duplicateText(duplicate)}</li>
        ))}
      </ul>
    </details>
  )
}

function stateOf({ events }: PlannedItem): string {
  const last = events.findLast(({ body }) => body.kind === 'state')
  return STATE_LABELS[last?.body.kind === 'state' ? last.body.to : 'pending']
}

function Row({ planned, skip, onSkip }: Omit<ImportRowsProps, 'plan'> & { readonly planned: PlannedItem }) {
  const { row, item } = planned
  return (
    <tr>
      <td>
        <Checkbox
          size="xs"
          aria-label={`Importar la fila ${row}`}
          checked
          onChange={() => onSkip(toggle(skip, row))}
        />
      </td>
      <td className={classes.number}>{row}</td>
      <td>{item.code}</td>
      <td title={item.title}>{item.title}</td>
      <td>{partiesText(item.responsible)}</td>
      <td>{termText(item.deadline.term)}</td>
      <td>{stateOf(planned)}</td>
      <td>{formatDay(item.openedOn)}</td>
    </tr>
  )
}

const HEADINGS = ['Fila', 'Clave', 'Asunto', 'Responsables', 'Plazo', 'Estado', 'Pendiente desde']

/** The rows as they would be stored, after what is wrong and what is repeated. */
export function ImportRows(props: ImportRowsProps) {
  const { plan, skip, onSkip } = props
  const left = plan.items.length - MAX_DRAWN
  return (
    <>
      <Problems {...props} />
      <Duplicates plan={plan} />
      {skip.size > 0 && (
        <p className={classes.skipped}>
          {skip.size === 1 ? '1 fila queda fuera.' : `${skip.size} filas quedan fuera.`}{' '}
          <Button size="compact-xs" variant="default" onClick={() => onSkip(new Set())}>
            Volver a incluirlas
          </Button>
        </p>
      )}
      {plan.items.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">
                  <span className={classes.hidden}>Importar</span>
                </th>
                {HEADINGS.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {plan.items.slice(0, MAX_DRAWN).map((planned) => (
                <Row key={planned.row} planned={planned} skip={skip} onSkip={onSkip} />
              ))}
            </tbody>
          </table>
          {left > 0 && (
            <Text size="sm" c="var(--q-muted)" mt={8}>
              Se muestran {MAX_DRAWN} filas; siguen {left.toLocaleString('es-MX')} más, que también se
              importan.
            </Text>
          )}
        </div>
      )}
    </>
  )
}
