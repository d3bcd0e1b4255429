import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { foldSession, type Session, type SessionId, sessionTitle } from '../../../shared/domain/sessions'
import { useDeps } from '../../commands/deps'
import { findLiveSession } from '../../commands/room/live-sessions'
import { getRecord } from '../../data/repositories'
import { useLive } from '../../data/use-live'
import { formatDay } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import { useShortcuts } from '../../ui/use-shortcuts'
import { PhaseMark } from './phase-mark'
import classes from './session-screen.module.css'
import { chooseTab, SESSION_TABS, type SessionTab } from './session-tabs'
import { ANTECEDENT } from './sessions-list'

// The room must be there at once when a session is under way; its preparation need not.
const PreparationTab = lazy(async () => ({
  default: (await import('./preparation/preparation-tab')).PreparationTab,
}))

interface SessionScreenProps {
  readonly sessionId: SessionId
  /** The tab that the address names; empty for the one where the work is. */
  readonly tab: string
  /** Draws the tabs that belong to other features. */
  readonly renderTab: (tab: Exclude<SessionTab, 'preparacion'>) => ReactNode
}

function SessionTabs({
  sessionId,
  current,
}: {
  readonly sessionId: SessionId
  readonly current: SessionTab
}) {
  const [, navigate] = useLocation()
  const pathOf = (tab: SessionTab) => `/sesiones/${sessionId}/${tab}`
  useShortcuts(
    Object.fromEntries(SESSION_TABS.map((tab, i) => [`ctrl+${i + 1}`, () => navigate(pathOf(tab.id))])),
  )
  return (
    <nav className={classes.tabs} aria-label="Partes de la sesión">
      {SESSION_TABS.map((tab, index) => (
        <Link
          key={tab.id}
          href={pathOf(tab.id)}
          className={tab.id === current ? `${classes.tab} ${classes.here}` : (classes.tab ?? '')}
          aria-current={tab.id === current ? 'page' : undefined}
          aria-keyshortcuts={`Control+${index + 1}`}
        >
          {tab.label} <Kbd keys={`Ctrl+${index + 1}`} />
        </Link>
      ))}
    </nav>
  )
}

function whenAndWhere(session: Session): string {
  const unknownTime = session.antecedent === true && session.time === '00:00'
  const day = unknownTime ? formatDay(session.date) : `${formatDay(session.date)}, ${session.time} h`
  return session.place === '' ? day : `${day} · ${session.place}`
}

/** A session: its name, when and where, how it stands, and its tabs. */
export function SessionScreen({ sessionId, tab, renderTab }: SessionScreenProps) {
  const deps = useDeps()
  const { store } = deps
  const read = useLive(async () => ({ record: await getRecord(store, sessionId) }), [store, sessionId])
  // A session that is being recorded is at hand, so that its room is drawn without waiting for the database.
  const [atHand] = useState(() => findLiveSession(deps, sessionId)?.snapshot() ?? null)
  const found = read ?? atHand
  if (!found) return null
  if (!found.record) return <Redirect to="/sesiones" />
  const { plan, facts } = found.record
  const { phase } = foldSession(plan, facts)
  const antecedent = plan.session.antecedent === true
  const current = antecedent ? 'preparacion' : chooseTab(tab, phase)
  return (
    <section className={classes.screen} aria-label={sessionTitle(plan.session)}>
      <header className={classes.header}>
        <div className={classes.names}>
          <h1 className={classes.title}>{sessionTitle(plan.session)}</h1>
          <p className={classes.meta}>
            {antecedent ? <span className={classes.where}>{ANTECEDENT}</span> : <PhaseMark phase={phase} />}
            <span className={classes.where}>{whenAndWhere(plan.session)}</span>
          </p>
        </div>
        {!antecedent && <SessionTabs sessionId={sessionId} current={current} />}
      </header>
      <div className={classes.body}>
        <Suspense>
          {current === 'preparacion' ? (
            <PreparationTab record={found.record} phase={phase} />
          ) : (
            renderTab(current)
          )}
        </Suspense>
      </div>
    </section>
  )
}
