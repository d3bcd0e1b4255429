import { Button, Code, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'

interface State {
  readonly error: Error | null
}

/** A bug reached the screen: say so, say what is safe, and offer the way back. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <Stack p="xl" maw={720} mx="auto" role="alert">
        <Title order={1} size="h3">
          Quórum encontró un error y detuvo esta pantalla
        </Title>
        <Text>
          Todo lo que se mostró como «Guardado» sigue en el disco. Vuelva a abrir la pantalla; si se repite,
          anote el texto de abajo para reportarlo.
        </Text>
        <Code block>{error.message}</Code>
        <Button w="fit-content" onClick={() => location.reload()}>
          Volver a abrir
        </Button>
      </Stack>
    )
  }
}
