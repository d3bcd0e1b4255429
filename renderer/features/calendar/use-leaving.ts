import { useEffect, useRef } from 'react'
import { useNotify } from '../../ui/notify'
import type { SideControl } from './use-side'

interface Leaving {
  /** What is being written, for the user: «Día de la Bandera». */
  readonly what: string
  readonly isDirty: () => boolean
  /**
   * Keeps it; answers why it could not be kept, null when it was. `isLast` when nobody can put it right any
   * more: what can be kept is.
   */
  readonly save: (isLast: boolean) => Promise<string | null>
}

/**
 * Keeps what was typed before the panel goes: asked by the panel, which then stays if it cannot be kept, and
 * by itself when the screen changes, which then says what was lost and why.
 */
export function useLeaving({ leave }: SideControl, leaving: Leaving): void {
  const notify = useNotify()
  const latest = useRef(leaving)
  useEffect(() => {
    latest.current = leaving
  })
  useEffect(() => {
    const ask = async () => !latest.current.isDirty() || (await latest.current.save(false)) === null
    leave.current = ask
    return () => {
      if (leave.current === ask) leave.current = null
      const { isDirty, save, what } = latest.current
      if (!isDirty()) return
      void save(true).then((why) => {
        if (why === null) return
        notify({ kind: 'error', text: `No se guardó lo último que escribió en ${what}. ${why}` })
      })
    }
  }, [leave, notify])
}
