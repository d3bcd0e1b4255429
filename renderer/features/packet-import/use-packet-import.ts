import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Choices } from '../../../shared/packet'
import { type CommandDeps, useDeps } from '../../commands/deps'
import { inbox, offerOpened } from '../../commands/packet/incoming/inbox'
import { type Notice, useNotify } from '../../ui/notify'
import { ImportSession } from './import-session'
import type { ImportState, ReadyPacket } from './import-state'

/** What the screen shows and what it can ask. */
export interface PacketImport {
  readonly state: ImportState
  readonly choose: () => void
  readonly openWith: (passphrase: string) => void
  readonly apply: (ready: ReadyPacket, choices: Choices) => void
  readonly undo: (done: Extract<ImportState, { kind: 'done' }>) => void
  /** Stops whatever is being done and forgets the file. */
  readonly cancel: () => void
}

/**
 * The session outlives the screen by a moment: the first body that comes in puts the whole frame of the app
 * around the screen, while it is still being stored, and what came of it must be told.
 */
let session: ImportSession | null = null
let screens = 0

function sessionFor(deps: CommandDeps, notify: (notice: Notice) => void): ImportSession {
  session ??= new ImportSession(deps, notify)
  return session
}

/** What is being stored, or was just stored, waits this long for the screen to come back. */
const GRACE_MS = 5_000

function forget(): void {
  if (screens > 0 || session === null) return
  if (session.state().kind === 'applying') setTimeout(forget, GRACE_MS)
  else {
    session.leave()
    session = null
  }
}

function leave(): void {
  screens -= 1
  const kind = session?.state().kind
  setTimeout(forget, kind === 'applying' || kind === 'done' ? GRACE_MS : 0)
}

/** The packet on screen, from the door it came through. */
export function usePacketImport(): PacketImport {
  const deps = useDeps()
  const notify = useNotify()
  const current = sessionFor(deps, notify)
  const state = useSyncExternalStore(current.subscribe, current.state)
  const offer = useSyncExternalStore(inbox.subscribe, inbox.offer)
  useEffect(() => {
    screens += 1
    return leave
  }, [])
  useEffect(() => {
    if (offer === null) return
    inbox.put(null)
    current.take(offer)
  }, [offer, current])
  const choose = useCallback(() => {
    void deps.desktop.incoming.pick().then(offerOpened)
  }, [deps])
  const { openWith, apply, undo, cancel } = current
  return { state, choose, openWith, apply, undo, cancel }
}
