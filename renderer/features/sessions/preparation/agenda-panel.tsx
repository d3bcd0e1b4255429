import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PastedPoint, Point, PointId } from '../../../../shared/domain/sessions'
import { stepFocus } from '../step-focus'
import classes from './agenda.module.css'
import { AgendaComposer } from './agenda-composer'
import { AgendaRow } from './agenda-row'
import { PointEditor } from './point-editor'
import { agendaActions } from './use-agenda'
import { useAgendaDrag } from './use-agenda-drag'
import { useAttach } from './use-attach'
import { usePasteIntoAgenda } from './use-paste'
import type { Preparation } from './use-preparation'

const TITLE = 'button[data-point]'
const FOCUS_WITHIN_MS = 1000

/** Gives the focus to a point if drawing the list again took it away from where it was. */
function useFocusAfter() {
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<{ readonly id: PointId; readonly until: number } | null>(null)
  useEffect(() => {
    const { current } = wanted
    if (!current || current.until < performance.now() || document.activeElement !== document.body) return
    list.current?.querySelector<HTMLElement>(`button[data-point="${current.id}"]`)?.focus()
  })
  const want = (id: PointId | undefined) => {
    wanted.current = id ? { id, until: performance.now() + FOCUS_WITHIN_MS } : null
  }
  return { list, want }
}

/** The last thing that happened, for those who do not see it. */
type Said = { readonly text: string } | { readonly movedId: PointId }

function saidText({ said, points }: Pick<AgendaState, 'said' | 'points'>): string {
  if ('text' in said) return said.text
  const at = points.findIndex((point) => point.id === said.movedId)
  const point = points[at]
  return point ? `Lugar ${at + 1} de ${points.length}: ${point.title}` : ''
}

/** What is open in the list, and what was last said to those who do not see it. */
function useAgendaState(preparation: Preparation) {
  const { points } = preparation.record.plan
  const actions = agendaActions(preparation)
  const [openId, setOpenId] = useState<PointId | null>(null)
  // Place of the list where the line for the next point is open, 1 = below the first.
  const [composerAt, setComposerAt] = useState<number | null>(null)
  const [said, setSaid] = useState<Said>({ text: '' })
  const { list, want } = useFocusAfter()
  const move = (point: Point, to: number) => {
    want(point.id)
    setSaid({ movedId: point.id })
    return actions.move(point, to)
  }
  const shift = (point: Point, step: 1 | -1) => {
    want(point.id)
    setSaid({ movedId: point.id })
    return actions.shift(point, step)
  }
  const remove = async (point: Point) => {
    const at = points.indexOf(point)
    want((points[at + 1] ?? points[at - 1])?.id)
    await actions.remove(point)
  }
  const add = async (added: readonly PastedPoint[], at: number | null) => {
    if (!(await actions.add(added, at))) return false
    setSaid({ text: added.length === 1 ? 'Punto agregado' : `${added.length} puntos agregados` })
    if (at !== null) setComposerAt(at + added.length)
    return true
  }
  const close = (point: Point) => {
    setOpenId(null)
    want(point.id)
  }
  const compose = (point: Point) => {
    setOpenId(null)
    setComposerAt(points.indexOf(point) + 1)
  }
  return {
    actions,
    points,
    openId,
    setOpenId,
    composerAt,
    setComposerAt,
    compose,
    said,
    list,
    move,
    shift,
    remove,
    add,
    close,
  }
}

type AgendaState = ReturnType<typeof useAgendaState>

/** Keys on the title of a point. */
function onPointKey(state: AgendaState, point: Point, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
  if (step !== null && event.altKey) {
    state.shift(point, step)
  } else if (step !== null) {
    stepFocus(state.list.current, TITLE, step)
  } else if (event.key === 'Delete') {
    state.remove(point)
  } else if (event.key === 'Enter' && event.ctrlKey) {
    state.compose(point)
  } else if (event.key === 'F2') {
    state.setOpenId(point.id)
  } else {
    return
  }
  event.preventDefault()
}

interface AgendaListProps {
  readonly preparation: Preparation
  readonly state: AgendaState
}

function AgendaList({ preparation, state }: AgendaListProps) {
  const { points, actions } = state
  const drag = useAgendaDrag(points, state.move)
  const files = useAttach(preparation)
  return (
    <ol ref={state.list} className={classes.list} aria-describedby="agenda-keys" {...drag.list}>
      {points.map((point, index) => (
        <AgendaRow
          key={point.id}
          point={point}
          open={state.openId === point.id}
          dragged={drag.draggedId === point.id}
          dropMark={drag.markOf(index)}
          onToggle={() => (state.openId === point.id ? state.close(point) : state.setOpenId(point.id))}
          onKeyDown={(event) => onPointKey(state, point, event)}
          onClosing={(closing) => actions.change(point, { closing })}
          onRemove={() => state.remove(point)}
          onFiles={(dropped) => files.attach(point, dropped)}
          onDragStart={drag.start(point)}
          onDragEnd={drag.end}
        >
          {state.openId === point.id && (
            <PointEditor
              preparation={preparation}
              point={point}
              actions={actions}
              files={files}
              onClose={() => state.close(point)}
              onNext={() => state.compose(point)}
            />
          )}
          {state.composerAt === index + 1 && (
            <AgendaComposer
              focused
              label={`Punto nuevo después del ${point.number}`}
              onAdd={(added) => state.add(added, index + 1)}
              onClose={() => state.setComposerAt(null)}
            />
          )}
        </AgendaRow>
      ))}
    </ol>
  )
}

/** The agenda as an editable list: keyboard, pointer, and whole lists pasted. */
export function AgendaPanel({ preparation }: { readonly preparation: Preparation }) {
  const state = useAgendaState(preparation)
  const count = state.points.length
  const isSettled = preparation.phase === 'closed'
  usePasteIntoAgenda((points) => state.add(points, null))
  return (
    <section className={classes.panel} aria-labelledby="agenda-title">
      <header className={classes.header}>
        <h2 id="agenda-title" className={classes.heading}>
          Orden del día
        </h2>
        <span className={classes.count}>{count === 1 ? '1 punto' : `${count} puntos`}</span>
        <span id="agenda-keys" className={classes.keys}>
          {isSettled
            ? '↑ ↓ elegir · Enter editar'
            : '↑ ↓ elegir · Enter editar · Alt+↑ ↓ mover · Ctrl+Enter agregar debajo · Supr quitar · Ctrl+V pegar varios'}
        </span>
      </header>
      <AgendaList preparation={preparation} state={state} />
      {isSettled ? (
        <p className={classes.settled}>
          El orden del día quedó cerrado con la sesión. Para agregar, quitar o mover puntos, anule primero el
          cierre en la Sala.
        </p>
      ) : (
        <AgendaComposer
          focused={count === 0}
          label="Punto nuevo"
          onAdd={(added) => state.add(added, null)}
          onClose={null}
        />
      )}
      <p aria-live="assertive" className={classes.said}>
        {saidText(state)}
      </p>
    </section>
  )
}
