import { Notification } from 'electron'
import type { SettingsStore } from '../services/settings'
import type { AppWindows } from '../windows/app-windows'
import type { Handlers } from './door'

/** Shows notices of the desktop, unless the user turned them off. */
export function noticeHandlers(settings: SettingsStore, windows: AppWindows): Pick<Handlers, 'app:notify'> {
  // A notice that nobody holds is collected, and its click is then never heard.
  let shown: Notification | null = null
  return {
    'app:notify': async ({ title, body }) => {
      if (!settings.get().dueNotices || !Notification.isSupported()) return false
      shown?.close()
      shown = new Notification({ title, body })
      shown.on('click', () => {
        windows.showMain()
        windows.sendCommand('open-follow-up')
      })
      shown.show()
      return true
    },
  }
}
