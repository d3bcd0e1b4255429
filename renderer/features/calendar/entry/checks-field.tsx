import { Checkbox } from '@mantine/core'
import { CHECK_LABELS, type Check, type Checked, checksOf } from '../../../../shared/domain/publications'
import classes from './entry.module.css'

interface ChecksFieldProps {
  readonly checked: Checked
  readonly onChange: (confirmed: readonly Check[]) => void
}

const AUTOMATIC = { met: { shape: '✓', word: 'cumple' }, unmet: { shape: '✕', word: 'falta' } } as const

/** What the criteria ask: what the app sees by itself, and what a person answers for. */
export function ChecksField({ checked, onChange }: ChecksFieldProps) {
  const status = checksOf(checked)
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partTitle}>Verificaciones</legend>
      {(['has-image', 'no-capitals'] as const).map((check) => {
        const isMet = status[check] === 'met'
        const { shape, word } = AUTOMATIC[isMet ? 'met' : 'unmet']
        return (
          <p key={check} className={classes.check}>
            <span aria-hidden="true" className={isMet ? classes.good : classes.problem}>
              {shape}
            </span>
            <span>
              {CHECK_LABELS[check]}: <strong>{word}</strong>
            </span>
          </p>
        )
      })}
      {(['spelling-reviewed', 'public-information'] as const).map((check) => (
        <Checkbox
          key={check}
          size="sm"
          label={CHECK_LABELS[check]}
          checked={checked.confirmed.includes(check)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...checked.confirmed, check]
                : checked.confirmed.filter((other) => other !== check),
            )
          }
        />
      ))}
    </fieldset>
  )
}
