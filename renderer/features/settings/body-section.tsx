import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { Body } from '../../../shared/domain/bodies'
import { formatAgreementNumber, readAgreementPattern } from '../../../shared/domain/bodies'
import { type BodyDraft, bodyDraftSchema, draftOfBody } from '../../../shared/domain/bodies/preset-blank'
import { bodyFields } from '../../../shared/domain/bodies/preset-fields'
import { instantSchema, wallClock, yearOf } from '../../../shared/lib/iso-date'
import { changeBody } from '../../commands/bodies/change-body'
import { useDeps } from '../../commands/deps'
import { FieldGrid } from '../../ui/field-grid'
import { Section } from './section'
import classes from './settings.module.css'
import { useBodyChange } from './use-body-change'

/** How the first agreement of this year would be numbered. */
function NumberingExample({ pattern, timeZone }: { readonly pattern: string; readonly timeZone: string }) {
  const { effects } = useDeps()
  const isGood = pattern !== '' && readAgreementPattern(pattern).ok
  if (!isGood) return null
  const year = yearOf(wallClock(instantSchema.parse(effects.now()), timeZone).date)
  return (
    <p className={classes.example}>
      El primer acuerdo de {year} sería <strong>{formatAgreementNumber(pattern, 1, year)}</strong>.
    </p>
  )
}

/** Data of the body; what is written here goes into every document. */
export function BodySection({ body }: { readonly body: Body }) {
  const deps = useDeps()
  const change = useBodyChange()
  const form = useForm<BodyDraft>({ values: draftOfBody(body), resolver: zodResolver(bodyDraftSchema) })
  const { errors, isDirty, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (draft) => {
    const failure = await change('Datos del órgano guardados.', () => changeBody(deps, body.id, draft))
    if (failure?.kind === 'acronym-taken') {
      form.setError('acronym', { message: `Esa sigla ya es de «${failure.by}».` }, { shouldFocus: true })
    }
  })
  return (
    <Section title="Órgano" says="Sus datos van en la convocatoria, la lista de asistencia y la minuta.">
      <form noValidate onSubmit={submit}>
        <FieldGrid
          fields={bodyFields(body.timeZone)}
          register={(name) => form.register(name)}
          errorOf={(name) => errors[name]?.message}
        />
        <NumberingExample pattern={form.watch('agreementPattern').trim()} timeZone={body.timeZone} />
        <Group gap="sm" mt="lg">
          <Button type="submit" disabled={!isDirty} loading={isSubmitting}>
            Guardar datos
          </Button>
          {isDirty && (
            <Button variant="default" onClick={() => form.reset()}>
              Descartar
            </Button>
          )}
        </Group>
      </form>
    </Section>
  )
}
