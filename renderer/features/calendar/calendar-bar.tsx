import { Button, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type IsoDate, yearOf } from '../../../shared/lib/iso-date'
import { mondayOf, monthOfDate } from '../../../shared/lib/month'
import { capitalize } from '../../../shared/lib/spanish'
import { monthName } from '../../../shared/lib/spanish-date'
import { formatDay } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import classes from './calendar.module.css'
import { LAYERS, type LayerKind } from './layers'
import { type CalendarMode, MODES, modeOf } from './modes'
import { stepPeriod } from './plan-model'

interface BarProps {
  readonly mode: CalendarMode
  readonly onMode: (mode: CalendarMode) => void
  readonly day: IsoDate
  readonly today: IsoDate
  readonly onDay: (day: IsoDate) => void
  readonly layers: ReadonlySet<LayerKind>
  readonly onLayer: (kind: LayerKind) => void
}

const PERIOD_WORDS: Partial<Readonly<Record<CalendarMode, string>>> = { mes: 'Mes', semana: 'Semana' }

function periodText(mode: CalendarMode, day: IsoDate): string {
  if (mode === 'semana') return `Semana del ${formatDay(mondayOf(day)).replace(/^\S+ /, '')}`
  const { year, month } = monthOfDate(day)
  return mode === 'mes' ? `${capitalize(monthName(month))} de ${year}` : String(yearOf(day))
}

function Stepper({ mode, day, today, onDay }: Pick<BarProps, 'mode' | 'day' | 'today' | 'onDay'>) {
  const word = PERIOD_WORDS[mode] ?? 'Año'
  const ending = mode === 'semana' ? 'a' : 'o'
  return (
    <div className={classes.stepper}>
      <Button
        size="compact-sm"
        variant="default"
        px={4}
        aria-label={`${word} anterior (Re Pág)`}
        onClick={() => onDay(stepPeriod(day, mode, -1))}
      >
        <IconChevronLeft size={16} />
      </Button>
      <h2 className={classes.period} aria-live="polite">
        {periodText(mode, day)}
      </h2>
      <Button
        size="compact-sm"
        variant="default"
        px={4}
        aria-label={`Siguiente ${word.toLocaleLowerCase('es-MX')} (Av Pág)`}
        title={`${word} próxim${ending}`}
        onClick={() => onDay(stepPeriod(day, mode, 1))}
      >
        <IconChevronRight size={16} />
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<Kbd keys="H" />}
        onClick={() => onDay(today)}
      >
        Hoy
      </Button>
    </div>
  )
}

function LayerToggles({ layers, onLayer }: Pick<BarProps, 'layers' | 'onLayer'>) {
  return (
    <fieldset className={classes.layers} aria-label="Qué más se muestra">
      {LAYERS.map(({ kind, label, shape }) => (
        <button
          key={kind}
          type="button"
          className={classes.layer}
          aria-pressed={layers.has(kind)}
          onClick={() => onLayer(kind)}
        >
          <span aria-hidden="true" className={classes[`${kind}-shape`]}>
            {shape}
          </span>
          <span className={classes.layerWord}>{label}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** How the plan is looked at: the view, the stretch of time, and what else is drawn. */
export function CalendarBar(props: BarProps) {
  const { mode, onMode } = props
  const isGrid = mode === 'anio' || mode === 'mes' || mode === 'semana'
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label="Cómo se muestra"
        data={MODES.map(({ mode: value, label, key }) => ({
          value,
          label: (
            <>
              {label} <Kbd keys={key} />
            </>
          ),
        }))}
        value={mode}
        transitionDuration={0}
        onChange={(value) => onMode(modeOf(value))}
      />
      {mode !== 'catalogo' && <Stepper {...props} />}
      {isGrid && <LayerToggles {...props} />}
    </div>
  )
}
