import { Button, Group, Text, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { MinutaParagraph } from '../../../shared/documents'
import type { SessionId } from '../../../shared/domain/sessions'
import { Kbd } from '../../ui/kbd'
import classes from './minuta.module.css'
import { draftOf, keepDraft } from './rewriting-drafts'

interface PassageProps {
  readonly paragraph: MinutaParagraph
  readonly content: ReactNode
  /** Whether somebody came to see it: the item of the follow-up was born from it. */
  readonly isSought: boolean
  /** Whether Tab stops here: only one passage takes it, the arrows go to the others. */
  readonly tabStop: boolean
  readonly onFocus: () => void
  readonly onEdit: () => void
}

const MARKS = {
  generated: null,
  rewritten: '✎ reescrito',
  'needs-review': '! revisar: cambiaron los hechos',
} as const

/** First words of a passage, to name it in lists and buttons. */
export function beginning(text: string, length = 8): string {
  const words = text.split(/\s+/).slice(0, length).join(' ')
  return words.length < text.length ? `${words}…` : words
}

/** A passage of the document with its mark and the button that rewrites it. */
export function Passage({ paragraph, content, isSought, tabStop, onFocus, onEdit }: PassageProps) {
  const mark = MARKS[paragraph.status]
  return (
    <div className={classes.passage} data-status={paragraph.status} data-sought={isSought}>
      {isSought && <p className={classes.mark}>▸ de aquí viene el asunto</p>}
      {mark !== null && <p className={classes.mark}>{mark}</p>}
      {content}
      <button
        type="button"
        className={classes.rewrite}
        data-rewrite={paragraph.anchor}
        aria-label={`Reescribir: ${beginning(paragraph.text)}`}
        title="Reescribir (Enter)"
        tabIndex={tabStop ? 0 : -1}
        onFocus={onFocus}
        onClick={onEdit}
      >
        <IconPencil size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

interface EditorProps {
  readonly sessionId: SessionId
  readonly paragraph: MinutaParagraph
  /** True when the text is on disk. */
  readonly onSave: (text: string) => Promise<boolean>
  readonly onRestore: () => Promise<boolean>
  readonly onClose: () => void
}

/** The text while it is typed; it outlives the tab, and a save that fails. */
function useRewriting({ sessionId, paragraph, onSave, onRestore, onClose }: EditorProps) {
  const { anchor } = paragraph
  const draft = draftOf(sessionId)
  const [text, setText] = useState(draft?.anchor === anchor ? draft.text : paragraph.text)
  const type = (typed: string) => {
    setText(typed)
    keepDraft(sessionId, { anchor, text: typed })
  }
  const close = () => {
    keepDraft(sessionId, null)
    onClose()
  }
  const save = async () => {
    if (await onSave(text)) close()
  }
  const restore = async () => {
    if (await onRestore()) close()
  }
  return { text, type, save, restore, close }
}

function Beside({ paragraph }: { readonly paragraph: MinutaParagraph }) {
  if (paragraph.overlay === null) return null
  const changed = paragraph.status === 'needs-review'
  return (
    <div className={changed ? classes.changed : classes.original}>
      <Text size="xs" fw={600}>
        {changed ? 'Cambiaron los hechos. Ahora dicen:' : 'Texto generado:'}
      </Text>
      <p className={classes.generated}>{paragraph.generated}</p>
    </div>
  )
}

/** Rewrites a passage by hand. Ctrl+Enter saves it, Esc leaves it as it was. */
export function PassageEditor(props: EditorProps) {
  const { paragraph } = props
  const { text, type, save, restore, close } = useRewriting(props)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
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
        spellCheck
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Beside paragraph={paragraph} />
      <Group gap="xs" mt={8}>
        <Button size="xs" onClick={() => void save()} rightSection={<Kbd keys="Ctrl+Enter" />}>
          {changed ? 'Revisado: conservar este texto' : 'Guardar'}
        </Button>
        {paragraph.overlay !== null && (
          <Button size="xs" variant="default" onClick={() => void restore()}>
            Volver al texto generado
          </Button>
        )}
        <Button size="xs" variant="default" onClick={close} rightSection={<Kbd keys="Esc" />}>
          Cancelar
        </Button>
      </Group>
    </div>
  )
}
