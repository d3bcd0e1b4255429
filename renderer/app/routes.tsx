import { Redirect, Route, Switch, useLocation, useParams } from 'wouter'
import { type SessionId, sessionIdSchema } from '../../shared/domain/sessions'
import { useDeps } from '../commands/deps'
import { importFailureText } from '../commands/examples/import-messages'
import { openExample } from '../commands/examples/open-example'
import { useBody } from '../data/current-body'
import { AgreementsScreen } from '../features/agreements/agreements-screen'
import { DirectoryScreen } from '../features/directory/directory-screen'
import { FollowUpScreen } from '../features/follow-up/follow-up-screen'
import { FollowUpOutputsScreen } from '../features/follow-up/outputs/outputs-screen'
import { PromoteSession } from '../features/follow-up/promote/promote-session'
import { HomeScreen } from '../features/home/home-screen'
import { MinutaScreen } from '../features/minuta/minuta-screen'
import { ProjectorScreen } from '../features/projector/projector-screen'
import { RoomScreen } from '../features/room/room-screen'
import { SessionScreen } from '../features/sessions/session-screen'
import { SessionsScreen } from '../features/sessions/sessions-screen'
import { SettingsScreen } from '../features/settings/settings-screen'
import { WelcomeScreen } from '../features/welcome/welcome-screen'
import { useNotify } from '../ui/notify'
import { appendFailureText } from './storage-messages'

interface BodyProps {
  /** The body that was just made or opened becomes the one on screen. */
  readonly onBodyCreated: (bodyId: string) => void
}

/** First start, and "Otro órgano…". */
export function WelcomeRoute({ onCreated }: { readonly onCreated: (bodyId: string) => void }) {
  const deps = useDeps()
  const notify = useNotify()
  const [, navigate] = useLocation()
  return (
    <WelcomeScreen
      onCreated={(bodyId) => {
        onCreated(bodyId)
        navigate('/directorio')
      }}
      onOpenExample={async () => {
        const opened = await openExample(deps)
        if (!opened.ok) {
          notify({ kind: 'error', text: importFailureText(opened.error, appendFailureText) })
          return
        }
        onCreated(opened.value.bodyId)
        navigate(`/sesiones/${opened.value.sessionId}/minuta`)
      }}
    />
  )
}

function useSessionParam(): SessionId | null {
  const params = useParams<{ readonly id: string }>()
  const parsed = sessionIdSchema.safeParse(params.id)
  return parsed.success ? parsed.data : null
}

function SessionRoute() {
  const id = useSessionParam()
  const { tab } = useParams<{ readonly tab?: string }>()
  if (id === null) return <Redirect to="/sesiones" />
  return (
    <SessionScreen
      key={id}
      sessionId={id}
      tab={tab ?? ''}
      renderTab={(shown) => {
        switch (shown) {
          case 'sala':
            return <RoomScreen sessionId={id} />
          case 'acuerdos':
            return <AgreementsScreen sessionId={id} promote={<PromoteSession sessionId={id} />} />
          case 'minuta':
            return <MinutaScreen sessionId={id} />
        }
      }}
    />
  )
}

/** The second window, for the room. */
export function ProjectorRoute() {
  return <Route path="/proyeccion/:id">{() => <ProjectedSession />}</Route>
}

function ProjectedSession() {
  const id = useSessionParam()
  return id === null ? null : <ProjectorScreen sessionId={id} />
}

/** Which screen each address shows. */
export function Routes({ onBodyCreated }: BodyProps) {
  const body = useBody()
  return (
    <Switch>
      <Route path="/">
        <HomeScreen />
      </Route>
      <Route path="/sesiones">
        <SessionsScreen />
      </Route>
      <Route path="/sesiones/:id/:tab?">
        <SessionRoute />
      </Route>
      <Route path="/seguimiento/salidas/:view?/:session?">
        {({ view, session }) => <FollowUpOutputsScreen key={body.id} view={view} sessionId={session} />}
      </Route>
      <Route path="/seguimiento/:id?">
        {({ id }) => <FollowUpScreen key={`${body.id} ${id}`} itemId={id} />}
      </Route>
      <Route path="/directorio">
        <DirectoryScreen />
      </Route>
      <Route path="/ajustes">
        <SettingsScreen />
      </Route>
      <Route path="/bienvenida">
        <WelcomeRoute onCreated={onBodyCreated} />
      </Route>
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  )
}
