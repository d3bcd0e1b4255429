import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { type BodyDraft, bodyDraftSchema } from '../../../shared/domain/bodies/preset-blank'
import { bodyFields } from '../../../shared/domain/bodies/preset-fields'
import { createBody } from '../../commands/bodies/create-body'
import { useDeps } from '../../commands/deps'
import { FieldGrid } from '../../ui/field-grid'
import { Kbd } from '../../ui/kbd'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'
import { useShortcuts } from '../../ui/use-shortcuts'
import classes from './welcome.module.css'

const BLANK: BodyDraft = {
  name: '',
  shortName: 'el Comité',
  acronym: '',
  institution: '',
  gender: 'm',
  timeZone: 'America/Mexico_City',
  agreementPattern: '',
}

interface NewBodyFormProps {
  readonly onCreated: (bodyId: string) => void
  readonly onBack: () => void
}

/** Form of a body of one's own; its rules start as the proposed ones and are changed in Ajustes. */
export function NewBodyForm({ onCreated, onBack }: NewBodyFormProps) {
  const deps = useDeps()
  const notify = useNotify()
  const form = useForm<BodyDraft>({ defaultValues: BLANK, resolver: zodResolver(bodyDraftSchema) })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (draft) => {
    const created = await createBody(deps, draft)
    if (created.ok) onCreated(created.value.bodyId)
    else if (created.error.kind === 'acronym-taken') {
      form.setError(
        'acronym',
        { message: `Esa sigla ya es de «${created.error.by}».` },
        { shouldFocus: true },
      )
    } else notify({ kind: 'error', text: saveFailureText('el órgano') })
  })
  useShortcuts({ 'ctrl+enter': () => void submit() })
  useEffect(() => form.setFocus('name'), [form])
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onBack()}
    >
      <Title order={1} className={classes.heading} mb={20}>
        Crear otro órgano
      </Title>
      <FieldGrid
        fields={bodyFields(BLANK.timeZone)}
        register={(name) => form.register(name)}
        errorOf={(name) => errors[name]?.message}
      />
      <Group justify="space-between" mt={24}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} />}
          rightSection={<Kbd keys="Esc" />}
          onClick={onBack}
        >
          Volver
        </Button>
        <Button type="submit" rightSection={<Kbd keys="Ctrl+Enter" />} loading={isSubmitting}>
          Crear órgano
        </Button>
      </Group>
    </form>
  )
}
