import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useDeps } from '../../commands/deps'
import { Section } from './section'

type Theme = 'system' | 'light' | 'dark'

const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'Como el sistema' },
  { value: 'light', label: 'Claro' },
  { value: 'dark', label: 'Oscuro' },
]

/** Colour scheme of this computer. */
export function AppearanceSection() {
  const { desktop } = useDeps()
  const { setColorScheme } = useMantineColorScheme()
  const [theme, setTheme] = useState<Theme | null>(null)
  useEffect(() => {
    void desktop.settings.get().then((settings) => setTheme(settings.theme))
  }, [desktop])
  const choose = (chosen: Theme) => {
    setTheme(chosen)
    setColorScheme(chosen === 'system' ? 'auto' : chosen)
    void desktop.settings.set({ theme: chosen })
  }
  return (
    <Section title="Apariencia" says="Solo en este equipo.">
      {theme !== null && (
        <SegmentedControl
          aria-label="Tema"
          data={[...THEMES]}
          value={theme}
          onChange={(value) => {
            const chosen = THEMES.find((known) => known.value === value)
            if (chosen) choose(chosen.value)
          }}
        />
      )}
    </Section>
  )
}
