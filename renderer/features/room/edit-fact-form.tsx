import { Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import {
  BALLOT_WORDS,
  ballotOptionSchema,
  describeFact,
  type EffectiveFact,
  type FactId,
  type PlainFactBody,
} from '../../../shared/domain/sessions'
import { clockTimeSchema, isClockTime } from '../../../shared/lib/iso-date'
import {
  becauseOf,
  becauseProblem,
  choicesOf,
  type EditFields,
  editedBody,
  fieldsOf,
  movedWarning,
  type RestBallots,
  restVoters,
  textOf,
  voidWarning,
} from './edit-fact-model'
import { closeForm, FormFrame } from './form-frame'
import classes from './room.module.css'
import type { Room } from './use-room'

interface PartProps {
  readonly room: Room
  readonly body: PlainFactBody
  readonly form: UseFormReturn<EditFields>
}

const BECAUSE_LABELS: Partial<Record<PlainFactBody['kind'], string>> = {
  ballot: 'Razón del voto (opcional)',
  'vote-closed': 'Razón de lo declarado',
}

/** What the fact was, besides when. */
function ChoiceFields({ room, body, form }: PartProps) {
  const { register, formState } = form
  const choices = choicesOf(room.state.plan, body)
  return (
    <>
      {body.kind === 'speech' && (
        <TextInput className={classes.wide ?? ''} label="Quién" {...register('who')} />
      )}
      {choices && (
        <NativeSelect
          className={classes.wide ?? ''}
          label="Qué fue"
          data={Object.entries(choices.options).map(([value, label]) => ({ value, label }))}
          {...register('choice')}
        />
      )}
      {becauseOf(body) !== null && (
        <TextInput
          className={classes.wide ?? ''}
          label={BECAUSE_LABELS[body.kind] ?? 'Motivo (opcional)'}
          maxLength={2000}
          error={formState.errors.because?.message}
          {...register('because', {
            validate: (_, fields) => becauseProblem(body, fields) ?? true,
          })}
        />
      )}
      {body.kind === 'vote-opened' && (
        <TextInput
          className={classes.wide ?? ''}
          label="Qué se vota (en blanco, el punto)"
          maxLength={2000}
          {...register('subject')}
        />
      )}
      {body.kind === 'agreement' && <TextInput label="Número" {...register('number')} />}
      {body.kind === 'commitment' && (
        <>
          <TextInput className={classes.wide ?? ''} label="Responsables" {...register('responsible')} />
          <TextInput className={classes.wide ?? ''} label="Plazo" {...register('due')} />
        </>
      )}
    </>
  )
}

interface BallotsProps {
  readonly room: Room
  readonly fact: EffectiveFact
  readonly rest: RestBallots
  readonly onChange: (rest: RestBallots) => void
}

const BALLOT_CHOICES = ballotOptionSchema.options.map((option) => ({
  value: option,
  label: BALLOT_WORDS[option],
}))

/** Seat by seat, what everybody did who voted with one key. */
function BallotFields({ room, fact, rest, onChange }: BallotsProps) {
  const voters = restVoters(room.state, fact)
  if (!voters) return null
  return (
    <div className={classes.ballots}>
      {voters.map(([attendee]) => (
        <NativeSelect
          key={attendee.id}
          size="xs"
          label={attendee.areaAcronym || attendee.shortName}
          data={BALLOT_CHOICES}
          value={rest.get(attendee.id)?.option ?? ''}
          onChange={(event) => {
            const option = ballotOptionSchema.parse(event.currentTarget.value)
            const reason = rest.get(attendee.id)?.reason ?? null
            onChange(new Map(rest).set(attendee.id, { option, reason }))
          }}
        />
      ))}
    </div>
  )
}

function WhenAndWhy({ room, body, form }: PartProps) {
  const { register, formState } = form
  return (
    <div className={classes.editRow}>
      <TextInput
        label="Hora"
        w={110}
        autoFocus
        error={formState.errors.time?.message}
        {...register('time', { validate: (time) => isClockTime(time) || 'Escriba la hora como 11:35.' })}
      />
      <ChoiceFields room={room} body={body} form={form} />
      <TextInput
        className={classes.wide ?? ''}
        label="Motivo de la corrección (opcional)"
        {...register('reason')}
      />
    </div>
  )
}

interface FactProps {
  readonly room: Room
  readonly fact: EffectiveFact
}

function FactForm({ room, fact }: FactProps) {
  const { body } = fact
  const { plan } = room.state
  const form = useForm<EditFields>({ defaultValues: fieldsOf(plan, fact) })
  const { register, handleSubmit, formState, getValues } = form
  const [rest, setRest] = useState<RestBallots>(
    () => new Map((restVoters(room.state, fact) ?? []).map(([attendee, cast]) => [attendee.id, cast])),
  )
  const send = async (replacement: Parameters<Room['correct']>[0]['replacement'], typed: string) => {
    const reason = typed.trim() === '' ? null : typed.trim()
    if (await room.correct({ targetId: fact.id, replacement, reason })) closeForm(room)
  }
  const submit = handleSubmit((fields) =>
    send(
      { body: editedBody(plan, body, fields, rest), time: clockTimeSchema.parse(fields.time) },
      fields.reason,
    ),
  )
  const together = voidWarning(body)
  const moved = movedWarning(room.state.facts, fact)
  const mayBeEmpty = body.kind === 'item-reviewed'
  return (
    <FormFrame
      room={room}
      label={`Corregir: ${describeFact(plan, body)}`}
      onSubmit={submit}
      submitWord="Corregir"
    >
      <WhenAndWhy room={room} body={body} form={form} />
      {moved !== null && (
        <Text size="xs" c="var(--q-muted)">
          {moved}
        </Text>
      )}
      <BallotFields room={room} fact={fact} rest={rest} onChange={setRest} />
      {textOf(body) !== null && (
        <Textarea
          label={mayBeEmpty ? 'Nota (opcional)' : 'Texto'}
          autosize
          minRows={2}
          maxRows={8}
          error={formState.errors.text?.message}
          {...register('text', {
            validate: (text) => mayBeEmpty || text.trim() !== '' || 'Falta el texto.',
          })}
        />
      )}
      <Button
        type="button"
        size="xs"
        variant="default"
        mt={6}
        onClick={() => void send(null, getValues('reason'))}
      >
        {together === null ? 'Anular este hecho' : 'Anular la votación'}
      </Button>
      {together !== null && (
        <Text size="xs" c="var(--q-muted)">
          {together}
        </Text>
      )}
    </FormFrame>
  )
}

/** Corrects an earlier fact: the original stays stored, and the new wording counts in its place. */
export function EditFactForm({ room, factId }: { readonly room: Room; readonly factId: FactId }) {
  const fact = room.state.facts.find((each) => each.id === factId)
  return fact ? <FactForm room={room} fact={fact} /> : null
}
