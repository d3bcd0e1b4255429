import { useCallback, useMemo } from 'react'
import type { Publication } from '../../../shared/domain/publications'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { joinSpanish } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { movePublication } from '../../commands/publications/edit-publication'
import { startFromEarlier } from '../../commands/publications/plan-year'
import { useBody } from '../../data/current-body'
import { formatDay } from '../../ui/format'
import { useNotify } from '../../ui/notify'
import type { CalendarActions } from './calendar-context'
import { planAuthor } from './plan-author'
import type { RunPlanEdit } from './use-plan-edit'
import type { SideControl } from './use-side'

interface Doors {
  readonly show: SideControl['show']
  readonly settle: SideControl['settle']
  readonly onDay: (day: IsoDate) => void
  readonly onImport: CalendarActions['importDates']
  readonly run: RunPlanEdit
}

/** What can be done from any part of the calendar. */
export function useCalendarActionsOf({ show, settle, onDay, onImport, run }: Doors) {
  const deps = useDeps()
  const body = useBody()
  const notify = useNotify()
  const actions = useMemo<CalendarActions>(
    () => ({
      run,
      goToDay: onDay,
      open: (id) => void show({ kind: 'entry', id }),
      startNew: (day) => void show({ kind: 'new', day }),
      editDate: (id) => void show({ kind: 'date', id }),
      editChannel: (id) => void show({ kind: 'channel', id }),
      importDates: (source) => void settle().then((isSettled) => isSettled && onImport(source)),
      move: (publication, on) => {
        if (on === publication.on) return
        const done = `«${publication.title}» pasó al ${formatDay(on)}.`
        void run(done, () => movePublication(deps, publication.id, on)).then(({ ok }) => ok && onDay(on))
      },
    }),
    [deps, run, show, settle, onDay, onImport],
  )
  const startEarlier = useCallback(
    (publication: Publication) => {
      void run(`«${publication.title}» empieza de lo que tuvo antes.`, async () => {
        const started = await startFromEarlier(deps, body.id, publication.id, planAuthor())
        if (!started.ok) return started
        const dropped = started.value.droppedChannels.map(({ name }) => name)
        if (dropped.length > 0) {
          notify({ kind: 'warning', text: `Sin canal vigente que los sustituya: ${joinSpanish(dropped)}.` })
        }
        return { ok: true, value: started.value.edited }
      })
    },
    [deps, body.id, run, notify],
  )
  return { actions, startEarlier }
}
