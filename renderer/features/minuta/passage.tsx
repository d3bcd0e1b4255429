import { Button, Group, Text, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { MinutaParagraph } from '../../../shared/documents'
import { Kbd } from '../../ui/kbd'
import classes from './minuta.module.css'

interface PassageProps {
  readonly paragraph: MinutaParagraph
  readonly content: ReactNode
  readonly onEdit: () => void
}

const MARKS = {
  generated: null,
  rewritten: 'reescrito',
  'needs-review': 'revisar: cambiaron los hechos',
} as const

/** First words of a passage, to name its button. */
function beginning(text: string): string {
  const words = text.split(/\s+/).slice(0, 8).join(' ')
  return words.length < text.length ? `${words}…` : words
}

/** A passage of the document with its mark and the button that rewrites it. */
export function Passage({ paragraph, content, onEdit }: PassageProps) {
  const mark = MARKS[paragraph.status]
  return (
    <div className={classes.passage} data-status={paragraph.status}>
      {mark !== null && <p className={classes.mark}>{mark}</p>}
      {content}
      <button
        type="button"
        className={classes.rewrite}
        data-rewrite={paragraph.anchor}
        aria-label={`Reescribir: ${beginning(paragraph.text)}`}
        onClick={onEdit}
      >
        <IconPencil size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

interface EditorProps {
  readonly paragraph: MinutaParagraph
  readonly onSave: (text: string) => void
  readonly onRestore: () => void
  readonly onCancel: () => void
}

/** Rewrites a passage by hand. Ctrl+Enter keeps it, Esc leaves it as it was. */
export function PassageEditor({ paragraph, onSave, onRestore, onCancel }: EditorProps) {
  const [text, setText] = useState(paragraph.text)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave(text)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const changed = paragraph.status === 'needs-review'
  return (
    <div className={classes.editor}>
      <Textarea
        label="Texto del párrafo"
        description="Vacío: el párrafo no se imprime. Los renglones que empiezan con • forman una lista."
        autoFocus
        autosize
        minRows={3}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {paragraph.overlay !== null && (
        <div className={changed ? classes.changed : classes.original}>
          <Text size="xs" fw={600}>
            {changed ? 'Cambiaron los hechos. Ahora dirían:' : 'Texto generado:'}
          </Text>
          <Text size="sm">{paragraph.generated}</Text>
        </div>
      )}
      <Group gap="xs" mt={8}>
        <Button size="xs" onClick={() => onSave(text)} rightSection={<Kbd keys="Ctrl+Enter" />}>
          {changed ? 'Revisado: conservar este texto' : 'Conservar'}
        </Button>
        {paragraph.overlay !== null && (
          <Button size="xs" variant="default" onClick={onRestore}>
            Volver al texto generado
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onCancel} rightSection={<Kbd keys="Esc" />}>
          Cancelar
        </Button>
      </Group>
    </div>
  )
}
