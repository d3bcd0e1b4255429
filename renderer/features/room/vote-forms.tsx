import { NativeSelect, Text, Textarea } from '@mantine/core'
import { useForm } from 'react-hook-form'
import {
  type AttendeeId,
  attendeeIdSchema,
  BALLOT_WORDS,
  computedResult,
  DECLARED_WORDS,
  findAttendee,
  type PointId,
  type Vote,
  type VoteId,
  voteIdSchema,
  withDeclared,
  withReason,
  withSubject,
} from '../../../shared/domain/sessions'
import { capitalize } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { closeForm, FormFrame } from './form-frame'
import { ballotIn, votersOf } from './keys-vote'
import classes from './room.module.css'
import type { Room } from './use-room'
import { resultWord } from './vote-words'

/** Longest text that the session file can carry of a subject or a reason. */
const LONGEST = 2000

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

interface SubjectFormProps {
  readonly room: Room
  readonly pointId: PointId
  readonly voteId: VoteId | null
}

/** What is voted when it is not the point itself: opens the vote with it, or writes it over the running one. */
export function SubjectForm({ room, pointId, voteId }: SubjectFormProps) {
  const { effects } = useDeps()
  const before = voteId === null ? null : (room.state.votes.get(voteId)?.subject ?? null)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { subject: before ?? '' } })
  const send = async (subject: string | null): Promise<boolean> => {
    if (voteId === null) {
      const opened = voteIdSchema.parse(effects.newId())
      return room.record({ kind: 'vote-opened', voteId: opened, pointId, subject })
    }
    const change = withSubject(room.state, voteId, subject)
    if (subject === before || !change) return true
    return room.correct(
      { ...change, reason: null },
      subject === null ? 'Se vota el punto.' : 'Se anotó qué se vota.',
    )
  }
  const submit = handleSubmit(async ({ subject }) => {
    if (await send(orNull(subject))) closeForm(room)
  })
  const needed = voteId === null
  return (
    <FormFrame
      room={room}
      label={needed ? 'Votar otra cosa que el punto' : 'Asunto de la votación'}
      onSubmit={submit}
      submitWord={needed ? 'Abrir la votación' : 'Anotar'}
    >
      <Textarea
        label="Qué se vota"
        description={
          needed
            ? 'El resultado será de esto, y el punto seguirá sin resultado. Para votar el punto use V.'
            : 'En blanco, se vota el punto. Con asunto propio, el punto seguirá sin resultado.'
        }
        autoFocus
        autosize
        minRows={1}
        maxRows={4}
        maxLength={LONGEST}
        error={formState.errors.subject?.message}
        {...register('subject', {
          validate: (text) =>
            !needed || text.trim() !== '' || 'Falta escribir qué se vota. Para votar el punto use V.',
        })}
      />
    </FormFrame>
  )
}

interface ReasonFieldsProps {
  readonly room: Room
  readonly vote: Vote
  readonly attendeeId: AttendeeId
}

function seatName(room: Room, id: AttendeeId): string {
  const attendee = findAttendee(room.state.plan, id)
  return attendee ? attendee.areaAcronym || attendee.shortName : '?'
}

function ReasonFields({ room, vote, attendeeId }: ReasonFieldsProps) {
  const voters = votersOf(vote)
  const reasonOf = (id: AttendeeId) => ballotIn(vote, id)?.reason ?? ''
  const { register, handleSubmit, setValue } = useForm({
    defaultValues: { who: String(attendeeId), reason: reasonOf(attendeeId) },
  })
  const submit = handleSubmit(async (fields) => {
    const who = attendeeIdSchema.parse(fields.who)
    const reason = orNull(fields.reason)
    const change = withReason(room.state, vote.id, who, reason)
    const name = seatName(room, who)
    const done = reason === null ? `Se quitó el motivo de ${name}.` : `Se anotó el motivo de ${name}.`
    const isSame = orNull(reasonOf(who)) === reason
    if (isSame || !change || (await room.correct({ ...change, reason: null }, done))) closeForm(room)
  })
  const { onChange, ...who } = register('who')
  return (
    <FormFrame room={room} label="Motivo del voto" onSubmit={submit}>
      <div className={classes.speechRow}>
        <NativeSelect
          label="De quién"
          data={voters.map((id) => ({
            value: id,
            label: `${seatName(room, id)}, ${BALLOT_WORDS[ballotIn(vote, id)?.option ?? 'absent']}`,
          }))}
          onChange={(event) => {
            setValue('reason', reasonOf(attendeeIdSchema.parse(event.currentTarget.value)))
            return onChange(event)
          }}
          {...who}
        />
        <Textarea
          className={classes.grow ?? ''}
          label="Motivo"
          description="Irá en la minuta después del resultado. En blanco, se quita."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoFocus
          autosize
          minRows={1}
          maxRows={5}
          maxLength={LONGEST}
          {...register('reason')}
        />
      </div>
    </FormFrame>
  )
}

interface ReasonFormProps {
  readonly room: Room
  readonly voteId: VoteId
  readonly attendeeId: AttendeeId
}

/** Why a seat voted as it did. Its vote is not touched. */
export function ReasonForm({ room, voteId, attendeeId }: ReasonFormProps) {
  const vote = room.state.votes.get(voteId)
  return vote ? <ReasonFields room={room} vote={vote} attendeeId={attendeeId} /> : null
}

const COMPUTED = 'computed'
const DECLARABLE = ['approved', 'rejected'] as const

function DeclareFields({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  const computed = computedResult(room.state, vote)
  const before = vote.status === 'closed' ? vote.declaredReason : null
  const other = computed.kind === 'approved' ? 'rejected' : 'approved'
  const { register, handleSubmit, watch, formState } = useForm<{ result: string; reason: string }>({
    defaultValues: { result: other, reason: before ?? '' },
  })
  const takesBack = watch('result') === COMPUTED
  const submit = handleSubmit(async ({ result, reason }) => {
    const chosen = DECLARABLE.find((each) => each === result)
    const declared = chosen ? { result: chosen, reason: reason.trim() } : null
    if (vote.status === 'open') {
      if (await room.record({ kind: 'vote-closed', voteId: vote.id, declared })) closeForm(room)
      return
    }
    const change = withDeclared(room.state, vote.id, declared)
    const done = declared ? 'Se anotó el resultado declarado.' : 'Vale el resultado del cómputo.'
    if (!change || (await room.correct({ ...change, reason: null }, done))) closeForm(room)
  })
  const choices = [
    ...DECLARABLE.map((result) => ({ value: result, label: capitalize(DECLARED_WORDS[result]) })),
    ...(before === null ? [] : [{ value: COMPUTED, label: 'Lo que da el cómputo' }]),
  ]
  return (
    <FormFrame
      room={room}
      label="Declarar un resultado distinto del cómputo"
      onSubmit={submit}
      submitWord={vote.status === 'open' ? 'Cerrar y declarar' : 'Declarar'}
    >
      <Text size="sm">
        Los votos dan:{' '}
        <strong>
          {computed.kind === 'approved' ? 'aprobado por ' : ''}
          {resultWord(computed)}
        </strong>
        . La minuta dirá los votos, lo que se declaró y por qué.
      </Text>
      <div className={classes.speechRow}>
        <NativeSelect
          label="Se declara"
          autoFocus
          data={choices}
          error={formState.errors.result?.message}
          {...register('result', {
            validate: (result) =>
              result !== computed.kind || 'Es lo que dan los votos: no hace falta declararlo.',
          })}
        />
        {!takesBack && (
          <Textarea
            className={classes.grow ?? ''}
            label="Razón"
            autosize
            minRows={1}
            maxRows={5}
            maxLength={LONGEST}
            error={formState.errors.reason?.message}
            {...register('reason', {
              validate: (text, { result }) =>
                result === COMPUTED || text.trim() !== '' || 'Falta la razón: va en la minuta.',
            })}
          />
        )}
      </div>
    </FormFrame>
  )
}

/** The result that whoever presides declared, when it is not what the votes give, with its reason. */
export function DeclareForm({ room, voteId }: { readonly room: Room; readonly voteId: VoteId }) {
  const vote = room.state.votes.get(voteId)
  return vote ? <DeclareFields room={room} vote={vote} /> : null
}
