import { zodResolver } from '@hookform/resolvers/zod'
import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import {
  ROLE_LABELS,
  type SeatDraft,
  seatDraftSchema,
  seatRoleSchema,
  sitsAsMember,
} from '../../../shared/domain/people'
import type { Result } from '../../../shared/lib/result'
import type { DirectoryEdited, DirectoryFailure } from '../../commands/directory/failures'
import classes from './directory.module.css'
import { FormButtons } from './form-buttons'
import { useSavedForm } from './use-saved-form'

const ROLES = Object.entries(ROLE_LABELS).map(([value, label]) => ({ value, label }))

interface SeatFormProps {
  readonly draft: SeatDraft
  /** A seat that does not exist yet: the form opens on its name. */
  readonly isNew: boolean
  readonly save: (draft: SeatDraft) => Promise<Result<DirectoryEdited, DirectoryFailure>>
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** Vote and signature follow the role until the user says otherwise. */
function useRoleDefaults(form: UseFormReturn<SeatDraft, unknown, SeatDraft>, isNew: boolean) {
  return (typed: string) => {
    const role = seatRoleSchema.safeParse(typed)
    if (!isNew || !role.success) return
    const { dirtyFields } = form.formState
    if (!dirtyFields.hasVote) form.setValue('hasVote', sitsAsMember(role.data))
    if (!dirtyFields.signs) form.setValue('signs', sitsAsMember(role.data))
  }
}

function SeatFields({
  form,
  isNew,
}: {
  readonly form: UseFormReturn<SeatDraft, unknown, SeatDraft>
  readonly isNew: boolean
}) {
  const { errors } = form.formState
  const followRole = useRoleDefaults(form, isNew)
  return (
    <>
      <Textarea label="Nombre del área" rows={2} error={errors.name?.message} {...form.register('name')} />
      <div className={classes.pair}>
        <TextInput label="Sigla" error={errors.acronym?.message} {...form.register('acronym')} />
        <NativeSelect
          label="Rol"
          data={ROLES}
          error={errors.role?.message}
          {...form.register('role', { onChange: (event) => followRole(event.target.value) })}
        />
      </div>
      <Group gap="xl" py={4}>
        <Checkbox label="Tiene voto" {...form.register('hasVote')} />
        <Checkbox label="Firma la minuta" {...form.register('signs')} />
      </Group>
      <div className={classes.pair}>
        <TextInput
          type="date"
          label="Desde"
          error={errors.validFrom?.message}
          {...form.register('validFrom')}
        />
        <TextInput
          type="date"
          label="Hasta"
          error={errors.validUntil?.message}
          {...form.register('validUntil')}
        />
      </div>
    </>
  )
}

/** Form of a seat: what it is called, what it does, and while when. */
export function SeatForm({ draft, isNew, save, onCancel, children }: SeatFormProps) {
  const form = useForm<SeatDraft, unknown, SeatDraft>({
    values: draft,
    resolver: zodResolver(seatDraftSchema),
    shouldFocusError: false,
  })
  const saved = useSavedForm(form, save)
  useEffect(() => {
    if (isNew) form.setFocus('name')
  }, [form, isNew])
  return (
    <form
      noValidate
      className={classes.form}
      aria-label="Área"
      onSubmit={saved.onSubmit}
      onBlur={saved.onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) saved.onSubmit(event)
      }}
    >
      <SeatFields form={form} isNew={isNew} />
      <FormButtons
        isDirty={saved.isDirty || isNew}
        onDiscard={() => {
          form.reset()
          onCancel()
        }}
      >
        {children}
      </FormButtons>
    </form>
  )
}
