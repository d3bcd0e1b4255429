import { Button, Center, Progress, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { assertNever } from '../../shared/lib/assert'
import { DepsContext } from '../commands/deps'
import { desktopApi } from '../platform/desktop'
import { MessageNote } from '../ui/message-note'
import { App } from './app'
import { Launch } from './launch'
import type { StartUp } from './start-up'
import { blockText } from './storage-messages'

function GateScreen({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Center h="100%" component="main">
      <Stack maw={640} p="xl" gap="md">
        <Title order={1} size="h3">
          {title}
        </Title>
        {children}
      </Stack>
    </Center>
  )
}

function NewerData({ state }: { readonly state: Extract<StartUp, { kind: 'newer' }> }) {
  return (
    <GateScreen title="Estos datos son de una versión más nueva de Quórum">
      <MessageNote kind="error">
        Los datos guardados usan el formato {state.found} y esta versión solo conoce hasta el{' '}
        {state.supported}.
      </MessageNote>
      <Text>No se modificó nada. Instale la versión más reciente de Quórum y vuelva a abrirla.</Text>
      <Text size="sm" c="var(--q-muted)">
        Carpeta de datos: {state.folder}
      </Text>
    </GateScreen>
  )
}

interface BlockedProps {
  readonly state: Extract<StartUp, { kind: 'blocked' }>
  readonly onRetry: () => void
}

function Blocked({ state, onRetry }: BlockedProps) {
  return (
    <GateScreen title="Quórum no puede guardar en este equipo">
      <MessageNote kind="error">{blockText(state.status.reason)}</MessageNote>
      <Text>
        Lo que ya estaba guardado sigue en su lugar ({state.status.headSeq} registros). No se abre una sesión
        que pudiera parecer guardada sin estarlo.
      </Text>
      <Text size="sm" c="var(--q-muted)">
        Carpeta: {state.status.folder} · {state.status.detail}
      </Text>
      <Button w="fit-content" onClick={onRetry}>
        Reintentar
      </Button>
    </GateScreen>
  )
}

/** Nothing of the app is shown before data and version have been checked. */
export function Gate({ first }: { readonly first: Launch }) {
  const [launch, setLaunch] = useState(first)
  const [started, setStarted] = useState<StartUp | null>(null)
  const [bug, setBug] = useState<Error | null>(null)
  const progress = useSyncExternalStore(launch.subscribe, launch.progress)

  useEffect(() => {
    launch.result.then(setStarted, (error: unknown) =>
      setBug(error instanceof Error ? error : new Error(String(error))),
    )
  }, [launch])

  const retry = () => {
    setStarted(null)
    setLaunch(new Launch(desktopApi().journal.reopen))
  }

  if (bug) throw bug
  if (!started) {
    return progress === null ? null : (
      <GateScreen title="Reconstruyendo los datos a partir del registro…">
        <Progress value={progress * 100} aria-label="Avance de la reconstrucción" />
      </GateScreen>
    )
  }
  switch (started.kind) {
    case 'newer':
      return <NewerData state={started} />
    case 'blocked':
      return <Blocked state={started} onRetry={retry} />
    case 'ready':
      return (
        <DepsContext value={started.deps}>
          <App bodies={started.bodies} findings={started.findings} reconciliation={started.reconciliation} />
        </DepsContext>
      )
    default:
      return assertNever(started)
  }
}
