import { Button, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useDeps } from '../../commands/deps'
import { generateYear } from '../../commands/publications/plan-year'
import { useBody } from '../../data/current-body'
import { formatDay } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import { SidePanel } from '../../ui/side-panel'
import classes from './calendar.module.css'
import { useCalendarActions } from './calendar-context'
import { planAuthor } from './plan-author'
import type { Plan } from './use-plan'

interface GeneratePanelProps {
  readonly plan: Plan
  readonly onClose: () => void
}

function datesText(count: number): string {
  return count === 1 ? '1 fecha' : `${count.toLocaleString('es-MX')} fechas`
}

/** What generating the plan of the year would add, said before it is done. */
export function GeneratePanel({ plan, onClose }: GeneratePanelProps) {
  const deps = useDeps()
  const body = useBody()
  const { run } = useCalendarActions()
  const { year, dates, entries } = plan
  const missing = useMemo(() => {
    const planned = new Set(entries.map(({ commemorationId }) => commemorationId))
    return dates.filter(({ commemoration }) => !planned.has(commemoration.id))
  }, [dates, entries])
  const generate = async () => {
    const done = await run(`Plan de ${year}: se agregaron ${datesText(missing.length)}.`, () =>
      generateYear(deps, body.id, year, planAuthor()),
    )
    if (done.ok) onClose()
  }
  return (
    <SidePanel
      onEscape="closes"
      title={`Generar el plan de ${year}`}
      onClose={onClose}
      foot={
        missing.length > 0 && (
          <>
            <Button autoFocus onClick={() => void generate()} rightSection={<Kbd keys="Enter" />}>
              Agregar {datesText(missing.length)}
            </Button>
            <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
              Cancelar
            </Button>
          </>
        )
      }
    >
      <Text size="sm">
        El catálogo tiene {datesText(dates.length)} en {year}; {dates.length - missing.length} ya están en el
        plan.{' '}
        {missing.length === 0
          ? 'No hay nada que agregar.'
          : 'Se agregarán como propuestas, en los canales vigentes ese día. Un solo Ctrl+Z las quita todas.'}
      </Text>
      <ul className={classes.plainList}>
        {missing.map(({ commemoration, span }) => (
          <li key={commemoration.id}>
            <span className={classes.quiet}>
              {formatDay(span.from)}
              {span.until !== span.from && ` a ${formatDay(span.until)}`}
            </span>
            <br />
            {commemoration.name}
            {commemoration.suggested && <span className={classes.quiet}> · sugerida</span>}
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
