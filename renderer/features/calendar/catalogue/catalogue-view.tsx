import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import {
  type Commemoration,
  describeDate,
  finderOf,
  SCOPE_LABELS,
  STARTER_DATES,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { foldText } from '../../../../shared/lib/spanish'
import { Kbd } from '../../../ui/kbd'
import { useImportDoors } from '../../../ui/sheet-import/use-import-doors'
import { useCalendarActions } from '../calendar-context'
import { useAdoptStarters } from '../empty-plan'
import type { Plan } from '../use-plan'
import classes from './catalogue.module.css'
import { ChannelsSection } from './channels-section'
import { DateRow } from './date-row'
import { isRetired } from './date-states'
import { nextSpan } from './rule-model'

type Shown = 'all' | 'in-force' | 'suggested' | 'retired'

const SHOWN: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'all', label: 'Todas' },
  { value: 'in-force', label: 'Vigentes' },
  { value: 'suggested', label: 'Sugeridas' },
  { value: 'retired', label: 'Retiradas' },
]

function fits(date: Commemoration, shown: Shown, today: IsoDate): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'in-force':
      return !isRetired(date, today)
    case 'suggested':
      return date.suggested
    case 'retired':
      return isRetired(date, today)
  }
}

function useRows({ catalogue, today }: Plan) {
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const find = useMemo(() => finderOf(catalogue), [catalogue])
  const all = useMemo(
    () =>
      catalogue
        .map((date) => {
          const rule = describeDate(date, find)
          const next = nextSpan(date, today, find)
          const searched = foldText([date.name, rule, SCOPE_LABELS[date.scope], date.basis].join(' '))
          return { date, rule, next, searched }
        })
        .sort((a, b) => (a.next?.from ?? '9').localeCompare(b.next?.from ?? '9')),
    [catalogue, today, find],
  )
  const words = foldText(text).split(' ')
  const rows = all.filter(
    ({ date, searched }) => fits(date, shown, today) && words.every((word) => searched.includes(word)),
  )
  return { text, setText, shown, setShown, rows }
}

type Rows = ReturnType<typeof useRows>

function Filters({ rows, missing }: { readonly rows: Rows; readonly missing: number }) {
  const adopt = useAdoptStarters()
  const { editDate, importDates } = useCalendarActions()
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        data-search
        aria-label="Buscar en el catálogo"
        placeholder="Buscar: nombre, regla, ámbito…"
        leftSection={<IconSearch size={16} />}
        rightSection={<Kbd keys="/" />}
        value={rows.text}
        onChange={(event) => rows.setText(event.currentTarget.value)}
      />
      <NativeSelect
        w={112}
        aria-label="Cuáles"
        value={rows.shown}
        data={[...SHOWN]}
        onChange={(event) =>
          rows.setShown(SHOWN.find(({ value }) => value === event.currentTarget.value)?.value ?? 'all')
        }
      />
      <span className={classes.quiet} aria-live="polite">
        {rows.rows.length === 1 ? '1 fecha' : `${rows.rows.length} fechas`}
      </span>
      <div className={classes.doors}>
        <Button
          px={10}
          variant="default"
          data-import-door
          rightSection={<Kbd keys="Ctrl+V" />}
          onClick={() => importDates({ kind: 'ask' })}
        >
          Importar fechas…
        </Button>
        {missing > 0 && (
          <Button px={10} variant="default" onClick={adopt}>
            Agregar {missing === 1 ? '1 sugerida' : `${missing} sugeridas`}
          </Button>
        )}
        <Button
          px={10}
          variant="default"
          leftSection={<IconPlus size={16} />}
          rightSection={<Kbd keys="N" />}
          onClick={() => editDate(null)}
        >
          Nueva fecha
        </Button>
      </div>
    </div>
  )
}

/** The dates that plans are made from, with their rule in words and their next day; and the channels. */
export function CatalogueView({ plan }: { readonly plan: Plan }) {
  const rows = useRows(plan)
  useImportDoors(useCalendarActions().importDates)
  const known = new Set(plan.catalogue.map(({ name }) => foldText(name)))
  const missing = STARTER_DATES.filter(({ name }) => !known.has(foldText(name))).length
  return (
    <div className={classes.catalogue}>
      <Filters rows={rows} missing={missing} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Fecha</th>
            <th scope="col">Cuándo cae</th>
            <th scope="col">Próxima</th>
            <th scope="col" className={classes.scope}>
              Ámbito
            </th>
            <th scope="col">Estado</th>
            <th scope="col" className={classes.actionsHead}>
              <span className={classes.hidden}>Acciones</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.rows.map(({ date, rule, next }) => (
            <DateRow key={date.id} date={date} rule={rule} next={next} today={plan.today} />
          ))}
        </tbody>
      </table>
      {rows.rows.length === 0 && <p className={classes.quiet}>Ninguna fecha coincide.</p>}
      <ChannelsSection plan={plan} />
    </div>
  )
}
