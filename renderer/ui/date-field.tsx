import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { isIsoDate } from '../../shared/lib/iso-date'

/** What a field holds when a day was begun and not finished, or does not exist: no date, and not empty. */
export const UNFINISHED_DAY = 'incompleta'

/** Keeps the year at four figures. */
const LAST_DAY = '9999-12-31'

interface DateFieldProps extends Omit<TextInputProps, 'type' | 'value' | 'onChange' | 'error'> {
  /** A day as written, empty for none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/**
 * A day, typed or chosen. The browser says nothing of half a day or of 30 February but gives an empty text:
 * here it is {@link UNFINISHED_DAY}, so that nobody takes it for no day at all.
 */
export function DateField({ value, onChange, error, ...rest }: DateFieldProps) {
  // Said once the field is left: while it is typed every day is half a day.
  const [isLeftHalf, setLeftHalf] = useState(false)
  const read = ({ validity, value: typed }: HTMLInputElement) => {
    const next = validity.badInput ? UNFINISHED_DAY : typed
    if (!validity.badInput) setLeftHalf(false)
    if (next !== value) onChange(next)
  }
  return (
    <TextInput
      max={LAST_DAY}
      {...rest}
      type="date"
      // An empty text keeps what is half typed; any other would wipe it.
      value={isIsoDate(value) ? value : ''}
      error={error ?? (isLeftHalf ? 'La fecha no existe o está incompleta.' : undefined)}
      onChange={(event) => read(event.currentTarget)}
      onKeyUp={(event) => read(event.currentTarget)}
      onBlur={(event) => {
        read(event.currentTarget)
        setLeftHalf(event.currentTarget.validity.badInput)
      }}
    />
  )
}
