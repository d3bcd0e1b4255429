import { Button, Group } from '@mantine/core'
import { STARTER_DATES } from '../../../shared/domain/publications'
import { useDeps } from '../../commands/deps'
import { adoptStarterDates } from '../../commands/publications/edit-catalogue'
import { useBody } from '../../data/current-body'
import { EmptyState } from '../../ui/empty-state'
import { Kbd } from '../../ui/kbd'
import classes from './calendar.module.css'
import { useCalendarActions } from './calendar-context'
import type { CalendarMode } from './modes'
import type { Plan } from './use-plan'

/** Adds the suggested dates and the usual channels. */
export function useAdoptStarters(): () => void {
  const deps = useDeps()
  const body = useBody()
  const { run } = useCalendarActions()
  return () =>
    void run('Se agregaron las fechas sugeridas y los canales usuales.', () =>
      adoptStarterDates(deps, body.id),
    )
}

interface EmptyPlanProps {
  readonly onMode: (mode: CalendarMode) => void
  readonly onNew: () => void
}

/** What to do when there is neither catalogue nor plan. */
export function EmptyPlan({ onMode, onNew }: EmptyPlanProps) {
  const adopt = useAdoptStarters()
  return (
    <EmptyState
      title="Todavía no hay fechas conmemorativas"
      hint={`Empiece con ${STARTER_DATES.length} fechas sugeridas, de conocimiento general y no de una lista oficial: revise cada una, quite las que no apliquen y agregue las suyas. Después se genera el plan del año.`}
    >
      <Group justify="center">
        <Button onClick={adopt}>Agregar {STARTER_DATES.length} fechas sugeridas</Button>
        <Button variant="default" onClick={() => onMode('catalogo')}>
          Escribir el catálogo
        </Button>
        <Button variant="default" rightSection={<Kbd keys="N" />} onClick={onNew}>
          Nueva publicación
        </Button>
      </Group>
    </EmptyState>
  )
}

/** Over an empty plan: that the catalogue has dates for it. */
export function PlanStrip({ plan, onGenerate }: { readonly plan: Plan; readonly onGenerate: () => void }) {
  if (plan.entries.length > 0 || plan.dates.length === 0) return null
  return (
    <div className={classes.strip}>
      <span>
        El plan de {plan.year} está vacío; el catálogo tiene {plan.dates.length} fechas ese año.
      </span>
      <Button size="compact-sm" rightSection={<Kbd keys="G" />} onClick={onGenerate}>
        Generar el plan de {plan.year}…
      </Button>
    </div>
  )
}
