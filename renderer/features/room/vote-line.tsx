import {
  BALLOT_WORDS,
  type ClosedVote,
  findAttendee,
  type SessionState,
  type Vote,
} from '../../../shared/domain/sessions'
import { capitalize, joinSpanish } from '../../../shared/lib/spanish'
import { StateMark } from '../../ui/state-mark'
import { ballotIn, votersOf } from './keys-vote'
import classes from './room.module.css'
import { countsText, resultWord } from './vote-words'

interface VoteLineProps {
  readonly state: SessionState
  readonly vote: Vote
}

function seatOf(state: SessionState, id: Parameters<typeof findAttendee>[1]): string {
  const attendee = findAttendee(state.plan, id)
  return attendee ? attendee.areaAcronym || attendee.shortName : '?'
}

function dissent(state: SessionState, vote: ClosedVote): string {
  const named = (option: 'no' | 'abstain' | 'recused' | 'not-voting') =>
    vote.electorate.filter((entry) => entry.option === option).map((entry) => seatOf(state, entry.attendeeId))
  return (['no', 'abstain', 'recused', 'not-voting'] as const)
    .filter((option) => named(option).length > 0)
    .map((option) => `${BALLOT_WORDS[option]}: ${joinSpanish(named(option))}`)
    .join(' · ')
}

/** What each seat gave as reason of its vote. */
function Reasons({ state, vote }: VoteLineProps) {
  return votersOf(vote).map((id) => {
    const ballot = ballotIn(vote, id)
    return (
      ballot?.reason && (
        <p key={id} className={classes.reason}>
          <strong>{seatOf(state, id)}</strong>, {BALLOT_WORDS[ballot.option]}: {ballot.reason}
        </p>
      )
    )
  })
}

function Outcome({ state, vote }: { readonly state: SessionState; readonly vote: ClosedVote }) {
  const names = dissent(state, vote)
  return (
    <div className={classes.result} data-testid="vote-result">
      <StateMark
        kind={vote.result.kind === 'approved' ? 'yes' : vote.result.kind === 'tied' ? 'warning' : 'no'}
        word={capitalize(resultWord(vote.result))}
      />
      <span>{countsText(vote.counts)}</span>
      {names !== '' && <span className={classes.small}>{names}</span>}
    </div>
  )
}

/** A vote in the record of its point: what was voted, how it came out, and what was said for it. */
export function VoteLine({ state, vote }: VoteLineProps) {
  return (
    <div className={classes.voteLine}>
      {vote.subject !== null && (
        <p className={classes.subject}>
          <span className={classes.what}>{vote.status === 'open' ? 'Se vota:' : 'Se votó:'}</span>{' '}
          {vote.subject}
        </p>
      )}
      {vote.status === 'closed' && <Outcome state={state} vote={vote} />}
      {vote.status === 'closed' && vote.declaredReason !== null && (
        <p className={classes.reason}>Se declaró por esta razón: {vote.declaredReason}</p>
      )}
      <Reasons state={state} vote={vote} />
    </div>
  )
}
