import { Loader, Text, Title } from '@mantine/core'
import { IconBuildingCommunity, IconFileImport, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useContext, useState } from 'react'
import { adoptPreset } from '../../commands/bodies/adopt-preset'
import { useDeps } from '../../commands/deps'
import { CurrentBodyContext } from '../../data/current-body'
import { Kbd } from '../../ui/kbd'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'
import { useShortcuts } from '../../ui/use-shortcuts'
import { NewBodyForm } from './new-body-form'
import classes from './welcome.module.css'

interface WelcomeProps {
  /** The body that was made, or found, becomes the one on screen. */
  readonly onCreated: (bodyId: string) => void
  readonly onOpenExample: () => Promise<void>
  readonly onImport: () => void
}

interface Choice {
  readonly key: string
  readonly icon: ReactNode
  readonly title: string
  readonly says: string
  readonly run: () => void
}

/** The whole window while there is no body; inside the frame afterwards. */
function Place({ children }: { readonly children: ReactNode }) {
  const isInFrame = useContext(CurrentBodyContext) !== null
  const Element = isInFrame ? 'section' : 'main'
  return (
    <Element className={classes.place} aria-label="Elegir órgano">
      <div className={classes.content}>{children}</div>
    </Element>
  )
}

function ChoiceCard({
  choice,
  isBusy,
  isOff,
}: {
  readonly choice: Choice
  readonly isBusy: boolean
  readonly isOff: boolean
}) {
  return (
    <li>
      <button type="button" className={classes.card} onClick={choice.run} disabled={isOff}>
        <span className={classes.icon}>{isBusy ? <Loader size={28} /> : choice.icon}</span>
        <span className={classes.title}>{choice.title}</span>
        <span className={classes.says}>{choice.says}</span>
        <span className={classes.key}>
          <Kbd keys={choice.key} />
        </span>
      </button>
    </li>
  )
}

/** Runs one choice at a time and remembers which, so that its card can show it. */
function useBusy() {
  const [busy, setBusy] = useState<string | null>(null)
  const during = (key: string, task: () => Promise<void>) => () => {
    if (busy !== null) return
    setBusy(key)
    void task().finally(() => setBusy(null))
  }
  return { busy, during }
}

function useChoices({ onCreated, onOpenExample, onImport }: WelcomeProps, openForm: () => void) {
  const deps = useDeps()
  const notify = useNotify()
  const { busy, during } = useBusy()
  const usePreset = async () => {
    const adopted = await adoptPreset(deps)
    if (!adopted.ok) {
      notify({ kind: 'error', text: saveFailureText('el órgano') })
      return
    }
    if (adopted.value.wasThere)
      notify({ kind: 'done', text: 'El CGyPE ya estaba registrado; se abrió como estaba.' })
    onCreated(adopted.value.bodyId)
  }
  const choices: readonly Choice[] = [
    {
      key: '1',
      icon: <IconBuildingCommunity size={28} />,
      title: 'Usar el Comité de Gestión y Publicación Electrónica',
      says: 'Las doce áreas del CGyPE: siete con voto; la Gestoría de Contenidos y otras cuatro, con voz. Las personas se pegan o se escriben después.',
      run: during('1', usePreset),
    },
    {
      key: '2',
      icon: <IconPlus size={28} />,
      title: 'Crear otro órgano',
      says: 'Un comité, comisión o consejo propio: nombre, sigla, zona horaria y numeración. Sus áreas se agregan en el directorio.',
      run: openForm,
    },
    {
      key: '3',
      icon: <IconPlayerPlay size={28} />,
      title: 'Abrir el ejemplo',
      says: 'La segunda sesión ordinaria de 2017, completa: orden del día, votaciones, acuerdos y minuta, para ver cómo se trabaja.',
      run: during('3', onOpenExample),
    },
    {
      key: '4',
      icon: <IconFileImport size={28} />,
      title: 'Traer un respaldo o expediente',
      says: 'Lo que se hizo en otro equipo: un órgano entero con su historia y sus anexos, o una sesión. Antes de guardar nada verá qué trae.',
      run: onImport,
    },
  ]
  return { choices, busy }
}

function Choices(props: WelcomeProps & { readonly openForm: () => void }) {
  const { choices, busy } = useChoices(props, props.openForm)
  useShortcuts(Object.fromEntries(choices.map(({ key, run }) => [key, run])))
  return (
    <>
      <Title order={1} className={classes.heading}>
        ¿Con qué órgano va a trabajar?
      </Title>
      <Text c="var(--q-muted)" mb={28}>
        Todo se guarda en este equipo y funciona sin red. Puede agregar otros órganos después.
      </Text>
      <ul className={classes.cards}>
        {choices.map((choice) => (
          <ChoiceCard key={choice.key} choice={choice} isBusy={busy === choice.key} isOff={busy !== null} />
        ))}
      </ul>
    </>
  )
}

/** First start, and "Otro órgano…": the preset, a body of one's own, the example, or what was made elsewhere. */
export function WelcomeScreen(props: WelcomeProps) {
  const [isFormOpen, setFormOpen] = useState(false)
  return (
    <Place>
      <p className={classes.brand}>Quórum</p>
      {isFormOpen ? (
        <NewBodyForm onCreated={props.onCreated} onBack={() => setFormOpen(false)} />
      ) : (
        <Choices {...props} openForm={() => setFormOpen(true)} />
      )}
    </Place>
  )
}
