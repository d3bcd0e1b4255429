import { Button, Checkbox } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Choice, ImportPlan, ImportUnit, UnitState } from '../../../shared/packet'
import { StateMark } from '../../ui/state-mark'
import classes from './packet-import.module.css'
import { UnitRow } from './unit-row'
import { STATE_ORDER, STATE_WORDS } from './unit-words'
import type { ImportChoices } from './use-choices'

/** Units shown of a group at first, and with each "Mostrar más". */
const PAGE = 100

/** Arrow keys go from one choice to the next, wherever groups end. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const here = event.target
  if (!(here instanceof HTMLInputElement) || !here.matches('[data-unit-choice], [data-group-choice]')) return
  const all = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-unit-choice], [data-group-choice]'),
  ].filter((each) => !each.disabled)
  const next = all[all.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface GroupProps {
  readonly state: UnitState
  readonly units: readonly ImportUnit[]
  readonly choices: ImportChoices
}

const CHOOSABLE: ReadonlySet<UnitState> = new Set(['new', 'changed', 'deleted'])

function GroupChoice({ state, units, choices }: GroupProps) {
  const taken = units.filter(({ id }) => choices.of(id) === 'take').length
  if (!CHOOSABLE.has(state)) return null
  return (
    <Checkbox
      aria-label={`Importar todo lo ${STATE_WORDS[state].title.toLowerCase()}`}
      checked={taken === units.length}
      indeterminate={taken > 0 && taken < units.length}
      data-group-choice
      onChange={(event) => choices.chooseAll(units, event.currentTarget.checked ? 'take' : 'leave')}
    />
  )
}

/** What is asked of all conflicts at once. */
function ConflictChoices({ units, choices }: Omit<GroupProps, 'state'>) {
  const all = (choice: Choice) => () => choices.chooseAll(units, choice)
  if (units.length < 2) return null
  return (
    <span className={classes.groupButtons}>
      <Button size="compact-xs" variant="default" onClick={all('keep')}>
        En todos, lo mío
      </Button>
      <Button size="compact-xs" variant="default" onClick={all('take')}>
        En todos, lo del expediente
      </Button>
    </span>
  )
}

/** Most conflicts whose differences are shown without being asked for. */
const MOST_OPEN = 5

/** Nobody decides a conflict without seeing both sides. */
function openAtFirst(state: UnitState, units: readonly ImportUnit[]): ReadonlySet<string> {
  return new Set(state === 'conflict' && units.length <= MOST_OPEN ? units.map(({ id }) => id) : [])
}

function Group(props: GroupProps) {
  const { state, units, choices } = props
  const isQuiet = state === 'identical' || state === 'older'
  const [shown, setShown] = useState(isQuiet ? 0 : PAGE)
  const [open, setOpen] = useState(() => openAtFirst(state, units))
  const toggle = (id: string) =>
    setOpen((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])))
  const words = STATE_WORDS[state]
  const left = units.length - shown
  return (
    <section className={classes.group} aria-label={words.title} data-group={state}>
      <header className={classes.groupHead}>
        <GroupChoice {...props} />
        <h2>
          <StateMark kind={words.mark} word={words.title} />{' '}
          <span className={classes.count}>{units.length.toLocaleString('es-MX')}</span>
        </h2>
        <span className={classes.groupSays}>{words.says}</span>
        {state === 'conflict' && <ConflictChoices units={units} choices={choices} />}
      </header>
      <ul className={classes.units}>
        {units.slice(0, shown).map((unit) => (
          <UnitRow
            key={unit.id}
            unit={unit}
            choice={choices.of(unit.id)}
            isBrought={choices.isBrought(unit.id)}
            heldBy={choices.heldBy(unit.id).join(', ')}
            isOpen={open.has(unit.id)}
            onChoice={choices.choose}
            onOpen={toggle}
          />
        ))}
      </ul>
      {left > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PAGE)}>
          {shown === 0 ? 'Mostrar' : `Mostrar más (faltan ${left.toLocaleString('es-MX')})`}
        </Button>
      )}
    </section>
  )
}

/** What the packet would change here, grouped by how it stands to what is here. */
export function PlanView({ plan, choices }: { readonly plan: ImportPlan; readonly choices: ImportChoices }) {
  const groups = STATE_ORDER.map((state) => ({
    state,
    units: plan.units.filter((unit) => unit.state === state),
  })).filter(({ units }) => units.length > 0)
  return (
    <fieldset className={classes.plan} aria-label="Qué trae el expediente" onKeyDown={moveFocus}>
      {groups.map(({ state, units }) => (
        <Group key={state} state={state} units={units} choices={choices} />
      ))}
    </fieldset>
  )
}
