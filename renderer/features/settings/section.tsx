import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './settings.module.css'

interface SectionProps {
  readonly title: string
  readonly says: string
  readonly children: ReactNode
}

/** A part of the settings: what it is at the left, its controls at the right. */
export function Section({ title, says, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <div>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text size="sm" c="var(--q-muted)" mt={4}>
          {says}
        </Text>
      </div>
      <div className={classes.controls}>{children}</div>
    </section>
  )
}
