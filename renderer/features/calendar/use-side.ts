import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import {
  type ChannelId,
  type CommemorationId,
  type PublicationId,
  publicationIdSchema,
} from '../../../shared/domain/publications'
import type { IsoDate } from '../../../shared/lib/iso-date'
import type { CalendarMode } from './modes'

/** What stands beside the calendar. */
export type Side =
  | { readonly kind: 'none' }
  | { readonly kind: 'entry'; readonly id: PublicationId }
  | { readonly kind: 'new'; readonly day: IsoDate }
  | { readonly kind: 'generate' }
  | { readonly kind: 'notices' }
  /** A date of the catalogue, null for a new one. */
  | { readonly kind: 'date'; readonly id: CommemorationId | null }
  /** A channel, null for a new one. */
  | { readonly kind: 'channel'; readonly id: ChannelId | null }

/** Asked before the panel shows something else: keeps what was typed; false when it must stay. */
export type Leave = () => Promise<boolean>

const NONE: Side = { kind: 'none' }

function isSame(a: Side, b: Side): boolean {
  return a.kind === b.kind && ('id' in a ? a.id : null) === ('id' in b ? b.id : null)
}

/** The panel at the right; an entry is part of the address, so that it can be linked to. */
export function useSide(mode: CalendarMode, id: string | undefined) {
  const [, navigate] = useLocation()
  const [other, setOther] = useState<Side>(NONE)
  const leave = useRef<Leave | null>(null)
  const entryId = publicationIdSchema.safeParse(id).data ?? null
  const side: Side = entryId === null ? other : { kind: 'entry', id: entryId }
  // What was asked before saving may be answered after it, when another view or panel is on screen.
  const latest = useRef({ mode, side })
  useEffect(() => {
    latest.current = { mode, side }
  })
  /** Shows something else beside the calendar; false when what was typed could not be kept and stays. */
  const show = useCallback(
    async (next: Side) => {
      if (leave.current && !(await leave.current())) return false
      const { mode: shown } = latest.current
      if (next.kind === 'entry') navigate(`/calendario/${shown}/${next.id}`)
      else {
        setOther(next)
        navigate(`/calendario/${shown}`)
      }
      return true
    },
    [navigate],
  )
  /** Closes a panel, unless another has taken its place; whether it did. */
  const close = useCallback(
    async (panel: Side) => {
      if (!isSame(panel, latest.current.side)) return false
      return show(NONE)
    },
    [show],
  )
  /** Whether what was typed in the panel is kept, so that the calendar may be left. */
  const settle = useCallback(async () => leave.current === null || (await leave.current()), [])
  const setMode = useCallback(
    (next: CalendarMode) => {
      const entry = entryId === null || next === 'catalogo' ? '' : `/${entryId}`
      navigate(`/calendario/${next}${entry}`)
    },
    [navigate, entryId],
  )
  return { side, show, close, setMode, leave, settle }
}

export type SideControl = ReturnType<typeof useSide>
