import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Seat } from '../../../shared/domain/people'
import { useDeps } from '../../commands/deps'
import { moveSeat } from '../../commands/directory/move-seat'
import { removeSeat } from '../../commands/directory/remove-seat'
import { useNotify } from '../../ui/notify'
import type { SeatLine } from './directory-lines'
import { rowOf, type SeatActions } from './seats-table'
import type { OpenForms } from './settle'
import type { DirectoryEdits } from './use-directory-edits'

interface SeatListOptions {
  readonly lines: readonly SeatLine[]
  readonly edits: DirectoryEdits
  readonly forms: OpenForms
  readonly filter: RefObject<HTMLInputElement | null>
}

type Choice =
  | { readonly kind: 'none' }
  | { readonly kind: 'new' }
  | { readonly kind: 'seat'; readonly id: Seat['id'] }

/** Which seat is open at the right, and what keys and mouse do with the list. */
export function useSeatList({ lines, edits, forms, filter }: SeatListOptions) {
  const deps = useDeps()
  const notify = useNotify()
  const [choice, setChoice] = useState<Choice>({ kind: 'none' })
  const focusAfter = useRef<string | null>(null)
  useEffect(() => {
    const row = focusAfter.current === null ? null : rowOf(focusAfter.current)
    if (!row) return
    row.focus()
    focusAfter.current = null
  })
  /** Goes on only when nothing typed would be lost. */
  const leave = async (next: () => void) => {
    if (await forms.settle()) next()
    else {
      const text = 'Corrija lo señalado en el detalle, o use Descartar, antes de pasar a otra cosa.'
      notify({ kind: 'warning', text })
    }
  }
  const find = (id: string) => lines.find(({ seat }) => seat.id === id)
  const actions: SeatActions = {
    select: (id) =>
      void leave(() => {
        focusAfter.current = id
        setChoice({ kind: 'seat', id })
      }),
    move: (id, to) => {
      const line = find(id)
      if (!line) return
      focusAfter.current = id
      void edits.run({ what: 'el orden', done: null }, () => moveSeat(deps, line.seat, to))
    },
    remove: ({ seat, index }) =>
      void edits
        .run({ what: 'el área', done: `Se eliminó ${seat.acronym || seat.name}.` }, () =>
          removeSeat(deps, seat),
        )
        .then((removed) => {
          const beside = lines[index + 1] ?? lines[index - 1]
          if (!removed.ok || !beside) return
          focusAfter.current = beside.seat.id
          setChoice({ kind: 'seat', id: beside.seat.id })
        }),
    enter: () => document.querySelector<HTMLElement>('aside :is(input, textarea, select, button)')?.focus(),
    filter: () => filter.current?.focus(),
  }
  return {
    chosen: choice.kind === 'seat' ? choice.id : null,
    isAdding: choice.kind === 'new',
    actions,
    add: () => void leave(() => setChoice({ kind: 'new' })),
    added: (id: Seat['id']) => {
      focusAfter.current = id
      setChoice({ kind: 'seat', id })
    },
    close: () => setChoice({ kind: 'none' }),
  }
}
