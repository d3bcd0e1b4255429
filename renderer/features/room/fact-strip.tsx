import { useEffect, useRef } from 'react'
import { describeFact, type EffectiveFact, refusalText } from '../../../shared/domain/sessions'
import { Kbd } from '../../ui/kbd'
import classes from './room.module.css'
import type { Room } from './use-room'

interface FactRowProps {
  readonly fact: EffectiveFact
  readonly room: Room
}

function FactRow({ fact, room }: FactRowProps) {
  const chosen = room.ui.factCursor === fact.id
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <li
      ref={ref}
      className={chosen ? `${classes.fact} ${classes.chosenFact}` : classes.fact}
      aria-current={chosen ? 'true' : undefined}
    >
      <button
        type="button"
        className={classes.factButton}
        onClick={() =>
          room.setUi({
            ...room.ui,
            mode: 'facts',
            factCursor: fact.id,
            form: { kind: 'edit', factId: fact.id },
          })
        }
      >
        <span className={classes.time}>{fact.time}</span> {describeFact(room.state.plan, fact.body)}
        {fact.corrected && <em> (corregido)</em>}
      </button>
    </li>
  )
}

/** Stored facts that could not be applied: shown, explained, and voided if the secretary says so. */
function Anomalies({ room }: { readonly room: Room }) {
  return room.state.anomalies.map(({ fact, refusal }) => (
    <li key={fact.id} className={classes.fact}>
      <span className={classes.time}>{fact.time}</span> {describeFact(room.state.plan, fact.body)}:{' '}
      <strong>no se aplicó.</strong> {refusalText(refusal)}{' '}
      <button
        type="button"
        className={classes.linkButton}
        onClick={() => void room.run({ kind: 'void', factId: fact.id })}
      >
        Anular
      </button>
    </li>
  ))
}

/** Facts shown in the strip; the list opened with H shows every one. */
const LAST_SHOWN = 3

/** The last facts, newest first; with H, every fact, to correct or void one. */
export function FactStrip({ room }: { readonly room: Room }) {
  const all = room.ui.mode === 'facts'
  const facts = all ? room.state.facts : room.state.facts.slice(-LAST_SHOWN)
  return (
    <section
      className={all ? `${classes.facts} ${classes.factsOpen}` : classes.facts}
      aria-label="Hechos registrados"
    >
      {facts.length === 0 ? (
        <p className={classes.small}>Aquí aparecerán los hechos conforme se guarden.</p>
      ) : (
        <ol className={classes.factList} tabIndex={all ? 0 : -1}>
          {(all ? facts : facts.toReversed()).map((fact) => (
            <FactRow key={fact.id} fact={fact} room={room} />
          ))}
          {all && <Anomalies room={room} />}
        </ol>
      )}
      <p className={classes.undoHint}>
        <Kbd keys="Ctrl+Z" /> deshace
      </p>
    </section>
  )
}
