import { Switch } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useDeps } from '../../commands/deps'
import { Section } from './section'

/** Whether the desktop tells what is due. */
export function NoticesSection() {
  const { desktop } = useDeps()
  const [isOn, setOn] = useState<boolean | null>(null)
  useEffect(() => {
    void desktop.settings.get().then((settings) => setOn(settings.dueNotices))
  }, [desktop])
  return (
    <Section title="Avisos del escritorio" says="Solo en este equipo.">
      {isOn !== null && (
        <Switch
          label="Avisar una vez al día de los asuntos vencidos y por vencer, y de lo que toca publicar o retirar"
          checked={isOn}
          onChange={(event) => {
            setOn(event.currentTarget.checked)
            void desktop.settings.set({ dueNotices: event.currentTarget.checked })
          }}
        />
      )}
    </Section>
  )
}
