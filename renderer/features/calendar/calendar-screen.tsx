import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type PublicationId, publicationIdSchema } from '../../../shared/domain/publications'
import { type IsoDate, yearOf } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { useToday } from '../../commands/follow-up/use-body-follow-up'
import { useBody } from '../../data/current-body'
import { getPublication } from '../../data/publications'
import { Kbd } from '../../ui/kbd'
import { Screen } from '../../ui/screen'
import type { ImportSource } from '../../ui/sheet-import/use-import-doors'
import { archivePath } from './archive-path'
import classes from './calendar.module.css'
import { CalendarBar } from './calendar-bar'
import { CalendarActionsContext } from './calendar-context'
import { CalendarSide } from './calendar-side'
import { CalendarView } from './calendar-view'
import { EmptyPlan, PlanStrip } from './empty-plan'
import { ImportScreen } from './import/import-screen'
import { KeyHints } from './key-hints'
import { type CalendarMode, modeOf } from './modes'
import { useCalendarActionsOf } from './use-calendar-actions'
import { focusCalendar, useCalendarKeys } from './use-calendar-keys'
import { useLayers } from './use-layers'
import { type Plan, usePlan } from './use-plan'
import { usePlanEdit } from './use-plan-edit'
import { useSide } from './use-side'
import { publicationsText } from './views/day-words'

interface CalendarScreenProps {
  /** The view of the address. */
  readonly view?: string | undefined
  /** The publication to open with, from the address. */
  readonly id?: string | undefined
}

interface LoadedProps {
  readonly plan: Plan
  readonly mode: CalendarMode
  readonly id: string | undefined
  readonly day: IsoDate
  readonly onDay: (day: IsoDate) => void
  readonly edits: ReturnType<typeof usePlanEdit>
  readonly onImport: (source: ImportSource) => void
}

function Tools({
  plan,
  mode,
  onArchive,
  onNotices,
  onGenerate,
  onNew,
}: {
  readonly plan: Plan
  readonly mode: CalendarMode
  readonly onArchive: () => void
  readonly onNotices: () => void
  readonly onGenerate: () => void
  readonly onNew: () => void
}) {
  const notices = plan.notices.length
  return (
    <>
      <Button variant="default" rightSection={<Kbd keys="J" />} onClick={onArchive}>
        Archivo
      </Button>
      <Button variant="default" rightSection={<Kbd keys="A" />} onClick={onNotices}>
        Avisos{notices > 0 && ` (${notices.toLocaleString('es-MX')})`}
      </Button>
      <Button variant="default" rightSection={<Kbd keys="G" />} onClick={onGenerate}>
        Generar el plan de {plan.year}…
      </Button>
      <Button
        leftSection={<IconPlus size={16} />}
        // In the catalogue N is a new date of it.
        rightSection={mode === 'catalogo' ? undefined : <Kbd keys="N" />}
        onClick={onNew}
      >
        Nueva publicación
      </Button>
    </>
  )
}

function Loaded({ plan, mode, id, day, onDay, edits, onImport }: LoadedProps) {
  const search = useRef<HTMLInputElement>(null)
  const control = useSide(mode, id)
  const { side, show, setMode, settle } = control
  const { run, undoLast } = edits
  const { actions, startEarlier } = useCalendarActionsOf({ show, settle, onDay, onImport, run })
  const { layers, toggle, marks } = useLayers(plan, mode)
  const openId: PublicationId | null = side.kind === 'entry' ? side.id : null
  const close = async () => {
    if (await control.close(side)) focusCalendar(openId)
  }
  const [, navigate] = useLocation()
  const openEntry = openId === null ? undefined : plan.byId.get(openId)
  const doors = {
    onArchive: () => navigate(openEntry ? archivePath(openEntry) : '/calendario/archivo'),
    onNotices: () => void show({ kind: 'notices' }),
    onGenerate: () => void show({ kind: 'generate' }),
    onNew: (at: IsoDate = day) => actions.startNew(at),
  }
  useCalendarKeys({
    plan,
    mode,
    day,
    openId,
    search,
    onDay,
    onMode: setMode,
    onOpen: actions.open,
    onMove: actions.move,
    onNewDate: () => actions.editDate(null),
    onEarlier: startEarlier,
    onClose: () => void close(),
    undoLast,
    ...doors,
  })
  const isNew = plan.catalogue.length === 0 && plan.days.size === 0 && mode !== 'catalogo'
  return (
    <CalendarActionsContext value={actions}>
      <Screen
        title="Calendario"
        subtitle={`${publicationsText(plan.entries.length)} en el plan de ${plan.year}`}
        actions={<Tools plan={plan} mode={mode} {...doors} onNew={() => doors.onNew()} />}
      >
        <div className={classes.screen}>
          <div className={classes.main}>
            <CalendarBar
              mode={mode}
              onMode={setMode}
              day={day}
              today={plan.today}
              onDay={onDay}
              layers={layers}
              onLayer={toggle}
            />
            {isNew ? (
              <EmptyPlan onMode={setMode} onNew={() => doors.onNew()} />
            ) : (
              <>
                {mode !== 'catalogo' && <PlanStrip plan={plan} onGenerate={doors.onGenerate} />}
                <div key={mode} className={classes.view} data-calendar tabIndex={-1}>
                  <CalendarView
                    mode={mode}
                    search={search}
                    plan={plan}
                    day={day}
                    marks={marks}
                    openId={openId}
                  />
                </div>
                <KeyHints mode={mode} />
              </>
            )}
          </div>
          <CalendarSide plan={plan} control={control} onEarlier={startEarlier} onClose={() => void close()} />
        </div>
      </Screen>
    </CalendarActionsContext>
  )
}

/** The day of the entry that the address names, once, so that a link shows it in its place. */
function useDayOfEntry(id: string | undefined, onDay: (day: IsoDate) => void): void {
  const { store } = useDeps()
  useEffect(() => {
    const entry = publicationIdSchema.safeParse(id)
    if (!entry.success) return
    let isStale = false
    void getPublication(store, entry.data).then((publication) => {
      if (publication && !isStale) onDay(publication.on)
    })
    return () => {
      isStale = true
    }
  }, [store, id, onDay])
}

/** The plan of fechas conmemorativas: what is published, where and when, year by year. */
export function CalendarScreen({ view, id }: CalendarScreenProps) {
  const today = useToday(useBody())
  const [day, setDay] = useState(today)
  useDayOfEntry(id, setDay)
  const plan = usePlan(yearOf(day))
  const last = useRef(plan)
  useEffect(() => {
    if (plan) last.current = plan
  })
  const edits = usePlanEdit()
  const [source, setSource] = useState<ImportSource | null>(null)
  const shown = plan ?? last.current
  if (!shown) return null
  if (source) {
    const { catalogue } = shown
    const close = () => {
      setSource(null)
      // The keys come back to where the import was asked for.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-import-door]')?.focus())
    }
    return (
      <ImportScreen
        catalogue={catalogue}
        source={source}
        run={edits.run}
        onSource={setSource}
        onClose={close}
      />
    )
  }
  return (
    <Loaded
      plan={shown}
      mode={modeOf(view)}
      id={id}
      day={day}
      onDay={setDay}
      edits={edits}
      onImport={setSource}
    />
  )
}
