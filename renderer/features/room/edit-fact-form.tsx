import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import {
  ACT_WORDS,
  BALLOT_WORDS,
  ballotOptionSchema,
  describeFact,
  type EffectiveFact,
  type FactId,
  OUTCOME_WORDS,
  type PlainFactBody,
  PRESENCE_WORDS,
  plainFactBodySchema,
  pointOutcomeSchema,
  presenceStatusSchema,
  speechActSchema,
} from '../../../shared/domain/sessions'
import { type ClockTime, clockTimeSchema, isClockTime } from '../../../shared/lib/iso-date'
import { closeForm, FormFrame } from './form-frame'
import classes from './room.module.css'
import type { Room } from './use-room'

interface Fields {
  readonly time: string
  readonly choice: string
  readonly text: string
  readonly number: string
  readonly reason: string
}

/** What can be chosen anew in a fact, with the words it has on screen; null when nothing can. */
function choicesOf(
  body: PlainFactBody,
): { readonly value: string; readonly options: Readonly<Record<string, string>> } | null {
  const pick = (values: readonly string[], words: Readonly<Record<string, string>>) =>
    Object.fromEntries(values.map((value) => [value, words[value] ?? value]))
  switch (body.kind) {
    case 'ballot':
    case 'ballots-rest':
      return { value: body.option, options: pick(ballotOptionSchema.options, BALLOT_WORDS) }
    case 'casting-vote':
      return { value: body.option, options: pick(['yes', 'no'], BALLOT_WORDS) }
    case 'presence':
      return { value: body.status, options: pick(presenceStatusSchema.options, PRESENCE_WORDS) }
    case 'point-outcome':
      return { value: body.outcome, options: pick(pointOutcomeSchema.options, OUTCOME_WORDS) }
    case 'speech':
      return { value: body.act, options: pick(speechActSchema.options, ACT_WORDS) }
    default:
      return null
  }
}

const CHOICE_FIELD = {
  ballot: 'option',
  'ballots-rest': 'option',
  'casting-vote': 'option',
  presence: 'status',
  'point-outcome': 'outcome',
  speech: 'act',
} as const satisfies Partial<Record<PlainFactBody['kind'], string>>

/** The fact as the form now says it; parsed, so that nothing ill-formed reaches the rules. */
function editedBody(body: PlainFactBody, fields: Fields): PlainFactBody {
  const choiceField = body.kind in CHOICE_FIELD ? CHOICE_FIELD[body.kind as keyof typeof CHOICE_FIELD] : null
  return plainFactBodySchema.parse({
    ...body,
    ...(choiceField === null ? {} : { [choiceField]: fields.choice }),
    ...('text' in body ? { text: fields.text.trim() } : {}),
    ...('number' in body ? { number: fields.number.trim() === '' ? null : fields.number.trim() } : {}),
  })
}

function textOf(body: PlainFactBody): string {
  return 'text' in body ? body.text : ''
}

interface BodyProps {
  readonly room: Room
  readonly fact: EffectiveFact
}

function EditFields({ room, fact }: BodyProps) {
  const { body } = fact
  const choices = choicesOf(body)
  const { register, handleSubmit, formState, getValues } = useForm<Fields>({
    defaultValues: {
      time: fact.time,
      choice: choices?.value ?? '',
      text: textOf(body),
      number: 'number' in body ? (body.number ?? '') : '',
      reason: '',
    },
  })
  const send = async (replacement: { body: PlainFactBody; time: ClockTime } | null, reason: string) => {
    const done = await room.correct({
      targetId: fact.id,
      replacement,
      reason: reason.trim() === '' ? null : reason.trim(),
    })
    if (done) closeForm(room)
  }
  const submit = handleSubmit((fields) =>
    send({ body: editedBody(body, fields), time: clockTimeSchema.parse(fields.time) }, fields.reason),
  )
  return (
    <FormFrame
      room={room}
      label={`Corregir: ${describeFact(room.state.plan, body)}`}
      onSubmit={() => void submit()}
      submitWord="Corregir"
    >
      <div className={classes.speechRow}>
        <TextInput
          label="Hora"
          w={110}
          autoFocus
          error={formState.errors.time?.message}
          {...register('time', { validate: (time) => isClockTime(time) || 'Escriba la hora como 11:35.' })}
        />
        {choices && (
          <NativeSelect
            label="Qué fue"
            data={Object.entries(choices.options).map(([value, label]) => ({ value, label }))}
            {...register('choice')}
          />
        )}
        {'number' in body && <TextInput label="Número" {...register('number')} />}
        <TextInput
          className={classes.grow ?? ''}
          label="Motivo de la corrección (opcional)"
          {...register('reason')}
        />
      </div>
      {'text' in body && (
        <Textarea
          label="Texto"
          autosize
          minRows={2}
          maxRows={8}
          error={formState.errors.text?.message}
          {...register('text', { validate: (text) => text.trim() !== '' || 'Falta el texto.' })}
        />
      )}
      <Button
        type="button"
        size="xs"
        variant="default"
        mt={6}
        onClick={() => void send(null, getValues('reason'))}
      >
        Anular este hecho
      </Button>
    </FormFrame>
  )
}

/** Corrects an earlier fact: the original stays stored, and the new wording counts in its place. */
export function EditFactForm({ room, factId }: { readonly room: Room; readonly factId: FactId }) {
  const fact = room.state.facts.find((each) => each.id === factId)
  return fact ? <EditFields room={room} fact={fact} /> : null
}
