import { Text } from '@mantine/core'
import { useState } from 'react'
import type { PublicationId } from '../../../shared/domain/publications'
import { SidePanel } from '../../ui/side-panel'
import classes from './calendar.module.css'
import { useCalendarActions } from './calendar-context'
import { type NoticeGroup, type NoticeLine, noticeGroups, noticeLine, spanText } from './notice-lines'
import type { Plan } from './use-plan'

/** Notices of a kind, and publications of a notice, drawn at first. */
const FIRST = 50
/** As many more each time that they are asked for. */
const MORE = 200

interface MoreProps {
  readonly shown: number
  readonly all: number
  readonly onMore: (shown: number) => void
}

function More({ shown, all, onMore }: MoreProps) {
  if (shown >= all) return null
  return (
    <button type="button" className={classes.noticeButton} onClick={() => onMore(shown + MORE)}>
      Ver más, de {all.toLocaleString('es-MX')}
    </button>
  )
}

interface EntriesProps {
  readonly entries: readonly PublicationId[]
  readonly plan: Plan
}

/** The publications that a line counts, drawn once it is opened. */
function Entries({ entries, plan }: EntriesProps) {
  const { open } = useCalendarActions()
  const [isOpen, setOpen] = useState(false)
  const [most, setMost] = useState(FIRST)
  return (
    <details className={classes.noticeEntries} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Cuáles son</summary>
      {isOpen && (
        <>
          <ul className={classes.plainList}>
            {entries.slice(0, most).map((id) => {
              const publication = plan.byId.get(id)
              return (
                publication && (
                  <li key={id}>
                    <button type="button" className={classes.noticeButton} onClick={() => open(id)}>
                      <span>{publication.title}</span>
                      <span className={classes.quiet}>{spanText(publication.from, publication.until)}</span>
                    </button>
                  </li>
                )
              )
            })}
          </ul>
          <More shown={most} all={entries.length} onMore={setMost} />
        </>
      )}
    </details>
  )
}

function Line({ line, plan }: { readonly line: NoticeLine; readonly plan: Plan }) {
  const { open, goToDay } = useCalendarActions()
  const { title, detail, to, entries } = line
  return (
    <li>
      <button
        type="button"
        className={classes.noticeButton}
        onClick={() => (to.kind === 'entry' ? open(to.id) : goToDay(to.day))}
      >
        <span>{title}</span>
        <span className={classes.quiet}>{detail}</span>
      </button>
      {entries.length > 0 && <Entries entries={entries} plan={plan} />}
    </li>
  )
}

function Group({ heading, notices, plan }: NoticeGroup & { readonly plan: Plan }) {
  const [most, setMost] = useState(FIRST)
  const shown = notices.slice(0, most).map((notice) => noticeLine(notice, plan))
  return (
    <section aria-label={heading}>
      <h3 className={classes.sectionTitle}>
        {heading} <span className={classes.quiet}>{notices.length.toLocaleString('es-MX')}</span>
      </h3>
      <ul className={classes.plainList}>
        {shown.map((line) => (
          <Line key={line.key} line={line} plan={plan} />
        ))}
      </ul>
      <More shown={most} all={notices.length} onMore={setMost} />
    </section>
  )
}

/** Conflicts, gaps and outdated channels of the plan; each leads to its entry. */
export function NoticesPanel({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const groups = noticeGroups(plan.notices)
  return (
    <SidePanel onEscape="closes" title={`Avisos del plan de ${plan.year}`} onClose={onClose}>
      <Text size="sm" c="var(--q-muted)">
        {groups.length === 0
          ? 'Nada se encima, ninguna fecha del catálogo quedó sin publicación y todos los canales están vigentes.'
          : 'Ninguno impide publicar.'}
      </Text>
      {groups.map((group) => (
        <Group key={group.heading} plan={plan} {...group} />
      ))}
    </SidePanel>
  )
}
