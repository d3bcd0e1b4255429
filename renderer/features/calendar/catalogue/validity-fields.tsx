import { DateField } from '../../../ui/date-field'
import classes from './catalogue.module.css'

interface Validity {
  readonly validFrom: string
  readonly validUntil: string
}

interface ValidityFieldsProps {
  readonly value: Validity
  readonly errorOf: (field: keyof Validity) => string | undefined
  readonly onChange: (change: Partial<Validity>) => void
}

/** From when until when something of the catalogue is in force; blank without end. */
export function ValidityFields({ value, errorOf, onChange }: ValidityFieldsProps) {
  return (
    <div className={classes.two}>
      <DateField
        label="Vigente desde"
        value={value.validFrom}
        error={errorOf('validFrom')}
        onChange={(validFrom) => onChange({ validFrom })}
      />
      <DateField
        label="Vigente hasta"
        value={value.validUntil}
        error={errorOf('validUntil')}
        onChange={(validUntil) => onChange({ validUntil })}
      />
    </div>
  )
}
