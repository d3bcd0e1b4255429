import type { DesktopApi } from '../../shared/ipc/desktop-api'

declare global {
  interface Window {
    /** Put there by the preload script; absent only in tests without Electron. */
    readonly quorum?: DesktopApi
  }
}

export type * from '../../shared/ipc/attachments'
export type * from '../../shared/ipc/desktop-api'
export type * from '../../shared/ipc/documents'
export type * from '../../shared/ipc/journal-status'
export type * from '../../shared/ipc/menu-command'
export type * from '../../shared/ipc/packet'
export type * from '../../shared/ipc/settings'
export type * from '../../shared/ipc/year-export'

/** The operating system as the preload script exposes it. Missing means a broken build: it throws. */
export function desktopApi(): DesktopApi {
  if (!window.quorum) throw new Error('The preload script did not run')
  return window.quorum
}
