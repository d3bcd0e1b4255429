import { type RefObject, useState } from 'react'
import { useLocation } from 'wouter'
import type { ItemId, ItemState } from '../../../shared/domain/follow-up'
import { STATE_LABELS } from '../../../shared/domain/follow-up'
import { useDeps } from '../../commands/deps'
import { bulkChange } from '../../commands/follow-up/bulk-change'
import { changeState } from '../../commands/follow-up/change-state'
import type { FollowUp } from '../../data/follow-up-book'
import { focusSidePanel } from '../../ui/side-panel'
import { type Shortcuts, useShortcuts } from '../../ui/use-shortcuts'
import { itemsText } from './choices'
import { quickEvent } from './follow-up-author'
import { focusList } from './list-focus'
import { originPath } from './origin-path'
import { STATE_KEYS } from './state-keys'
import type { RunEdit } from './use-follow-up-edit'
import type { Selection } from './use-selection'
import type { SidePanelControl } from './use-side-panel'

/** Letters of the shortcuts of the screen: over the list they do not filter. */
export const SCREEN_LETTERS = /^[neo]$/i

/** While the second key of a change of state is awaited, no letter filters. */
export const ANY_KEY = /./

interface ScreenKeys {
  readonly followUp: FollowUp
  readonly selection: Selection
  readonly panel: SidePanelControl
  readonly filter: RefObject<HTMLInputElement | null>
  readonly run: RunEdit
  readonly undoLast: () => void
  /** Another screen is over this one. */
  readonly isOff: boolean
}

function useStateChange({ followUp, selection, run }: ScreenKeys) {
  const deps = useDeps()
  return (to: ItemState) => {
    const chosen = selection.current ? [selection.current.id] : []
    const ids: readonly ItemId[] = selection.ticked.size > 0 ? [...selection.ticked] : chosen
    const draft = quickEvent(followUp.context.today)
    const [first] = ids
    if (!first) return
    if (ids.length === 1) {
      const code = followUp.byId.get(first)?.item.code ?? ''
      void run(`${code}: ${STATE_LABELS[to]}.`, () => changeState(deps, first, to, draft))
      return
    }
    void run(`${itemsText(ids.length)}: ${STATE_LABELS[to]}.`, () =>
      bulkChange(deps, ids, { kind: 'event', draft: { ...draft, body: { kind: 'state', to } } }),
    )
  }
}

/** The shortcuts of the screen. E and then another key change the state. */
export function useScreenKeys(screen: ScreenKeys) {
  const { followUp, selection, panel, filter, undoLast, isOff } = screen
  const [, navigate] = useLocation()
  const [isChoosingState, setChoosing] = useState(false)
  const change = useStateChange(screen)
  const openPanel = () => {
    panel.open({ kind: 'item' })
    focusSidePanel()
  }
  const toOrigin = () => {
    const origin = selection.current && followUp.byId.get(selection.current.id)?.item.origin
    if (origin?.kind === 'session') navigate(originPath(origin))
  }
  const choosing: Shortcuts = {
    ...Object.fromEntries(
      STATE_KEYS.map(({ key, state }) => [
        key,
        () => {
          setChoosing(false)
          change(state)
        },
      ]),
    ),
    escape: () => setChoosing(false),
  }
  const usual: Shortcuts = {
    n: () => panel.open({ kind: 'new' }),
    e: () => (selection.current || selection.ticked.size > 0 ? setChoosing(true) : false),
    o: toOrigin,
    '/': () => filter.current?.focus(),
    'ctrl+f': () => filter.current?.focus(),
    'ctrl+z': undoLast,
    arrowdown: () => (document.activeElement === document.body ? selection.step(1) : false),
    arrowup: () => (document.activeElement === document.body ? selection.step(-1) : false),
    escape: () => {
      if (panel.panel.kind !== 'item') panel.close()
      else if (selection.ticked.size > 0) selection.clearTicks()
      else selection.close()
      focusList()
    },
  }
  useShortcuts(isOff ? {} : isChoosingState ? choosing : usual)
  return { isChoosingState, openPanel }
}
