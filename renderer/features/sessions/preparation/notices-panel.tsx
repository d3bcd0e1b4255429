import { Button } from '@mantine/core'
import {
  awaitingMinutas,
  type PreparationNotice,
  priorMinutesTitle,
  proposeClosing,
  proposeKind,
  SECRETARIAT_PRESENTER,
} from '../../../../shared/domain/sessions'
import { Kbd } from '../../../ui/kbd'
import { distinguish } from './distinguish'
import { blocksOpening, noticeText } from './notice-text'
import classes from './preparation.module.css'
import { agendaActions } from './use-agenda'
import type { Preparation } from './use-preparation'

interface Fix {
  readonly label: string
  readonly act: () => void
  /** Its shortcut, when it has one. */
  readonly keys?: string
}

/** A new point with the kind and closing of its title. */
function pointTitled(title: string) {
  return {
    title,
    presenter: SECRETARIAT_PRESENTER,
    kind: proposeKind(title),
    closing: proposeClosing(title),
    links: [],
  }
}

/** The one edit that settles a notice, where there is one. */
function fixOf(preparation: Preparation, notice: PreparationNotice): Fix | null {
  const actions = agendaActions(preparation)
  const { session, points } = preparation.record.plan
  switch (notice.code) {
    case 'general-matters-not-last':
      return { label: 'Mover al final', act: () => actions.move(notice.point, points.length - 1) }
    case 'closing-differs':
      return { label: 'Corregir', act: () => actions.change(notice.point, { closing: notice.proposed }) }
    case 'minutas-missing': {
      const sessions = awaitingMinutas(session, preparation.records).filter((each) =>
        notice.sessions.includes(each),
      )
      const point = {
        ...pointTitled(priorMinutesTitle(sessions)),
        approvesSessions: sessions.map(({ id }) => id),
      }
      return { label: 'Agregar el punto', act: () => actions.add([point], points.length > 0 ? 1 : 0) }
    }
    case 'agenda': {
      if (notice.warning.code !== 'no-agenda-approval') return null
      const point = pointTitled('Presentación y, en su caso, aprobación del Orden del Día')
      return { label: 'Agregar el punto', act: () => actions.add([point], 0) }
    }
    case 'initials-clash': {
      const [first, ...others] = notice.clashes
      const label = first && others.length === 0 ? `Usar ${first.proposed}` : 'Usar las propuestas'
      return { label, act: () => distinguish(preparation), keys: 'Alt+I' }
    }
    default:
      return null
  }
}

/** What should be looked at before the session, each with the edit that settles it. */
export function NoticesPanel({ preparation }: { readonly preparation: Preparation }) {
  const { notices, phase } = preparation
  if (notices.length === 0 || phase === 'closed') return null
  return (
    <section className={classes.block} aria-labelledby="notices-title">
      <h2 id="notices-title" className={classes.heading}>
        Por revisar <span className={classes.aside}>{notices.length}</span>
      </h2>
      <ul className={classes.notices}>
        {notices.map((notice) => {
          const text = noticeText(notice)
          const fix = fixOf(preparation, notice)
          const kind = blocksOpening(notice) ? `${classes.notice} ${classes.blocking}` : classes.notice
          return (
            <li key={text} className={kind}>
              <span aria-hidden="true">{blocksOpening(notice) ? '✕' : '!'}</span>
              <span className={classes.noticeText}>{text}</span>
              {fix && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={fix.act}
                  rightSection={fix.keys && <Kbd keys={fix.keys} />}
                >
                  {fix.label}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
