import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './screen.module.css'

export interface ScreenProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Full width for tables and boards; otherwise a width for reading. */
  readonly wide?: boolean
}

/** Frame of a screen: title, actions at the right, scrolling content below. */
export function Screen({ title, subtitle, actions, children, wide = true }: ScreenProps) {
  return (
    <section className={classes.screen} aria-label={title}>
      <header className={classes.header}>
        <Stack gap={0} className={classes.titles}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text component="div" size="sm" c="var(--q-muted)">
              {subtitle}
            </Text>
          )}
        </Stack>
        <Group gap="sm">{actions}</Group>
      </header>
      <div className={wide ? classes.content : `${classes.content} ${classes.reading}`}>{children}</div>
    </section>
  )
}
