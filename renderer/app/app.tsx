import { Suspense, useEffect, useMemo, useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Body } from '../../shared/domain/bodies'
import { useDeps } from '../commands/deps'
import type { Reconciliation } from '../commands/store/reconcile'
import { CurrentBodyContext } from '../data/current-body'
import { listBodies } from '../data/repositories'
import { useLive } from '../data/use-live'
import type { JournalFinding } from '../platform/desktop'
import { useNotify } from '../ui/notify'
import { chooseBody, chosenBodyId, rememberBody } from './chosen-body'
import { DueNotice } from './due-notice'
import { Frame } from './frame'
import { ImportRoute, loadLaterScreens, WelcomeRoute } from './later-screens'
import { ProjectorRoute, Routes } from './routes'
import { findingText, reconciliationText } from './storage-messages'
import { IMPORT_PATH, usePacketDoors } from './use-packet-doors'

interface AppProps {
  /** The bodies as they were when the data was opened. */
  readonly bodies: readonly Body[]
  readonly findings: readonly JournalFinding[]
  readonly reconciliation: Reconciliation
}

function useStartNotices({ findings, reconciliation }: Omit<AppProps, 'bodies'>): void {
  const notify = useNotify()
  useEffect(() => {
    const texts = [...findings.map(findingText), reconciliationText(reconciliation)]
    for (const text of texts) if (text !== null) notify({ kind: 'warning', text })
  }, [findings, reconciliation, notify])
}

/** Listens for packets from outside while the app is open; shows nothing. */
function PacketDoors() {
  usePacketDoors()
  return null
}

/** The app once its data is open: welcome while there is no body, else the frame with its screens. */
export function App(props: AppProps) {
  const { store } = useDeps()
  const [chosen, setChosen] = useState(chosenBodyId)
  const [location] = useHashLocation()
  const bodies = useLive(() => listBodies(store), [store]) ?? props.bodies
  useStartNotices(props)
  useEffect(loadLaterScreens, [])
  const choose = useMemo(
    () => (id: string) => {
      rememberBody(id)
      setChosen(id)
    },
    [],
  )
  const body = chooseBody(bodies, chosen)
  return (
    <Router hook={useHashLocation}>
      {!location.startsWith('/proyeccion/') && <PacketDoors />}
      <Suspense>
        {location.startsWith('/proyeccion/') ? (
          <ProjectorRoute />
        ) : body === null && location.startsWith(IMPORT_PATH) ? (
          <ImportRoute onOpenBody={choose} />
        ) : body === null ? (
          <WelcomeRoute onCreated={choose} />
        ) : (
          <CurrentBodyContext value={body}>
            <DueNotice />
            <Frame body={body} bodies={bodies} onChooseBody={choose}>
              <Suspense>
                <Routes onBodyCreated={choose} />
              </Suspense>
            </Frame>
          </CurrentBodyContext>
        )}
      </Suspense>
    </Router>
  )
}
