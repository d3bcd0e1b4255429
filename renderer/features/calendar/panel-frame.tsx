import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './calendar.module.css'

interface PanelFrameProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What stands at the right of the calendar, with its own scrolling. */
export function PanelFrame({ title, aside, foot, onClose, children }: PanelFrameProps) {
  return (
    <section
      className={classes.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className={classes.panelHead}>
        <h2 className={classes.panelTitle}>{title}</h2>
        <span className={classes.spring} />
        {aside}
        <CloseButton aria-label="Cerrar el panel (Esc)" onClick={onClose} />
      </header>
      <section className={classes.panelBody} tabIndex={0} data-side aria-label={`Contenido: ${title}`}>
        {children}
      </section>
      {foot !== undefined && <footer className={classes.panelFoot}>{foot}</footer>}
    </section>
  )
}
