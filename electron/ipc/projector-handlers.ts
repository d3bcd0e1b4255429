import type { AppWindows } from '../windows/app-windows'
import type { Handlers } from './door'

/** Opens and closes the window for the room. */
export function projectorHandlers(windows: AppWindows): Pick<Handlers, 'projector:open' | 'projector:close'> {
  return {
    'projector:open': async ({ sessionId }) => {
      windows.showProjector(sessionId)
      return null
    },
    'projector:close': async () => {
      windows.closeProjector()
      return null
    },
  }
}
