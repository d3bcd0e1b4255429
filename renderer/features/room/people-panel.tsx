import {
  type Attendee,
  type BallotOption,
  computedResult,
  countOptions,
  isPresent,
  missingVoters,
  type OpenVote,
  openVoteOf,
  PRESENCE_WORDS,
  quorumOf,
  type SessionState,
} from '../../../shared/domain/sessions'
import { StateMark } from '../../ui/state-mark'
import classes from './people-panel.module.css'
import type { Room } from './use-room'
import { countsText, resultWord } from './vote-words'

/** Initials with the letters already typed made visible. */
function Initials({ person, typed }: { readonly person: Attendee; readonly typed: string }) {
  const done = typed !== '' && person.initials.startsWith(typed) ? typed.length : 0
  return (
    <span className={classes.initials}>
      <b>{person.initials.slice(0, done)}</b>
      {person.initials.slice(done)}
    </span>
  )
}

function presenceText(state: SessionState, person: Attendee): string {
  const presence = state.presence.get(person.id)
  if (!presence) return ''
  if (presence.status === 'away') return `salió ${presence.since}`
  if (presence.status === 'present' && presence.remote) return 'a distancia'
  return PRESENCE_WORDS[presence.status]
}

/** Mark of a seat in the vote on screen: the running one, or the last of the current point. */
function ballotOf(
  state: SessionState,
  vote: OpenVote | null,
  person: Attendee,
): BallotOption | 'absent' | null {
  if (vote) return vote.ballots.get(person.id)?.option ?? null
  const last = [...state.votes.values()].findLast((each) => each.pointId === state.currentPointId)
  if (last?.status !== 'closed') return null
  return last.electorate.find((entry) => entry.attendeeId === person.id)?.option ?? null
}

interface PersonRowProps {
  readonly person: Attendee
  readonly room: Room
  readonly vote: OpenVote | null
}

function PersonRow({ person, room, vote }: PersonRowProps) {
  const { state, ui } = room
  const present = isPresent(state.presence, person.id)
  const ballot = person.hasVote ? ballotOf(state, vote, person) : null
  const look = [
    classes.person,
    ui.selected === person.id ? classes.selectedPerson : '',
    present ? '' : classes.notPresent,
  ].join(' ')
  return (
    <li className={look} aria-current={ui.selected === person.id ? 'true' : undefined}>
      <button
        type="button"
        className={classes.personButton}
        onClick={() => room.setUi({ ...ui, mode: vote ? ui.mode : 'roll', typed: '', selected: person.id })}
        title={`${person.fullName} · ${person.charge}`}
      >
        <Initials person={person} typed={ui.typed} />
        <span className={classes.personName}>{person.areaAcronym || person.shortName}</span>
        <span className={classes.presence}>{presenceText(state, person)}</span>
      </button>
      <span className={classes.ballot}>
        {ballot ? (
          <StateMark kind={ballot} compact />
        ) : vote && person.hasVote && present ? (
          <span className={classes.missing}>falta</span>
        ) : null}
      </span>
    </li>
  )
}

function QuorumBox({ state }: { readonly state: SessionState }) {
  const quorum = quorumOf(state)
  return (
    <div
      className={`${classes.quorum} ${quorum.met ? classes.quorumMet : classes.quorumLacking}`}
      role="status"
    >
      <span className={classes.quorumLabel}>Quórum</span>
      <span className={classes.bigNumber} data-testid="quorum">
        {quorum.present} de {quorum.total}
      </span>
      <span>
        {quorum.met
          ? `hay quórum · se requieren ${quorum.required}`
          : `faltan ${quorum.required - quorum.present}`}
      </span>
    </div>
  )
}

function RunningVote({ state, vote }: { readonly state: SessionState; readonly vote: OpenVote }) {
  const missing = missingVoters(state, vote)
  const cast = countOptions([...vote.ballots.values()].map((ballot) => ballot.option))
  const result = computedResult(state, vote)
  return (
    <div className={classes.voteBox} role="status" data-testid="running-vote">
      <p className={classes.bigNumber}>
        <span className={classes.yes}>{cast.yes} ●</span> <span className={classes.no}>{cast.no} ✕</span>{' '}
        <span className={classes.abstain}>{cast.abstain} ◌</span>
      </p>
      {missing.length > 0 ? (
        <p className={classes.missingCount}>
          {missing.length === 1 ? 'falta 1' : `faltan ${missing.length}`}
        </p>
      ) : result.kind === 'tied' ? (
        <p>
          <strong>Empate.</strong> Alt+F o Alt+C: voto de calidad. Enter: cierra en empate.
        </p>
      ) : (
        <p>
          Resultado: <strong>{resultWord(result)}</strong>. Enter cierra.
        </p>
      )}
      <p className={classes.small}>{countsText(cast)}</p>
    </div>
  )
}

/** Presence, quorum and votes, seat by seat. */
export function PeoplePanel({ room }: { readonly room: Room }) {
  const { state, ui } = room
  const vote = openVoteOf(state)?.vote ?? null
  const members = state.plan.attendees.filter((person) => person.hasVote)
  const others = state.plan.attendees.filter((person) => !person.hasVote)
  const active = ui.mode === 'roll' || vote !== null
  return (
    <section
      className={`${classes.people} ${active ? classes.activePanel : ''}`}
      aria-label="Asistencia y votos"
    >
      <QuorumBox state={state} />
      {vote && <RunningVote state={state} vote={vote} />}
      <h2 className={classes.panelTitle}>Con voto</h2>
      <ul className={classes.persons}>
        {members.map((person) => (
          <PersonRow key={person.id} person={person} room={room} vote={vote} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2 className={classes.panelTitle}>Con voz</h2>
          <ul className={classes.persons}>
            {others.map((person) => (
              <PersonRow key={person.id} person={person} room={room} vote={vote} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
