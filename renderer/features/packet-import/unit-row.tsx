import { Checkbox, SegmentedControl } from '@mantine/core'
import { memo } from 'react'
import type { Choice, ImportUnit, UnitDifference } from '../../../shared/packet'
import classes from './packet-import.module.css'
import { KIND_WORDS } from './unit-words'

/** What the user may do with a conflict. */
const CONFLICT_CHOICES: readonly { readonly value: Choice; readonly label: string }[] = [
  { value: 'leave', label: 'Decidir después' },
  { value: 'keep', label: 'Lo mío' },
  { value: 'take', label: 'Lo del expediente' },
]

function isChoice(value: string): value is Choice {
  return value === 'take' || value === 'keep' || value === 'leave'
}

function Side({ text, absent }: { readonly text: string | null; readonly absent: string }) {
  return text === null ? <em className={classes.absent}>{absent}</em> : <span>{text}</span>
}

function Difference({ difference }: { readonly difference: UnitDifference }) {
  const { subject, field, before, after } = difference
  return (
    <tr>
      <th scope="row">
        {subject !== '' && <span className={classes.subject}>{subject}</span>}
        {field}
      </th>
      <td>
        <Side text={before} absent="no está" />
      </td>
      <td>
        <Side text={after} absent="no está" />
      </td>
    </tr>
  )
}

/** Two differences may read the same: the second gets a number. */
function keyed(differences: readonly UnitDifference[]) {
  const seen = new Map<string, number>()
  return differences.map((difference) => {
    const name = `${difference.subject} ${difference.field}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { key: `${name} ${count}`, difference }
  })
}

/** Field by field, what is here and what comes. */
function Differences({ unit }: { readonly unit: ImportUnit }) {
  return (
    <div className={classes.differences}>
      <table>
        <caption className={classes.hidden}>Diferencias de {unit.title}</caption>
        <thead>
          <tr>
            <th scope="col">Qué</th>
            <th scope="col">Aquí</th>
            <th scope="col">En el expediente</th>
          </tr>
        </thead>
        <tbody>
          {keyed(unit.differences).map(({ key, difference }) => (
            <Difference key={key} difference={difference} />
          ))}
        </tbody>
      </table>
      {unit.moreDifferences > 0 && (
        <p className={classes.more}>… y {unit.moreDifferences.toLocaleString('es-MX')} diferencias más.</p>
      )}
    </div>
  )
}

export interface UnitRowProps {
  readonly unit: ImportUnit
  readonly choice: Choice
  /** Whether it comes only because another unit needs it. */
  readonly isBrought: boolean
  /** What has to be decided before it can come; joined, so that the row is drawn again only when it changes. */
  readonly heldBy: string
  readonly isOpen: boolean
  readonly onChoice: (id: string, choice: Choice) => void
  readonly onOpen: (id: string) => void
}

function toggleText({ state }: ImportUnit, count: number): string {
  if (state === 'new') return 'Ver qué trae'
  return count === 1 ? '1 diferencia' : `${count.toLocaleString('es-MX')} diferencias`
}

function ChoiceControl({ unit, choice, isBrought, onChoice }: UnitRowProps) {
  if (unit.state === 'identical' || unit.state === 'older') return null
  if (unit.state === 'conflict') {
    return (
      <SegmentedControl
        size="xs"
        aria-label={`Qué hacer con ${unit.title}`}
        data={CONFLICT_CHOICES.map((each) => ({ ...each }))}
        value={choice}
        onChange={(value) => {
          if (isChoice(value)) onChoice(unit.id, value)
        }}
      />
    )
  }
  return (
    <Checkbox
      aria-label={`Importar ${KIND_WORDS[unit.kind].toLowerCase()} ${unit.title}`}
      checked={choice === 'take'}
      disabled={isBrought}
      data-unit-choice
      onChange={(event) => onChoice(unit.id, event.currentTarget.checked ? 'take' : 'leave')}
    />
  )
}

/** One unit: whether it comes, what it is, what would change. */
export const UnitRow = memo(function UnitRow(props: UnitRowProps) {
  const { unit, isBrought, heldBy, isOpen, onOpen } = props
  const count = unit.differences.length + unit.moreDifferences
  return (
    <li className={classes.unit} data-unit={unit.state}>
      <div className={classes.unitHead}>
        {unit.state !== 'conflict' && <ChoiceControl {...props} />}
        <span className={classes.kind}>{KIND_WORDS[unit.kind]}</span>
        <span className={classes.unitTitle}>
          <span>{unit.title}</span>
          {unit.detail !== '' && <span className={classes.unitDetail}>{unit.detail}</span>}
          {heldBy !== '' && <span className={classes.unitDetail}>espera a que se decida: {heldBy}</span>}
          {isBrought && <span className={classes.unitDetail}>viene con lo que eligió</span>}
        </span>
        {unit.state === 'conflict' && <ChoiceControl {...props} />}
        {count > 0 && (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen}
            onClick={() => onOpen(unit.id)}
          >
            {isOpen ? 'Ocultar' : toggleText(unit, count)}
          </button>
        )}
      </div>
      {unit.warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          <span aria-hidden="true">! </span>
          {warning}
        </p>
      ))}
      {isOpen && count > 0 && <Differences unit={unit} />}
    </li>
  )
})
