import { Button, FileButton, Textarea } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { FollowUp } from '../../../data/follow-up-book'
import { MessageNote } from '../../../ui/message-note'
import { AnswersTable } from './answers-table'
import classes from './outputs.module.css'
import { type Received, useReceived } from './use-received'

/** Where it was read from, when its title does not say so already. */
function originText(received: Received): string {
  if (received.kind === 'unreadable') return ''
  const { reference } = received.file
  return reference === '' ? received.name : `Oficio ${reference} · ${received.name}`
}

interface DoorProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onText: (text: string) => void
}

/** Where the answers come in: dropped, opened or pasted. */
function Door({ onFiles, onText }: DoorProps) {
  const [isOver, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  return (
    <section
      className={classes.door}
      data-over={isOver}
      aria-label="Abrir respuestas"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <p className={classes.sentence}>
        Suelte aquí los archivos que devolvieron las áreas, ábralos, o pegue el texto de su correo. Nada se
        registra hasta que lo revise.
      </p>
      <FileButton accept="application/json,.json,.txt" multiple onChange={(files) => onFiles(files)}>
        {(props) => (
          <Button {...props} leftSection={<IconFileImport size={16} />}>
            Abrir archivos…
          </Button>
        )}
      </FileButton>
      <Textarea
        className={classes.paste ?? ''}
        label="Texto del correo"
        placeholder="-----INICIO QUORUM-----"
        autosize
        minRows={2}
        maxRows={6}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={pasted.trim() === ''}
        onClick={() => {
          onText(pasted)
          setPasted('')
        }}
      >
        Leer el texto
      </Button>
    </section>
  )
}

function ReceivedFile({
  received,
  onDismiss,
}: {
  readonly received: Received
  readonly onDismiss: () => void
}) {
  const title =
    received.kind === 'answers'
      ? `${received.file.area}: ${[received.file.answeredBy, received.file.position].filter(Boolean).join(', ')}`
      : received.name
  return (
    <section className={classes.received} aria-label={title}>
      <header className={classes.receivedHead}>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.hint}>{originText(received)}</span>
        <Button size="compact-sm" variant="subtle" onClick={onDismiss}>
          Quitar
        </Button>
      </header>
      {received.kind === 'unreadable' ? (
        <MessageNote kind="error">{received.message}</MessageNote>
      ) : (
        <AnswersTable received={received} />
      )}
    </section>
  )
}

/** Answers of the áreas: what each would change is seen first, and only what is chosen is recorded. */
export function AnswersView({ followUp }: { readonly followUp: FollowUp }) {
  const { received, add, addFiles, dismiss } = useReceived(followUp)
  return (
    <div className={classes.receive}>
      <Door onFiles={(files) => void addFiles(files)} onText={(text) => add('Texto pegado', text)} />
      {received.map((one) => (
        <ReceivedFile key={one.key} received={one} onDismiss={() => dismiss(one.key)} />
      ))}
    </div>
  )
}
