import { NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import type { SessionDraft } from '../../../shared/domain/sessions'
import { MODALITY_LABELS, optionsOf, TYPE_LABELS } from './labels'
import classes from './session-fields.module.css'

interface SessionFieldsProps {
  readonly form: UseFormReturn<SessionDraft>
  /** Type or date changed: the ordinal may have to be proposed again. */
  readonly onIdentityChange: () => void
  readonly size: 'xs' | 'sm'
}

function TypeToggle({ form, onIdentityChange, size }: SessionFieldsProps) {
  const field = form.register('type', { onChange: onIdentityChange })
  return (
    <fieldset className={`${classes.type} ${classes[size]}`}>
      <legend className={classes.legend}>Tipo</legend>
      <div className={classes.segments}>
        {optionsOf(TYPE_LABELS).map(({ value, label }) => (
          <label key={value} className={classes.segment}>
            <input type="radio" value={value} {...field} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The fields of a session: what kind, when and where. Problems show under the field they belong to. */
export function SessionFields(props: SessionFieldsProps) {
  const { form, onIdentityChange, size } = props
  const { errors } = form.formState
  return (
    <div className={classes.fields}>
      <TypeToggle {...props} />
      <NativeSelect
        size={size}
        className={classes.modality ?? ''}
        label="Modalidad"
        data={optionsOf(MODALITY_LABELS)}
        error={errors.modality?.message}
        {...form.register('modality')}
      />
      <TextInput
        size={size}
        className={`${classes.ordinal} ${classes.first}`}
        label="Número"
        inputMode="numeric"
        error={errors.ordinal?.message}
        {...form.register('ordinal')}
      />
      <TextInput
        size={size}
        className={classes.day ?? ''}
        label="Fecha"
        type="date"
        min="1990-01-01"
        max="2100-12-31"
        error={errors.date?.message}
        {...form.register('date', { onChange: onIdentityChange })}
      />
      <TextInput
        size={size}
        className={classes.hour ?? ''}
        label="Hora"
        type="time"
        error={errors.time?.message}
        {...form.register('time')}
      />
      <TextInput
        size={size}
        className={`${classes.place} ${classes.first}`}
        label="Lugar"
        placeholder="Sala, edificio, piso"
        error={errors.place?.message}
        {...form.register('place')}
      />
    </div>
  )
}
