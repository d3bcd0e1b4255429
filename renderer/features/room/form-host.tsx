import { AgreementForm } from './agreement-form'
import { CommitmentForm } from './commitment-form'
import { EditFactForm } from './edit-fact-form'
import { HelpSheet } from './help-sheet'
import { OutcomeForm } from './outcome-form'
import { ReviewForm } from './review-form'
import { SpeechForm } from './speech-form'
import { TimeForm } from './time-form'
import type { Room } from './use-room'
import { DeclareForm, ReasonForm, SubjectForm } from './vote-forms'

/** The form that has the keyboard, if any, under the record of the point. */
export function FormHost({ room }: { readonly room: Room }) {
  const { form } = room.ui
  switch (form?.kind) {
    case undefined:
      return null
    case 'speech':
      return <SpeechForm room={room} pointId={form.pointId} />
    case 'agreement':
      return <AgreementForm room={room} pointId={form.pointId} />
    case 'commitment':
      return <CommitmentForm key={form.sourceFactId} room={room} form={form} />
    case 'outcome':
      return <OutcomeForm room={room} pointId={form.pointId} />
    case 'vote-subject':
      return <SubjectForm room={room} pointId={form.pointId} voteId={form.voteId} />
    case 'vote-reason':
      return <ReasonForm room={room} voteId={form.voteId} attendeeId={form.attendeeId} />
    case 'declare':
      return <DeclareForm room={room} voteId={form.voteId} />
    case 'review':
      return <ReviewForm key={form.itemId} room={room} pointId={form.pointId} itemId={form.itemId} />
    case 'time':
      return <TimeForm room={room} />
    case 'edit':
      return <EditFactForm key={form.factId} room={room} factId={form.factId} />
    case 'help':
      return <HelpSheet room={room} />
  }
}
