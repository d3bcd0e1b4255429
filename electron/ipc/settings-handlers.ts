import { nativeTheme } from 'electron'
import type { SettingsStore } from '../services/settings'
import type { Handlers } from './door'

/** Answers questions about preferences. */
export function settingsHandlers(settings: SettingsStore): Pick<Handlers, 'settings:get' | 'settings:set'> {
  return {
    'settings:get': async () => settings.get(),
    'settings:set': async (patch) => {
      const changed = settings.change(patch)
      nativeTheme.themeSource = changed.theme
      return changed
    },
  }
}
