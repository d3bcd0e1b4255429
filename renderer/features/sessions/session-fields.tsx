import { Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import type { SessionDraft } from '../../../shared/domain/sessions'
import { MODALITY_LABELS, optionsOf, TYPE_LABELS } from './labels'
import classes from './session-fields.module.css'

interface SessionFieldsProps {
  readonly form: UseFormReturn<SessionDraft>
  /** Type or date changed: the ordinal may have to be proposed again. */
  readonly onIdentityChange: () => void
}

function TypeToggle({ form, onIdentityChange }: SessionFieldsProps) {
  const field = form.register('type', { onChange: onIdentityChange })
  return (
    <Fieldset variant="unstyled" legend="Tipo" className={classes.type}>
      <div className={classes.segments}>
        {optionsOf(TYPE_LABELS).map(({ value, label }) => (
          <label key={value} className={classes.segment}>
            <input type="radio" value={value} {...field} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}

/** The fields of a session: what kind, when and where. Problems show under the field they belong to. */
export function SessionFields(props: SessionFieldsProps) {
  const { form, onIdentityChange } = props
  const { errors } = form.formState
  return (
    <Stack gap="sm">
      <TypeToggle {...props} />
      <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label="Número"
          inputMode="numeric"
          w={90}
          error={errors.ordinal?.message}
          {...form.register('ordinal')}
        />
        <TextInput
          label="Fecha"
          type="date"
          min="1990-01-01"
          max="2100-12-31"
          w={160}
          error={errors.date?.message}
          {...form.register('date', { onChange: onIdentityChange })}
        />
        <TextInput label="Hora" type="time" w={120} error={errors.time?.message} {...form.register('time')} />
      </Group>
      <TextInput
        label="Lugar"
        placeholder="Sala, edificio, piso"
        error={errors.place?.message}
        {...form.register('place')}
      />
      <NativeSelect
        label="Modalidad"
        data={optionsOf(MODALITY_LABELS)}
        error={errors.modality?.message}
        {...form.register('modality')}
      />
    </Stack>
  )
}
