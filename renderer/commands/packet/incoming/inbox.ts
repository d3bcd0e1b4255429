import type { Result } from '../../../../shared/lib/result'
import type { IncomingFailure, IncomingPacket } from '../../../platform/desktop'
import type { IncomingSource } from './worker-messages'

export type { IncomingFailure }

/** A file that somebody wants looked at as a packet, whichever door it came through. */
export type Offer =
  | { readonly kind: 'source'; readonly source: IncomingSource }
  | { readonly kind: 'failure'; readonly failure: IncomingFailure }

/** The last file that was dropped, chosen or opened with the app, until the screen takes it. */
class Inbox {
  readonly #listeners = new Set<() => void>()
  #offer: Offer | null = null

  readonly offer = (): Offer | null => this.#offer

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  put(offer: Offer | null): void {
    this.#offer = offer
    for (const listener of this.#listeners) listener()
  }
}

export const inbox = new Inbox()

/** Offers what the main process opened; a dialog that was closed offers nothing. */
export function offerOpened(opened: Result<IncomingPacket, IncomingFailure>): boolean {
  if (opened.ok) inbox.put({ kind: 'source', source: { kind: 'url', ...opened.value } })
  else if (opened.error.code !== 'cancelled') inbox.put({ kind: 'failure', failure: opened.error })
  else return false
  return true
}

/** Offers a file that was dropped on the window. */
export function offerFile(file: File): void {
  inbox.put({ kind: 'source', source: { kind: 'file', file, name: file.name } })
}

/** Whether a name is that of a packet, surely or perhaps: any archive may be an annex as well. */
export function packetName(name: string): 'surely' | 'perhaps' | 'no' {
  const lower = name.toLowerCase()
  if (/\.quorum(?:\.zip)?(?:\.age)?$/.test(lower) || lower.endsWith('.age')) return 'surely'
  return lower.endsWith('.zip') ? 'perhaps' : 'no'
}
