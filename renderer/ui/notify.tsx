import { Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { required } from '../../shared/lib/assert'
import classes from './notify.module.css'

export interface Notice {
  readonly kind: 'done' | 'error' | 'warning'
  readonly text: string
  /** Offered as "Deshacer" while the notice is shown. */
  readonly undo?: () => void
}

interface ShownNotice extends Notice {
  readonly id: number
}

type Notify = (notice: Notice) => void

const NotifyContext = createContext<Notify | null>(null)

/** Errors stay until closed; the rest leave by themselves, slowly enough to reach "Deshacer". */
const SHOWN_MS = 12_000

/** Tells the user what happened, at the bottom of the window. */
export function useNotify(): Notify {
  return required(useContext(NotifyContext), 'notifier')
}

function NoticeLine({ notice, onClose }: { readonly notice: ShownNotice; readonly onClose: () => void }) {
  const stays = notice.kind === 'error'
  useEffect(() => {
    if (stays) return undefined
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [stays, onClose])
  return (
    <Paper
      withBorder
      p="sm"
      className={`${classes.notice} ${classes[notice.kind]}`}
      role={stays ? 'alert' : 'status'}
    >
      <Group gap="md" wrap="nowrap" justify="space-between">
        <Text size="sm">{notice.text}</Text>
        <Group gap="xs" wrap="nowrap">
          {notice.undo && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notice.undo?.()
                onClose()
              }}
            >
              Deshacer
            </Button>
          )}
          <CloseButton aria-label="Cerrar aviso" size="sm" onClick={onClose} />
        </Group>
      </Group>
    </Paper>
  )
}

/** Holds the notices shown; at most three at a time. */
export function NotifyProvider({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly ShownNotice[]>([])
  const notify = useCallback<Notify>((notice) => {
    setNotices((shown) => [...shown.slice(-2), { ...notice, id: (shown.at(-1)?.id ?? 0) + 1 }])
  }, [])
  const closers = useMemo(
    () =>
      new Map(notices.map(({ id }) => [id, () => setNotices((shown) => shown.filter((n) => n.id !== id))])),
    [notices],
  )
  return (
    <NotifyContext value={notify}>
      {children}
      <div className={classes.stack}>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} onClose={closers.get(notice.id) ?? (() => undefined)} />
        ))}
      </div>
    </NotifyContext>
  )
}
