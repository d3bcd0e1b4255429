import { NativeSelect, Textarea } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { type ItemId, outcomeFor, type ReviewLine, reviewFact } from '../../../shared/domain/follow-up'
import {
  type PointId,
  REVIEW_WORDS,
  type ReviewOutcome,
  reviewOutcomeSchema,
} from '../../../shared/domain/sessions'
import { capitalize } from '../../../shared/lib/spanish'
import { closeForm, FormFrame } from './form-frame'
import { REVIEW_KEYS } from './keys-review'
import classes from './room.module.css'
import type { Room } from './use-room'

interface Fields {
  readonly outcome: string
  readonly note: string
}

interface ReviewFormProps {
  readonly room: Room
  readonly pointId: PointId
  readonly itemId: ItemId
}

/** What the form begins with: what the session said already, or how the item stood. */
function outcomeSoFar({ record, standing, review }: ReviewLine): ReviewOutcome {
  if (review) return review.outcome
  return outcomeFor(record, standing.state === 'in-progress' ? 'in-progress' : 'pending')
}

function LineForm({ room, pointId, line }: Omit<ReviewFormProps, 'itemId'> & { readonly line: ReviewLine }) {
  const { record, review } = line
  const outcomes = Object.values(REVIEW_KEYS).map((outcome) => outcomeFor(record, outcome))
  const { register, handleSubmit } = useForm<Fields>({
    defaultValues: { outcome: outcomeSoFar(line), note: review?.note ?? '' },
  })
  const submit = handleSubmit(async ({ outcome, note }) => {
    const said = note.trim() === '' ? null : note.trim()
    const isSame = review?.outcome === outcome && review.note === said
    const listed = room.review?.length ?? 1
    const fact = reviewFact(line, pointId, reviewOutcomeSchema.parse(outcome), said, listed)
    if (isSame || (await room.record(fact))) closeForm(room)
  })
  return (
    <FormFrame room={room} label={`${record.item.code}: ${record.item.title}`} onSubmit={submit}>
      <div className={classes.speechRow}>
        <NativeSelect
          label="Cómo queda"
          data={outcomes.map((outcome) => ({ value: outcome, label: capitalize(REVIEW_WORDS[outcome]) }))}
          {...register('outcome')}
        />
        <Textarea
          className={classes.grow ?? ''}
          label="Qué se dijo (opcional)"
          autoFocus
          autosize
          minRows={1}
          maxRows={5}
          {...register('note')}
        />
      </div>
    </FormFrame>
  )
}

/** How a pending item stands, with what was said of it. */
export function ReviewForm({ room, pointId, itemId }: ReviewFormProps) {
  const line = room.review?.find(({ record }) => record.item.id === itemId)
  return line ? <LineForm room={room} pointId={pointId} line={line} /> : null
}
