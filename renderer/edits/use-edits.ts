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
  const unfinished = useRef(0)
  const undo = useCallback(
    (committed: Committed) => {
      stored.current = stored.current.filter((other) => other !== committed)
      return takeBack(committed)
    },
    [takeBack],
  )
  const run = useCallback<Edits['run']>(
    async ({ done, failed }, edit) => {
      unfinished.current += 1
      const result = await queue.current
        .run(async () => {
          const edited = await edit()
          // Within its turn: an undo that waits for it finds it.
          if (edited.ok && edited.value !== null) stored.current = [...stored.current, edited.value]
          return edited
        })
        .finally(() => {
          unfinished.current -= 1
        })
      if (!result.ok) {
        const text = failed(result.error)
        if (text !== null) notify({ kind: 'error', text })
        return result
      }
      const committed = result.value
      if (committed === null) return result
      const offered = () => void queue.current.run(() => undo(committed))
      if (done !== null) notify({ kind: 'done', text: done, undo: offered })
      return result
    },
    [notify, undo],
  )
  const undoLast = useCallback(() => {
    if (stored.current.length === 0 && unfinished.current === 0) return false
    // The last edit is the one that is still being stored, not the one before it.
    void queue.current.run(async () => {
      const last = stored.current.at(-1)
      if (last) await undo(last)
    })
    return true
  }, [undo])
  return useMemo(() => ({ run, undoLast }), [run, undoLast])
}
