import { openVoteOf, voteAtHand } from '../../../shared/domain/sessions'
import { Kbd } from '../../ui/kbd'
import { reviewPoint } from './keys-review'
import classes from './room.module.css'
import { KEY_HINTS, type KeyHint } from './shortcuts'
import type { Room } from './use-room'

function hintsNow(room: Room): readonly KeyHint[] {
  const { ui, state } = room
  if (ui.form !== null) return KEY_HINTS.form
  // The keys of the outcomes are on their buttons, above the list.
  if (ui.mode === 'review' && reviewPoint(state)) {
    return KEY_HINTS.review.filter(({ keys }) => !/^[CEPXMN]$/.test(keys))
  }
  if (ui.mode === 'roll' || ui.mode === 'facts') return KEY_HINTS[ui.mode]
  // The casting vote is told beside the count, when there is a tie.
  if (openVoteOf(state)) return KEY_HINTS.vote.filter(({ keys }) => !/^Alt\+[FC]$/.test(keys))
  switch (state.phase) {
    case 'before':
      return KEY_HINTS.before
    case 'closed':
      return [{ keys: 'H', does: 'corregir hechos' }, ...KEY_HINTS.always.slice(0, 1)]
    case 'recess':
      return [
        { keys: 'F8', does: 'reanudar' },
        { keys: 'P', does: 'asistencia' },
      ]
    default:
      return [
        ...(reviewPoint(state) ? KEY_HINTS['follow-up'] : []),
        ...KEY_HINTS.floor,
        ...(voteAtHand(state) ? KEY_HINTS.voted : []),
      ]
  }
}

/** What the next key will do, always in sight, with the answer to the last one above it. */
export function HintBar({ room }: { readonly room: Room }) {
  const { message, ui } = room
  return (
    <div className={classes.hints}>
      <p
        className={message?.kind === 'error' ? classes.refusal : classes.info}
        role="status"
        data-testid="room-message"
      >
        {message?.text ?? (ui.typed === '' ? '' : `Iniciales: ${ui.typed}…`)}
      </p>
      <ul className={classes.keyList} aria-label="Atajos disponibles">
        {hintsNow(room).map((hint) => (
          <li key={hint.keys}>
            <Kbd keys={hint.keys} /> {hint.does}
            <span className={classes.srOnly}>, tecla {hint.keys}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
