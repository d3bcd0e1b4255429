import { Badge, Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { pointsWithoutResult, quorumOf, type SessionState } from '../../../shared/domain/sessions'
import { Kbd } from '../../ui/kbd'
import { openedFollowUp } from './keys-review'
import classes from './room.module.css'
import type { Room } from './use-room'

function phaseText(state: SessionState): string {
  switch (state.phase) {
    case 'before':
      return 'por iniciar'
    case 'in-session':
      return `en curso desde las ${state.openedAt}`
    case 'recess':
      return 'en receso'
    case 'closed':
      return `concluida a las ${state.closedAt}`
  }
}

const HALF_MINUTE_MS = 30_000

/** Shows the clock again now and then, so that the hour on screen is never stale. */
function useTick(): void {
  const [, setTick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), HALF_MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
}

/** What was left unreviewed of what was pending; null while it is being reviewed or when nothing was. */
function unreviewedText({ state, unreviewed }: Room): string | null {
  const point = openedFollowUp(state)
  if (unreviewed === 0 || !point || point.id === state.currentPointId) return null
  const items = unreviewed === 1 ? '1 pendiente' : `${unreviewed} pendientes`
  if (state.phase === 'closed') {
    return `${unreviewed === 1 ? 'Quedó' : 'Quedaron'} ${items} sin revisar en el punto ${point.number}. Para revisarlos, deshaga el cierre.`
  }
  const them = unreviewed === 1 ? 'lo revisa' : 'los revisa'
  return `${unreviewed === 1 ? 'Queda' : 'Quedan'} ${items} sin revisar; B vuelve al punto ${point.number} y ${them}.`
}

/** What the secretary must know besides: no quorum, points left without a result, items left unreviewed. */
function warnings(room: Room): readonly string[] {
  const { state } = room
  const quorum = quorumOf(state)
  const left = pointsWithoutResult(state).map((point) => point.number)
  const running = state.phase === 'in-session' || state.phase === 'recess'
  const unreviewed = unreviewedText(room)
  return [
    ...(running && !quorum.met
      ? [
          `No hay quórum: ${quorum.present} de ${quorum.required} que se requieren. Puede declararse receso (F8) o concluir.`,
        ]
      : []),
    ...(left.length > 0
      ? [`Sin resultado asentado: ${left.length === 1 ? 'punto' : 'puntos'} ${left.join(', ')}.`]
      : []),
    ...(unreviewed === null ? [] : [unreviewed]),
    ...(state.anomalies.length > 0
      ? [
          `${state.anomalies.length === 1 ? 'Un hecho guardado no se pudo' : `${state.anomalies.length} hechos guardados no se pudieron`} aplicar; véalos con H.`,
        ]
      : []),
  ]
}

function MainAction({ room }: { readonly room: Room }) {
  switch (room.state.phase) {
    case 'before':
      return (
        <Button size="xs" onClick={() => room.press('o')} rightSection={<Kbd keys="O" />}>
          Abrir la sesión
        </Button>
      )
    case 'closed':
      return null
    default:
      return (
        <Button
          size="xs"
          variant="default"
          onClick={() => room.press('ctrl+enter')}
          rightSection={<Kbd keys="Ctrl+Enter" />}
        >
          Concluir
        </Button>
      )
  }
}

/** Line above the room: which session, how it goes, hour of the facts, what interrupts it. */
export function RoomHeader({ room }: { readonly room: Room }) {
  useTick()
  const { state, clock } = room
  const { points } = state.plan
  const current = points.find((point) => point.id === state.currentPointId)
  const running = state.phase === 'in-session' || state.phase === 'recess'
  return (
    <header className={classes.header}>
      <Group gap="sm" wrap="nowrap">
        <Badge variant="default" tt="none" size="lg" radius="sm">
          {phaseText(state)}
        </Badge>
        {current && (
          <Text c="var(--q-muted)">
            punto {current.number} de {points.length}
          </Text>
        )}
        <Text className={classes.clock} data-testid="room-clock">
          {clock.time}
          {clock.byHand && <span className={classes.byHand}> hora a mano · F6</span>}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {running && (
          <Button
            size="xs"
            variant="default"
            onClick={() => room.press('f8')}
            rightSection={<Kbd keys="F8" />}
          >
            {state.phase === 'recess' ? 'Reanudar' : 'Receso'}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => room.press('f9')} rightSection={<Kbd keys="F9" />}>
          Proyectar
        </Button>
        <MainAction room={room} />
        <Button size="xs" variant="default" aria-label="Atajos de teclado" onClick={() => room.press('?')}>
          ?
        </Button>
      </Group>
      <div className={classes.warnings} role="status">
        {warnings(room).map((text) => (
          <p key={text}>
            <span aria-hidden="true">! </span>
            {text}
          </p>
        ))}
      </div>
    </header>
  )
}
