import { useCallback, useMemo, useRef } from 'react'
import type { Result } from '../../shared/lib/result'
import type { Committed } from '../commands/commit'
import { SerialQueue } from '../commands/serial-queue'
import { useNotify } from '../ui/notify'
import { useUndo } from './use-undo'

/** How an edit is told. */
export interface EditWords<F> {
  /** What was done, with "Deshacer" beside it; null for what shows by itself. */
  readonly done: string | null
  /** Why nothing changed; null for what its form shows in place. */
  readonly failed: (failure: F) => string | null
}

/** The edits of a screen. */
export interface Edits {
  /** Carries an edit out after those before it, tells it, and answers what it answered. */
  readonly run: <F, T extends Committed | null>(
    words: EditWords<F>,
    edit: () => Promise<Result<T, F>>,
  ) => Promise<Result<T, F>>
  /** Takes back the last edit that still stands; false when there is none. */
  readonly undoLast: () => boolean
}

/**
 * The edits of a screen, one after the other, each reading what the one before stored, so that keys pressed
 * quickly never work on old rows. They are remembered, newest last, for "Deshacer" and Ctrl+Z.
 */
export function useEdits(): Edits {
  const notify = useNotify()
  const takeBack = useUndo()
  const queue = useRef(new SerialQueue())
  const stored = useRef<readonly Committed[]>([])
  const undo = useCallback(
    (committed: Committed) => {
      stored.current = stored.current.filter((other) => other !== committed)
      void queue.current.run(() => takeBack(committed))
    },
    [takeBack],
  )
  const run = useCallback<Edits['run']>(
    async ({ done, failed }, edit) => {
      const result = await queue.current.run(edit)
      if (!result.ok) {
        const text = failed(result.error)
        if (text !== null) notify({ kind: 'error', text })
        return result
      }
      const committed = result.value
      if (committed === null) return result
      stored.current = [...stored.current, committed]
      if (done !== null) notify({ kind: 'done', text: done, undo: () => undo(committed) })
      return result
    },
    [notify, undo],
  )
  const undoLast = useCallback(() => {
    const last = stored.current.at(-1)
    if (last) undo(last)
    return last !== undefined
  }, [undo])
  return useMemo(() => ({ run, undoLast }), [run, undoLast])
}
