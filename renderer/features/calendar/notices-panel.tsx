import { Text } from '@mantine/core'
import { useState } from 'react'
import classes from './calendar.module.css'
import { useCalendarActions } from './calendar-context'
import { type NoticeGroup, noticeGroups, noticeLine } from './notice-lines'
import { PanelFrame } from './panel-frame'
import type { Plan } from './use-plan'

/** Notices of a kind drawn at first. */
const FIRST = 50
/** Notices of a kind drawn when more are asked for. */
const MOST = 1_000

interface GroupProps extends NoticeGroup {
  readonly plan: Plan
}

function Group({ heading, bundles, plan }: GroupProps) {
  const { open, goToDay } = useCalendarActions()
  const [isWhole, setWhole] = useState(false)
  const shown = bundles.slice(0, isWhole ? MOST : FIRST).map((bundle) => noticeLine(bundle, plan))
  return (
    <section aria-label={heading}>
      <h3 className={classes.sectionTitle}>
        {heading} <span className={classes.quiet}>{bundles.length.toLocaleString('es-MX')}</span>
      </h3>
      <ul className={classes.plainList}>
        {shown.map(({ key, title, detail, to }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.noticeButton}
              onClick={() => (to.kind === 'entry' ? open(to.id) : goToDay(to.day))}
            >
              <span>{title}</span>
              <span className={classes.quiet}>{detail}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isWhole && shown.length < bundles.length && (
        <button type="button" className={classes.noticeButton} onClick={() => setWhole(true)}>
          Ver más, de {bundles.length.toLocaleString('es-MX')}
        </button>
      )}
    </section>
  )
}

/** Conflicts, gaps and outdated channels of the plan; each leads to its entry. */
export function NoticesPanel({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const groups = noticeGroups(plan.notices)
  return (
    <PanelFrame title={`Avisos del plan de ${plan.year}`} onClose={onClose}>
      <Text size="sm" c="var(--q-muted)">
        {groups.length === 0
          ? 'Nada se encima, ninguna fecha del catálogo quedó sin publicación y todos los canales están vigentes.'
          : 'Ninguno impide publicar.'}
      </Text>
      {groups.map((group) => (
        <Group key={group.heading} plan={plan} {...group} />
      ))}
    </PanelFrame>
  )
}
