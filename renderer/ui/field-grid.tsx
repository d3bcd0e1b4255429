import { NativeSelect, TextInput } from '@mantine/core'
import type { ChangeEvent, FocusEvent } from 'react'
import classes from './field-grid.module.css'

/** A field of a form as data. */
export interface GridField<N extends string> {
  readonly name: N
  readonly label: string
  readonly hint?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly wide?: boolean
}

/** What a form library gives to wire a control. */
export interface FieldWiring {
  readonly name: string
  readonly ref: (control: HTMLInputElement | HTMLSelectElement | null) => void
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => unknown
  readonly onBlur: (event: FocusEvent<HTMLInputElement | HTMLSelectElement>) => unknown
}

interface FieldGridProps<N extends string> {
  readonly fields: readonly GridField<N>[]
  readonly register: (name: N) => FieldWiring
  /** The problem of a field, shown under it. */
  readonly errorOf: (name: N) => string | undefined
}

/** Fields of a form in two columns; wide ones take both. */
export function FieldGrid<N extends string>({ fields, register, errorOf }: FieldGridProps<N>) {
  return (
    <div className={classes.grid}>
      {fields.map(({ name, label, hint, options, wide }) => {
        const common = {
          label,
          description: hint,
          error: errorOf(name),
          inputWrapperOrder: ['label', 'input', 'error', 'description'] as (
            | 'label'
            | 'input'
            | 'error'
            | 'description'
          )[],
          ...(wide ? { className: classes.wide ?? '' } : {}),
          ...register(name),
        }
        return options ? (
          <NativeSelect key={name} data={[...options]} {...common} />
        ) : (
          <TextInput key={name} {...common} />
        )
      })}
    </div>
  )
}
