import { ActionIcon, Button, Loader } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import type { Point } from '../../../../shared/domain/sessions'
import { formatBytes } from '../../../ui/format'
import classes from './point-editor.module.css'
import type { AgendaActions } from './use-agenda'
import type { AttachActions } from './use-attach'

interface PointFilesProps {
  readonly point: Point
  readonly actions: AgendaActions
  readonly files: AttachActions
}

/** The files of a point: opened, taken off, and new ones picked or dropped. */
export function PointFiles({ point, actions, files }: PointFilesProps) {
  const busy = files.busy === point.id
  return (
    <div>
      <h3 className={classes.heading}>Archivos</h3>
      <ul className={classes.items}>
        {point.attachments.map((file) => (
          <li key={file.sha256 + file.name} className={classes.item}>
            <button type="button" className={classes.file} onClick={() => files.open(file)}>
              {file.name}
            </button>
            <span className={classes.size}>{formatBytes(file.size)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Quitar el archivo ${file.name}`}
              onClick={() =>
                actions.change(point, { attachments: point.attachments.filter((other) => other !== file) })
              }
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        leftSection={busy ? <Loader size={12} /> : <IconPaperclip size={14} />}
        onClick={() => files.attach(point, null)}
      >
        {busy ? 'Guardando archivos…' : 'Adjuntar archivos…'}
      </Button>
      <span className={classes.aside}> o arrástrelos aquí</span>
    </div>
  )
}
