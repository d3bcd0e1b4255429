import {
  countOptions,
  decidingVote,
  findPoint,
  foldSession,
  missingVoters,
  OUTCOME_WORDS,
  openVoteOf,
  quorumOf,
  type SessionId,
  type SessionState,
  sessionName,
} from '../../../shared/domain/sessions'
import { capitalize } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { getRecord } from '../../data/repositories'
import { useLive } from '../../data/use-live'
import classes from './projector.module.css'

const APPROVED = {
  unanimity: 'Aprobado por unanimidad',
  majority: 'Aprobado por mayoría',
  'casting-vote': 'Aprobado por voto de calidad',
  declaration: 'Aprobado',
} as const

function resultText(
  state: SessionState,
  pointId: NonNullable<SessionState['currentPointId']>,
): string | null {
  const vote = decidingVote(state, pointId)
  if (vote) {
    return vote.result.kind === 'approved' ? APPROVED[vote.result.by] : 'No aprobado'
  }
  const status = state.points.get(pointId)
  return status?.kind === 'ended' ? capitalize(OUTCOME_WORDS[status.outcome]) : null
}

function VoteCount({ state }: { readonly state: SessionState }) {
  const running = openVoteOf(state)?.vote
  if (!running) return null
  const cast = countOptions([...running.ballots.values()].map((ballot) => ballot.option))
  const missing = missingVoters(state, running).length
  return (
    <>
      {running.subject !== null && <p className={classes.subject}>Se vota: {running.subject}</p>}
      <div className={classes.vote}>
        <span className={classes.yes}>● {cast.yes} a favor</span>
        <span className={classes.no}>✕ {cast.no} en contra</span>
        <span className={classes.abstain}>
          ◌ {cast.abstain === 1 ? '1 abstención' : `${cast.abstain} abstenciones`}
        </span>
        {missing > 0 && <span>{missing === 1 ? 'falta 1' : `faltan ${missing}`}</span>}
      </div>
    </>
  )
}

/** What the room sees: current point, quorum, running vote, result. It only reads. */
export function ProjectorScreen({ sessionId }: { readonly sessionId: SessionId }) {
  const { store } = useDeps()
  const record = useLive(() => getRecord(store, sessionId), [store, sessionId])
  if (!record) return null
  const state = foldSession(record.plan, record.facts)
  const quorum = quorumOf(state)
  const point = state.currentPointId === null ? null : findPoint(state.plan, state.currentPointId)
  const result = point ? resultText(state, point.id) : null
  return (
    <main className={classes.projector}>
      <p className={classes.session}>{capitalize(sessionName(state.plan.session))}</p>
      {point ? (
        <h1 className={classes.title}>
          {point.number}. {point.title}
        </h1>
      ) : (
        <h1 className={classes.title}>{state.phase === 'closed' ? 'La sesión concluyó' : 'Orden del día'}</h1>
      )}
      {state.phase === 'recess' && <p className={classes.result}>Receso</p>}
      <VoteCount state={state} />
      {result !== null && <p className={classes.result}>{result}</p>}
      <p className={classes.quorum}>
        Quórum: {quorum.present} de {quorum.total} {quorum.met ? '' : '· no hay quórum'}
      </p>
    </main>
  )
}
