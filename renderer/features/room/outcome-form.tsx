import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { OUTCOME_WORDS, type PointId, pointOutcomeSchema } from '../../../shared/domain/sessions'
import { capitalize } from '../../../shared/lib/spanish'
import { closeForm, FormFrame } from './form-frame'
import classes from './room.module.css'
import type { Room } from './use-room'

const OUTCOMES = ['withdrawn', 'deferred', 'unrecorded', 'received'] as const

interface Fields {
  readonly outcome: string
  readonly reason: string
}

/** Another way for a point to end: withdrawn, deferred, or with no result on record. */
export function OutcomeForm({ room, pointId }: { readonly room: Room; readonly pointId: PointId }) {
  const { register, handleSubmit } = useForm<Fields>({ defaultValues: { outcome: 'withdrawn', reason: '' } })
  const submit = handleSubmit(async ({ outcome, reason }) => {
    const done = await room.record({
      kind: 'point-outcome',
      pointId,
      outcome: pointOutcomeSchema.parse(outcome),
      reason: reason.trim() === '' ? null : reason.trim(),
    })
    if (done) closeForm(room)
  })
  return (
    <FormFrame room={room} label="Otro resultado del punto" onSubmit={submit}>
      <div className={classes.speechRow}>
        <NativeSelect
          label="Resultado"
          autoFocus
          data={OUTCOMES.map((outcome) => ({ value: outcome, label: capitalize(OUTCOME_WORDS[outcome]) }))}
          {...register('outcome')}
        />
        <TextInput className={classes.grow ?? ''} label="Motivo (opcional)" {...register('reason')} />
      </div>
    </FormFrame>
  )
}
