import { createContext, useContext } from 'react'
import { required } from '../../shared/lib/assert'
import type { Effects } from '../../shared/lib/effects'
import type { Store } from '../data/store'
import type { DesktopApi } from '../platform/desktop'
import type { SaveMonitor } from './save-monitor'
import type { SerialQueue } from './serial-queue'

/** What every command needs from the outside; made once in renderer/app. */
export interface CommandDeps {
  readonly store: Store
  readonly desktop: DesktopApi
  readonly effects: Effects
  readonly saves: SaveMonitor
  readonly queue: SerialQueue
}

export const DepsContext = createContext<CommandDeps | null>(null)

/** The commands' dependencies, inside the app. */
export function useDeps(): CommandDeps {
  return required(useContext(DepsContext), 'command dependencies')
}
