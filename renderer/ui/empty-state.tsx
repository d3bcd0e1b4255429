import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** What an empty list says: that it is empty, and what to do next. */
export function EmptyState({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py={48} px="xl">
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      <Text c="var(--q-muted)" ta="center" maw={520}>
        {hint}
      </Text>
      {children}
    </Stack>
  )
}
