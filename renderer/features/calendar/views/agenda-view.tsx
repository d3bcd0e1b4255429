import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import {
  PUBLICATION_STATE_LABELS,
  PUBLICATION_STATES,
  type PublicationState,
} from '../../../../shared/domain/publications'
import { Kbd } from '../../../ui/kbd'
import { matching, nearestIndex } from '../plan-model'
import { publicationsText } from './day-words'
import { EntryLine } from './entry-line'
import type { ViewProps } from './view-props'
import classes from './views.module.css'

const LINE_HEIGHT = 52

interface AgendaViewProps extends ViewProps {
  readonly search: RefObject<HTMLInputElement | null>
}

function useEntries({ plan }: ViewProps) {
  const [text, setText] = useState('')
  const [state, setState] = useState<PublicationState | null>(null)
  const shown = useMemo(
    () => matching(plan.entries, text, new Set(state === null ? [] : [state])),
    [plan.entries, text, state],
  )
  return { text, setText, state, setState, shown }
}

type Entries = ReturnType<typeof useEntries>

function Filters({
  entries,
  search,
}: {
  readonly entries: Entries
  readonly search: AgendaViewProps['search']
}) {
  const { text, setText, state, setState, shown } = entries
  return (
    <div className={classes.filters}>
      <TextInput
        ref={search}
        w={300}
        aria-label="Buscar en el plan"
        placeholder="Buscar: título, nota, etiqueta…"
        leftSection={<IconSearch size={16} />}
        rightSection={<Kbd keys="/" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('')
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          document.querySelector<HTMLElement>('[data-agenda] [data-entry]')?.focus()
        }}
      />
      <NativeSelect
        aria-label="Estado"
        value={state ?? ''}
        data={[
          { value: '', label: 'Todos los estados' },
          ...PUBLICATION_STATES.map((value) => ({ value, label: PUBLICATION_STATE_LABELS[value] })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget
          setState(PUBLICATION_STATES.find((each) => each === value) ?? null)
        }}
      />
      <span className={classes.quiet} aria-live="polite">
        {publicationsText(shown.length)}
      </span>
    </div>
  )
}

/** The plan as a list: ↑ ↓ go from entry to entry, any letter searches. */
export function AgendaView(props: AgendaViewProps) {
  const { plan, day, openId, search } = props
  const entries = useEntries(props)
  const { shown } = entries
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
  })
  const reachable = openId !== null && shown.some(({ id }) => id === openId) ? openId : null
  // What was searched for is read from its first line on.
  const atDay = entries.text === '' ? nearestIndex(shown, day) : Math.min(0, shown.length - 1)
  useEffect(() => {
    if (atDay >= 0) virtual.scrollToIndex(atDay, { align: 'start' })
  }, [virtual, atDay])
  return (
    <div className={classes.agenda} data-agenda>
      <Filters entries={entries} search={search} />
      <div ref={scroller} className={classes.scroller}>
        <ul
          className={classes.agendaList}
          aria-label="Publicaciones del plan"
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const publication = shown[index]
            if (!publication) return null
            return (
              <li
                key={publication.id}
                style={{ transform: `translateY(${start}px)`, height: LINE_HEIGHT }}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
              >
                <EntryLine
                  publication={publication}
                  channels={plan.channels}
                  isOpen={publication.id === openId}
                  isReachable={reachable === null ? index === atDay : publication.id === reachable}
                  warned={plan.warnings.has(publication.id)}
                />
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}
