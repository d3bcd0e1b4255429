import { CloseButton } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './follow-up.module.css'

interface PanelFrameProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Escape first leaves the field, with what was typed still there; the next one closes the panel. */
function leaveField(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target instanceof HTMLElement ? event.target.closest('input, textarea, select') : null
  if (event.key !== 'Escape' || event.defaultPrevented || !field) return
  if (field.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.currentTarget.focus()
}

/** What stands at the right of the list, with its own scrolling. */
export function PanelFrame({ title, aside, onClose, children }: PanelFrameProps) {
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.panelHead}>
        <h2 className={classes.panelTitle}>{title}</h2>
        {aside}
        <span className={classes.spring} />
        <CloseButton aria-label="Cerrar el panel (Esc)" onClick={onClose} />
      </header>
      <section
        className={classes.panelBody}
        tabIndex={-1}
        data-item-panel
        aria-label={`Contenido: ${title}`}
        onKeyDown={leaveField}
      >
        {children}
      </section>
    </section>
  )
}
