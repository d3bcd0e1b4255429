import { ActionIcon, Button } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import type { AttachmentRef } from '../../../../shared/domain/sessions'
import { formatBytes } from '../../../ui/format'
import classes from './entry.module.css'
import { useFiles } from './use-files'

interface EvidenceFieldProps {
  readonly label: string
  readonly files: readonly AttachmentRef[]
  readonly onChange: (files: readonly AttachmentRef[]) => void
}

/** Screenshots and reports that show what was published: opened, added, taken off. */
export function EvidenceField({ label, files, onChange }: EvidenceFieldProps) {
  const { isBusy, add, open } = useFiles()
  const addTo = async (dropped: readonly File[] | null) => {
    const added = await add(dropped)
    if (added.length > 0) onChange([...files, ...added])
  }
  return (
    <fieldset
      className={classes.drop}
      aria-label={label}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void addTo([...event.dataTransfer.files])
      }}
    >
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file) => (
            <li key={file.sha256 + file.name}>
              <button type="button" className={classes.link} onClick={() => void open(file)}>
                {file.name}
              </button>
              <span className={classes.quiet}>{formatBytes(file.size)}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Quitar el archivo ${file.name}`}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="compact-sm"
        variant="default"
        disabled={isBusy}
        leftSection={<IconPaperclip size={14} />}
        onClick={() => void addTo(null)}
      >
        {isBusy ? 'Guardando archivos…' : 'Adjuntar evidencia…'}
      </Button>
    </fieldset>
  )
}
