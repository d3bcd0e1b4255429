import { Button, CloseButton, Menu, NativeSelect, ScrollArea } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useMemo } from 'react'
import {
  type Grouping,
  groupingSchema,
  ITEM_STATES,
  type ItemFilter,
  NO_FILTER,
  PRIORITY_LABELS,
  prioritySchema,
  STATE_LABELS,
  URGENCY_LABELS,
  urgencyKindSchema,
} from '../../../shared/domain/follow-up'
import { capitalize } from '../../../shared/lib/spanish'
import type { FollowUp } from '../../data/follow-up-book'
import { choicesOf } from './choices'
import { chipsOf, toggled } from './filter-chips'
import classes from './follow-up.module.css'
import type { LookControl } from './use-look'
import { ViewsMenu } from './views-menu'

const GROUPINGS: Readonly<Record<Grouping, string>> = {
  none: 'Sin agrupar',
  state: 'Por estado',
  responsible: 'Por área',
  urgency: 'Por vencimiento',
  priority: 'Por prioridad',
  origin: 'Por sesión',
  tag: 'Por etiqueta',
}

/** Degrees of urgency asked for in a list; closed items are found by their state. */
const URGENCIES = urgencyKindSchema.options.filter((kind) => kind !== 'closed')

interface ChoiceProps {
  readonly label: string
  readonly isOn: boolean
  readonly onToggle: () => void
}

function Choice({ label, isOn, onToggle }: ChoiceProps) {
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={isOn}
      leftSection={<span className={classes.check}>{isOn ? '✓' : ''}</span>}
      onClick={onToggle}
    >
      {label}
    </Menu.Item>
  )
}

type ChoicesProps = Pick<LookControl, 'look' | 'setFilter' | 'nameOf'>

function StateAndDueChoices({ look, setFilter }: ChoicesProps) {
  const { filter } = look
  return (
    <>
      <Menu.Label>Vencimiento</Menu.Label>
      {URGENCIES.map((kind) => (
        <Choice
          key={kind}
          label={URGENCY_LABELS[kind]}
          isOn={filter.urgencies.includes(kind)}
          onToggle={() => setFilter({ ...filter, urgencies: toggled(filter.urgencies, kind) })}
        />
      ))}
      <Menu.Label>Estado</Menu.Label>
      {ITEM_STATES.map((state) => (
        <Choice
          key={state}
          label={capitalize(STATE_LABELS[state])}
          isOn={filter.states.includes(state)}
          onToggle={() => setFilter({ ...filter, states: toggled(filter.states, state) })}
        />
      ))}
      <Menu.Label>Prioridad</Menu.Label>
      {prioritySchema.options.map((priority) => (
        <Choice
          key={priority}
          label={capitalize(PRIORITY_LABELS[priority])}
          isOn={filter.priorities.includes(priority)}
          onToggle={() => setFilter({ ...filter, priorities: toggled(filter.priorities, priority) })}
        />
      ))}
    </>
  )
}

interface OriginProps extends ChoicesProps {
  readonly followUp: FollowUp
}

/** What the items themselves name; they are asked when the menu opens, not each time the list is. */
function OriginChoices({ look, setFilter, nameOf, followUp }: OriginProps) {
  const { filter } = look
  const { records, sessions } = followUp
  const choices = useMemo(() => choicesOf(records, sessions), [records, sessions])
  return (
    <>
      {choices.parties.length > 0 && <Menu.Label>Área o persona</Menu.Label>}
      {choices.parties.map((party) => (
        <Choice
          key={party}
          label={party}
          isOn={filter.parties.includes(party)}
          onToggle={() => setFilter({ ...filter, parties: toggled(filter.parties, party) })}
        />
      ))}
      {choices.sessions.length > 0 && <Menu.Label>Sesión de origen</Menu.Label>}
      {choices.sessions.map(({ id }) => (
        <Choice
          key={id}
          label={nameOf(id)}
          isOn={filter.sessionId === id}
          onToggle={() => setFilter({ ...filter, sessionId: filter.sessionId === id ? null : id })}
        />
      ))}
      {choices.tags.length > 0 && <Menu.Label>Etiqueta</Menu.Label>}
      {choices.tags.map((tag) => (
        <Choice
          key={tag}
          label={tag}
          isOn={filter.tags.includes(tag)}
          onToggle={() => setFilter({ ...filter, tags: toggled(filter.tags, tag) })}
        />
      ))}
    </>
  )
}

function FilterMenu(props: OriginProps) {
  return (
    <Menu closeOnItemClick={false} position="bottom-start" width={300} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconFilter size={14} />}>
          Filtrar
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Filtrar los asuntos">
        <ScrollArea.Autosize mah={420} type="auto">
          <StateAndDueChoices {...props} />
          <OriginChoices {...props} />
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  )
}

function Chips({ look, setFilter, nameOf }: Pick<LookControl, 'look' | 'setFilter' | 'nameOf'>) {
  const chips = chipsOf(look.filter, nameOf)
  const clear: ItemFilter = { ...NO_FILTER, text: look.filter.text }
  return (
    <>
      {chips.map(({ key, label, without }) => (
        <span key={key} className={classes.chip}>
          {label}
          <CloseButton
            size="xs"
            aria-label={`Quitar el filtro ${label}`}
            onClick={() => setFilter(without)}
          />
        </span>
      ))}
      {chips.length > 1 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setFilter(clear)}>
          Quitar filtros
        </Button>
      )}
    </>
  )
}

/** By what the table is divided. */
export function GroupingChoice({ look, setLook }: Pick<LookControl, 'look' | 'setLook'>) {
  return (
    <NativeSelect
      size="xs"
      aria-label="Agrupar"
      value={look.grouping}
      data={groupingSchema.options.map((value) => ({ value, label: GROUPINGS[value] }))}
      onChange={(event) => setLook({ ...look, grouping: groupingSchema.parse(event.currentTarget.value) })}
    />
  )
}

interface FilterBarProps {
  readonly control: LookControl
  readonly followUp: FollowUp
}

/** Views, and filters as removable chips. */
export function FilterBar({ control, followUp }: FilterBarProps) {
  const { look, setLook } = control
  return (
    <div className={classes.filterBar}>
      <ViewsMenu look={look} setLook={setLook} />
      <FilterMenu {...control} followUp={followUp} />
      <Chips {...control} />
    </div>
  )
}
