import { CloseButton } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './side-panel.module.css'

/** Where {@link focusSidePanel} looks. */
const BODY = '[data-side]'

interface SidePanelProps {
  readonly title: string
  /** Beside the title. */
  readonly aside?: ReactNode
  /** At the other end, before the button that closes. */
  readonly tools?: ReactNode
  readonly foot?: ReactNode
  /**
   * What Escape does inside: closes the panel, whose screen keeps what was typed; or first leaves the field,
   * so that the next one closes.
   */
  readonly onEscape: 'closes' | 'leaves-field'
  /** Whether it stands among other things of a screen instead of at its right. */
  readonly isInline?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The field goes without the focus, with what was typed still there. */
function leaveField(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target instanceof HTMLElement ? event.target.closest('input, textarea, select') : null
  if (!field || field.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>(BODY)?.focus()
}

/** What stands at the right of a list or a calendar, with its own scrolling. */
export function SidePanel(props: SidePanelProps) {
  const { title, aside, tools, foot, onEscape, isInline, onClose, children } = props
  return (
    <section
      className={isInline ? classes.inline : classes.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        if (onEscape === 'leaves-field') return leaveField(event)
        event.preventDefault()
        onClose()
      }}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.aside}>{aside}</span>
        {tools}
        <CloseButton aria-label="Cerrar el panel (Esc)" onClick={onClose} />
      </header>
      <section className={classes.body} tabIndex={0} data-side aria-label={`Contenido: ${title}`}>
        {children}
      </section>
      {foot !== undefined && <footer className={classes.foot}>{foot}</footer>}
    </section>
  )
}

/** The keys go on in the panel, once it is drawn. */
export function focusSidePanel(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(BODY)?.focus())
}
