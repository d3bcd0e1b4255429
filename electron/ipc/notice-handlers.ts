import { Notification } from 'electron'
import type { DesktopNotice } from '../../shared/ipc'
import type { SettingsStore } from '../services/settings'
import type { AppWindows } from '../windows/app-windows'
import type { Handlers } from './door'

/** Shows notices of the desktop, unless the user turned them off. */
export function noticeHandlers(settings: SettingsStore, windows: AppWindows): Pick<Handlers, 'app:notify'> {
  // A notice that nobody holds is collected, and its click is then never heard. One for each screen.
  const shown = new Map<DesktopNotice['opens'], Notification>()
  return {
    'app:notify': async ({ title, body, opens }) => {
      if (!settings.get().dueNotices || !Notification.isSupported()) return false
      shown.get(opens)?.close()
      const notice = new Notification({ title, body })
      notice.on('click', () => {
        windows.showMain()
        windows.sendCommand(opens)
      })
      shown.set(opens, notice)
      notice.show()
      return true
    },
  }
}
