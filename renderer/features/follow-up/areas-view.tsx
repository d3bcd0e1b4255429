import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { countItems, groupItems, type ItemGroup, isOpenState } from '../../../shared/domain/follow-up'
import { Card } from './card'
import { itemsText } from './choices'
import type { LookControl } from './use-look'
import type { Selection } from './use-selection'
import classes from './views.module.css'

interface AreasViewProps {
  readonly control: LookControl
  readonly selection: Selection
  readonly onOpen: () => void
}

/** Cards drawn of an área until asked for more. */
const FEW = 6
const MAX_CARDS = 200

function summaryOf(group: ItemGroup): string {
  const { states, urgencies } = countItems(group.records)
  const parts: readonly (readonly [number, string, string])[] = [
    [urgencies.overdue, 'vencido', 'vencidos'],
    [urgencies.today + urgencies.soon, 'por vencer', 'por vencer'],
    [states.pending, 'pendiente', 'pendientes'],
    [states['in-progress'], 'en proceso', 'en proceso'],
    [states.fulfilled, 'cumplido', 'cumplidos'],
  ]
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
  return said.join(' · ')
}

function Area({ group, selection, onOpen }: Omit<AreasViewProps, 'control'> & { readonly group: ItemGroup }) {
  const [isAll, setAll] = useState(false)
  const records = [...group.records].sort(
    (a, b) => Number(isOpenState(b.standing.state)) - Number(isOpenState(a.standing.state)),
  )
  const shown = records.slice(0, isAll ? MAX_CARDS : FEW)
  return (
    <section className={classes.area} aria-label={group.label}>
      <h2 className={classes.areaTitle}>{group.label}</h2>
      <p className={classes.quiet}>
        {itemsText(group.records.length)}: {summaryOf(group)}
      </p>
      <div className={classes.areaCards}>
        {shown.map((record) => (
          <Card key={record.item.id} record={record} selection={selection} onOpen={onOpen} />
        ))}
      </div>
      {!isAll && records.length > FEW && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Ver {records.length > MAX_CARDS ? `${MAX_CARDS} de ${records.length}` : `los ${records.length}`}
        </Button>
      )}
    </section>
  )
}

/** What each área has on its hands. */
export function AreasView({ control, selection, onOpen }: AreasViewProps) {
  const { shown, nameOf } = control
  const groups = useMemo(() => groupItems(shown, 'responsible', { sessionName: nameOf }), [shown, nameOf])
  return (
    <div className={classes.areas}>
      {groups.map((group) => (
        <Area key={group.key} group={group} selection={selection} onOpen={onOpen} />
      ))}
    </div>
  )
}
