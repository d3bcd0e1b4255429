import { ActionIcon, Button, Loader } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import type { AttachmentRef } from '../../../shared/domain/sessions'
import { formatBytes } from '../../ui/format'
import classes from './files-field.module.css'
import { useFiles } from './use-files'

interface FilesFieldProps {
  readonly files: readonly AttachmentRef[]
  /** Left out where files cannot be added or taken off. */
  readonly onChange?: (files: readonly AttachmentRef[]) => void
  /** What the files are, for whoever does not see where they stand. */
  readonly name?: string
  readonly label?: string
}

/** Files of evidence: opened, added by picking or dropping, taken off. */
export function FilesField({
  files,
  onChange,
  name = 'Archivos',
  label = 'Adjuntar evidencia…',
}: FilesFieldProps) {
  const { isBusy, add, open } = useFiles()
  const addTo = async (dropped: readonly File[] | null) => {
    const added = await add(dropped)
    if (added.length > 0) onChange?.([...files, ...added])
  }
  return (
    <fieldset
      aria-label={name}
      className={classes.zone}
      onDragOver={(event) => onChange && event.preventDefault()}
      onDrop={(event) => {
        if (!onChange) return
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
              {onChange && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={`Quitar el archivo ${file.name}`}
                  onClick={() => onChange(files.filter((other) => other !== file))}
                >
                  <IconX size={14} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {onChange && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          leftSection={isBusy ? <Loader size={12} /> : <IconPaperclip size={14} />}
          onClick={() => void addTo(null)}
        >
          {isBusy ? 'Guardando archivos…' : label}
        </Button>
      )}
    </fieldset>
  )
}
