import { Redirect, Route, Switch, useParams } from 'wouter'
import { type SessionId, sessionIdSchema } from '../../shared/domain/sessions'
import { useBody } from '../data/current-body'
import { RoomScreen } from '../features/room/room-screen'
import { SessionScreen } from '../features/sessions/session-screen'
import {
  AgreementsScreen,
  ArchiveScreen,
  BackupSection,
  CalendarScreen,
  DirectoryScreen,
  FollowUpOutputsScreen,
  FollowUpScreen,
  HomeScreen,
  ImportRoute,
  MinutaScreen,
  PacketTab,
  ProjectorScreen,
  PromoteSession,
  SessionsScreen,
  SettingsScreen,
  WelcomeRoute,
} from './later-screens'
import { IMPORT_PATH } from './use-packet-doors'

interface BodyProps {
  /** The body that was just made or opened becomes the one on screen. */
  readonly onBodyCreated: (bodyId: string) => void
}

function useSessionParam(): SessionId | null {
  const params = useParams<{ readonly id: string }>()
  const parsed = sessionIdSchema.safeParse(params.id)
  return parsed.success ? parsed.data : null
}

function SessionRoute() {
  const id = useSessionParam()
  const { tab, place } = useParams<{ readonly tab?: string; readonly place?: string }>()
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
            return <MinutaScreen sessionId={id} place={place} />
          case 'expediente':
            return <PacketTab sessionId={id} />
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
        <SessionsScreen onOpenBody={onBodyCreated} />
      </Route>
      <Route path="/sesiones/:id/:tab?/:place?">
        <SessionRoute />
      </Route>
      <Route path="/seguimiento/salidas/:view?/:session?">
        {({ view, session }) => <FollowUpOutputsScreen key={body.id} view={view} sessionId={session} />}
      </Route>
      <Route path="/seguimiento/:id?">
        {({ id }) => <FollowUpScreen key={`${body.id} ${id}`} itemId={id} />}
      </Route>
      <Route path="/calendario/archivo/:id?/:from?">
        {({ id, from }) => <ArchiveScreen key={body.id} id={id} from={from} />}
      </Route>
      <Route path="/calendario/:view?/:id?">
        {({ view, id }) => <CalendarScreen key={body.id} view={view} id={id} />}
      </Route>
      <Route path="/directorio">
        <DirectoryScreen />
      </Route>
      <Route path="/ajustes">
        <SettingsScreen backup={<BackupSection key={body.id} />} />
      </Route>
      <Route path={IMPORT_PATH}>
        <ImportRoute onOpenBody={onBodyCreated} />
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
