import { Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useDeps } from '../commands/deps'
import type { SaveState } from '../commands/save-monitor'
import { formatClock } from '../ui/format'
import classes from './frame.module.css'
import { appendFailureText } from './storage-messages'

function saveText(state: SaveState): string {
  switch (state.kind) {
    case 'idle':
      return 'Todo guardado'
    case 'saving':
      return 'Guardando…'
    case 'saved':
      return state.shown
        ? `Guardado ${formatClock(state.at)}`
        : `Guardado ${formatClock(state.at)} en el registro; la pantalla está atrasada. Cierre Quórum y ábralo de nuevo.`
    case 'failed':
      return appendFailureText(state.failure)
  }
}

/** Always in sight: when the last fact reached the disk, or what is wrong. */
export function SaveBadge() {
  const { saves } = useDeps()
  const state = useSyncExternalStore(saves.subscribe, saves.state)
  const failed = state.kind === 'failed'
  return (
    <Text
      size="sm"
      role={failed ? 'alert' : 'status'}
      className={failed ? classes.saveFailed : classes.save}
      data-save-state={state.kind}
      data-save-seq={state.kind === 'saved' ? state.seq : undefined}
    >
      <span aria-hidden="true">{failed ? '✕ ' : state.kind === 'saving' ? '○ ' : '● '}</span>
      {saveText(state)}
    </Text>
  )
}
