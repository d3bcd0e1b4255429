import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { desktopApi } from '../platform/desktop'

/** Takes the colour scheme from the settings at start; afterwards the settings screen changes both. */
export function ThemeSetting() {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    void desktopApi()
      .settings.get()
      .then(({ theme }) => setColorScheme(theme === 'system' ? 'auto' : theme))
  }, [setColorScheme])
  return null
}
