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
 * around the screen, and what it was doing must go on.
 */
let session: ImportSession | null = null
let screens = 0

function sessionFor(deps: CommandDeps, notify: (notice: Notice) => void): ImportSession {
  session ??= new ImportSession(deps, notify)
  return session
}

function leave(): void {
  screens -= 1
  setTimeout(() => {
    if (screens > 0) return
    session?.leave()
    session = null
  })
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
