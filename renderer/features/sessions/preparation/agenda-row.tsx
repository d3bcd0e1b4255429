import { ActionIcon } from '@mantine/core'
import { IconGripVertical, IconLink, IconPaperclip, IconTrash } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Closing, Point } from '../../../../shared/domain/sessions'
import { CLOSING_LABELS, KIND_LABELS, optionsOf } from '../labels'
import classes from './agenda.module.css'
import { POINT_DRAG_TYPE } from './use-agenda-drag'

interface AgendaRowProps {
  readonly point: Point
  readonly open: boolean
  readonly dragged: boolean
  /** The line that shows where a dragged point would go. */
  readonly dropMark: 'above' | 'below' | null
  readonly onToggle: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onClosing: (closing: Closing) => void
  readonly onRemove: () => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onDragStart: (event: DragEvent) => void
  readonly onDragEnd: () => void
  /** The editor, while the point is open. */
  readonly children: ReactNode
}

function Counts({ point }: { readonly point: Point }) {
  const files = point.attachments.length
  const links = point.links.length
  return (
    <span className={classes.counts}>
      {files > 0 && (
        <span title={files === 1 ? '1 archivo adjunto' : `${files} archivos adjuntos`}>
          <IconPaperclip size={14} aria-label="Archivos:" /> {files}
        </span>
      )}
      {links > 0 && (
        <span title={links === 1 ? '1 enlace' : `${links} enlaces`}>
          <IconLink size={14} aria-label="Enlaces:" /> {links}
        </span>
      )}
    </span>
  )
}

/** How the point closes: proposed by its title, changed here at any time. */
function ClosingChip({ point, onClosing }: Pick<AgendaRowProps, 'point' | 'onClosing'>) {
  return (
    <select
      className={`${classes.closing} ${classes[point.closing]}`}
      aria-label={`Cómo cierra el punto ${point.number}`}
      value={point.closing}
      onChange={(event) => onClosing(event.currentTarget.value as Closing)}
    >
      {optionsOf(CLOSING_LABELS).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** Files dragged over a point are attached to it when dropped. */
function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}

/** One point of the agenda. Its title is the button that opens it and takes the keys of the list. */
export function AgendaRow(props: AgendaRowProps) {
  const { point, open, dragged, dropMark } = props
  const files = useFileDrop(props.onFiles)
  const marks = [open && 'open', dragged && 'dragged', files.over && 'fileOver', dropMark]
  return (
    <li
      className={[classes.row, ...marks.map((mark) => mark && classes[mark])].filter(Boolean).join(' ')}
      {...files.handlers}
    >
      <div className={classes.line}>
        {/* The keyboard equivalent is Alt with the arrows. */}
        <span
          className={classes.grip}
          aria-hidden="true"
          title="Arrastre para mover"
          draggable
          data-drag-type={POINT_DRAG_TYPE}
          onDragStart={props.onDragStart}
          onDragEnd={props.onDragEnd}
        >
          <IconGripVertical size={16} />
        </span>
        <button
          type="button"
          className={classes.title}
          data-point={point.id}
          aria-expanded={open}
          aria-describedby="agenda-keys"
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Control+Enter Delete"
          onClick={props.onToggle}
          onKeyDown={props.onKeyDown}
        >
          <span className={classes.number}>{point.number}.</span>
          <span className={classes.text}>
            {point.title}
            <span className={classes.under}>
              {[KIND_LABELS[point.kind], point.presenter].filter((text) => text !== '').join(' · ')}
            </span>
          </span>
        </button>
        <Counts point={point} />
        <ClosingChip point={point} onClosing={props.onClosing} />
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.remove ?? ''}
          aria-label={`Quitar el punto ${point.number}`}
          title="Quitar (Supr)"
          onClick={props.onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      {props.children}
    </li>
  )
}
