import { Textarea, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { closeForm, FormFrame } from './form-frame'
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
  const { currentPointId } = room.state
  const { register, handleSubmit, formState } = useForm<Fields>({
    defaultValues: { text: form.text, responsible: '', due: '' },
  })
  const submit = handleSubmit(async ({ text, responsible, due }) => {
    if (currentPointId === null) return
    const done = await room.record({
      kind: 'commitment',
      pointId: currentPointId,
      sourceFactId: form.sourceFactId,
      text: text.trim(),
      responsible: responsible
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      due: due.trim() === '' ? null : due.trim(),
    })
    if (done) closeForm(room)
  })
  return (
    <FormFrame room={room} label="Compromiso para seguimiento" onSubmit={() => void submit()}>
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
