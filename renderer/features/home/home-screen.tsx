import { Button, Group, Stack, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { foldSession, type Session, type SessionState, sessionName } from '../../../shared/domain/sessions'
import { capitalize } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { useBody } from '../../data/current-body'
import { getRecord, listSeats, listSessions } from '../../data/repositories'
import type { Store } from '../../data/store'
import { useLive } from '../../data/use-live'
import { EmptyState } from '../../ui/empty-state'
import { formatDay } from '../../ui/format'
import { Screen } from '../../ui/screen'
import classes from './home.module.css'
import { Reminders } from './reminders'

/** Sessions shown as cards; the rest are in Sesiones. */
const SHOWN = 4

interface Card {
  readonly session: Session
  readonly state: SessionState
}

async function loadCards(store: Store, bodyId: Session['bodyId']): Promise<readonly Card[]> {
  const held = (await listSessions(store, bodyId)).filter((session) => !session.antecedent)
  const sessions = held.slice(0, SHOWN)
  const records = await Promise.all(sessions.map((session) => getRecord(store, session.id)))
  return records.flatMap((record) =>
    record ? [{ session: record.plan.session, state: foldSession(record.plan, record.facts) }] : [],
  )
}

interface NextStep {
  readonly tab: string
  readonly verb: string
  readonly says: string
}

/** What to do next with a session. */
function nextStep({ state }: Card): NextStep {
  switch (state.phase) {
    case 'before':
      return {
        tab: 'preparacion',
        verb: 'Preparar',
        says: `${state.plan.points.length} puntos en el orden del día`,
      }
    case 'closed':
      return { tab: 'minuta', verb: 'Ver la minuta', says: `concluyó a las ${state.closedAt}` }
    default:
      return { tab: 'sala', verb: 'Volver a la Sala', says: `en curso desde las ${state.openedAt}` }
  }
}

function SessionCard({ card, first }: { readonly card: Card; readonly first: boolean }) {
  const [, navigate] = useLocation()
  const step = nextStep(card)
  return (
    <li className={classes.card}>
      <div>
        <Text fw={600}>{capitalize(sessionName(card.session))}</Text>
        <Text size="sm" c="var(--q-muted)">
          {formatDay(card.session.date)} · {card.session.time} · {step.says}
        </Text>
      </div>
      <Button
        variant={first ? 'filled' : 'default'}
        onClick={() => navigate(`/sesiones/${card.session.id}/${step.tab}`)}
      >
        {step.verb}
      </Button>
    </li>
  )
}

/** Where the day starts: the session in progress or the next thing to do. */
export function HomeScreen() {
  const { store } = useDeps()
  const body = useBody()
  const [, navigate] = useLocation()
  const cards = useLive(() => loadCards(store, body.id), [store, body.id])
  const seats = useLive(() => listSeats(store, body.id), [store, body.id])
  if (!cards || !seats) return null
  const running = cards.filter((card) => card.state.phase === 'in-session' || card.state.phase === 'recess')
  const ordered = [...running, ...cards.filter((card) => !running.includes(card))]
  return (
    <Screen title="Inicio" subtitle={`${body.name} · ${body.institution}`} wide={false}>
      {ordered.length === 0 ? (
        <>
          <Reminders />
          <EmptyState
            title="Todavía no hay sesiones"
            hint={
              seats.length === 0
                ? 'Primero registre las áreas y personas en el Directorio; después prepare la primera sesión.'
                : 'El directorio ya tiene áreas. Prepare la primera sesión.'
            }
          >
            <Group>
              <Button
                variant={seats.length === 0 ? 'filled' : 'default'}
                onClick={() => navigate('/directorio')}
              >
                Ir al Directorio
              </Button>
              <Button
                variant={seats.length === 0 ? 'default' : 'filled'}
                onClick={() => navigate('/sesiones?nueva')}
              >
                Preparar una sesión
              </Button>
            </Group>
          </EmptyState>
        </>
      ) : (
        <Stack gap="lg">
          <Reminders />
          <ul className={classes.cards}>
            {ordered.map((card, index) => (
              <SessionCard key={card.session.id} card={card} first={index === 0} />
            ))}
          </ul>
          <Group>
            <Button variant="default" onClick={() => navigate('/sesiones?nueva')}>
              Preparar otra sesión
            </Button>
            <Button variant="default" onClick={() => navigate('/sesiones')}>
              Todas las sesiones
            </Button>
          </Group>
        </Stack>
      )}
    </Screen>
  )
}
