import { Textarea, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { draftName, readDraft, useFormDraft } from './drafts'
import { closeForm, FormFrame } from './form-frame'
import { RestoredNote } from './restored-note'
import classes from './room.module.css'
import type { RoomForm } from './room-ui'
import type { Room } from './use-room'

interface Fields {
  readonly text: string
  readonly responsible: string
  readonly due: string
}

interface CommitmentFormProps {
  readonly room: Room
  readonly form: Extract<RoomForm, { kind: 'commitment' }>
}

/** Somebody was asked for something: what, who answers for it, by when, in the words used. */
export function CommitmentForm({ room, form }: CommitmentFormProps) {
  const name = draftName('commitment', form.pointId)
  const fields = useForm<Fields>({
    defaultValues: { text: form.text, responsible: '', due: '', ...readDraft(name) },
  })
  const { register, handleSubmit, formState } = fields
  const { wasRestored, forget } = useFormDraft(name, fields)
  const submit = handleSubmit(async ({ text, responsible, due }) => {
    const done = await room.record({
      kind: 'commitment',
      pointId: form.pointId,
      sourceFactId: form.sourceFactId,
      text: text.trim(),
      responsible: responsible
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      due: due.trim() === '' ? null : due.trim(),
    })
    if (!done) return
    forget()
    closeForm(room)
  })
  return (
    <FormFrame room={room} label="Compromiso para seguimiento" onSubmit={submit}>
      <RestoredNote shown={wasRestored} />
      <Textarea
        label={form.sourceFactId === null ? 'Qué se pidió' : 'Qué se pidió (tomado de la intervención)'}
        autoFocus
        autosize
        minRows={1}
        maxRows={6}
        error={formState.errors.text?.message}
        {...register('text', { validate: (text) => text.trim() !== '' || 'Falta escribir qué se pidió.' })}
      />
      <div className={classes.speechRow}>
        <TextInput
          className={classes.grow ?? ''}
          label="Responsables (áreas separadas por comas)"
          {...register('responsible')}
        />
        <TextInput
          className={classes.grow ?? ''}
          label="Plazo, como se dijo"
          placeholder="a la brevedad"
          {...register('due')}
        />
      </div>
    </FormFrame>
  )
}
