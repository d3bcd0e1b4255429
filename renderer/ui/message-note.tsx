import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconXboxX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './message-note.module.css'

export type MessageKind = 'error' | 'warning' | 'done' | 'info'

const ICONS = {
  error: <IconXboxX />,
  warning: <IconAlertTriangle />,
  done: <IconCircleCheck />,
  info: <IconInfoCircle />,
}

const WORDS: Readonly<Record<MessageKind, string>> = {
  error: 'Error',
  warning: 'Aviso',
  done: 'Listo',
  info: 'Nota',
}

export interface MessageNoteProps {
  readonly kind: MessageKind
  readonly title?: string
  readonly children: ReactNode
}

/** A message inside a screen; errors and warnings are announced. The kind shows in icon, word and colour. */
export function MessageNote({ kind, title, children }: MessageNoteProps) {
  return (
    <Alert
      className={classes[kind] ?? ''}
      variant="outline"
      icon={ICONS[kind]}
      title={title ?? WORDS[kind]}
      role={kind === 'error' ? 'alert' : 'status'}
      p="sm"
      classNames={{ title: classes.title ?? '', message: classes.message ?? '', icon: classes.icon ?? '' }}
    >
      {children}
    </Alert>
  )
}
