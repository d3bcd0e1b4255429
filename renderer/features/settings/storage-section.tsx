import { useEffect, useState } from 'react'
import { useDeps } from '../../commands/deps'
import { useLive } from '../../data/use-live'
import { Section } from './section'
import classes from './settings.module.css'

interface Fact {
  readonly label: string
  readonly value: string
}

function useAppInfo() {
  const { desktop } = useDeps()
  type AppInfo = Awaited<ReturnType<typeof desktop.app.info>>
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    void desktop.app.info().then(setInfo)
  }, [desktop])
  return info
}

/** Where the data are and how much is stored, for the user and for support. */
export function StorageSection() {
  const { store } = useDeps()
  const info = useAppInfo()
  const head = useLive(() => store.head(), [store])
  if (!info || head === undefined) return null
  const facts: readonly Fact[] = [
    { label: 'Carpeta de datos', value: info.dataFolder },
    { label: 'Carpeta del registro', value: info.journalFolder },
    { label: 'Cambios guardados en el registro', value: (head?.seq ?? 0).toLocaleString('es-MX') },
    { label: 'Datos vigentes (filas)', value: (head?.rows ?? 0).toLocaleString('es-MX') },
    { label: 'Sello del último cambio', value: head ? head.hash.slice(0, 16) : '—' },
    { label: 'Versión de Quórum', value: info.version },
    { label: 'Electron y Chromium', value: `${info.electron} · ${info.chromium}` },
  ]
  return (
    <Section
      title="Datos"
      says="Todo está en este equipo. Cada cambio queda escrito en el registro antes de mostrarse como guardado."
    >
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
