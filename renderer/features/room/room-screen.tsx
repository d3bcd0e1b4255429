import { Loader } from '@mantine/core'
import type { SessionId } from '../../../shared/domain/sessions'
import type { LiveSession } from '../../commands/room/live-session'
import { AgendaPanel } from './agenda-panel'
import { FactStrip } from './fact-strip'
import { FormHost } from './form-host'
import { HintBar } from './hint-bar'
import { PeoplePanel } from './people-panel'
import { PointPanel } from './point-panel'
import classes from './room.module.css'
import { RoomHeader } from './room-header'
import { useLiveSession } from './use-live-session'
import { useRoom } from './use-room'

function Room({ live }: { readonly live: LiveSession }) {
  const room = useRoom(live)
  return (
    <div
      className={classes.room}
      data-busy={room.busy}
      data-facts={room.state.facts.length}
      data-mode={room.ui.mode}
    >
      <RoomHeader room={room} />
      <AgendaPanel room={room} />
      <section className={classes.middle} aria-label="Punto en discusión">
        <PointPanel room={room} />
        <FormHost room={room} />
        <HintBar room={room} />
      </section>
      <PeoplePanel room={room} />
      <FactStrip room={room} />
    </div>
  )
}

/** The Sala: records the session live, from the keyboard. */
export function RoomScreen({ sessionId }: { readonly sessionId: SessionId }) {
  const live = useLiveSession(sessionId)
  return live ? <Room live={live} /> : <Loader aria-label="Cargando la sesión" m="xl" />
}
