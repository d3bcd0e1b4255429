import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { Kbd } from '../../ui/kbd'

interface FormButtonsProps {
  readonly isDirty: boolean
  readonly onDiscard: () => void
  /** Further actions, at the other end. */
  readonly children?: ReactNode
}

/** Save and discard, there only while something is unsaved. */
export function FormButtons({ isDirty, onDiscard, children }: FormButtonsProps) {
  if (!isDirty && children === undefined) return null
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="sm">
        {isDirty && (
          <>
            <Button type="submit" size="xs" rightSection={<Kbd keys="Ctrl+Enter" />}>
              Guardar
            </Button>
            <Button size="xs" variant="default" onClick={onDiscard}>
              Descartar
            </Button>
          </>
        )}
      </Group>
      <Group gap="sm">{children}</Group>
    </Group>
  )
}
