import { Button, Text, Textarea, Title } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { SheetPlan } from '../../../shared/lib/sheet'
import classes from './sheet-import.module.css'
import type { SheetKind } from './sheet-kind'
import type { ImportSource } from './use-import-doors'

const ACCEPTED =
  '.xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface KindProps<Id extends string, P extends SheetPlan<Id>> {
  readonly kind: SheetKind<Id, P>
}

/** The columns understood, with an example; can be selected and copied as the heading of a new sheet. */
function ColumnsHelp<Id extends string, P extends SheetPlan<Id>>({ kind }: KindProps<Id, P>) {
  const hasExamples = kind.columns.some(({ example }) => example !== '')
  return (
    <section className={classes.help} aria-label="Columnas que se entienden">
      <Title order={2} size="h6">
        Columnas que se entienden
      </Title>
      <Text size="sm" c="var(--q-muted)">
        {kind.words.columns} Lo que usted diga de cada columna se recuerda para la próxima vez.
      </Text>
      <table className={classes.columns}>
        <thead className={classes.headings}>
          <tr>
            <th scope="col">Título</th>
            <th scope="col">Qué lleva</th>
            {hasExamples && <th scope="col">Ejemplo</th>}
          </tr>
        </thead>
        <tbody>
          {kind.columns.map(({ id, title, help, example }) => (
            <tr key={id}>
              <th scope="row">
                <strong>{title}</strong>
              </th>
              <td>{help}</td>
              {hasExamples && <td>{example}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface SourceProps {
  readonly onSource: (source: ImportSource) => void
}

function PasteBox({ onSource }: SourceProps) {
  const [text, setText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className={classes.door}>
      <Textarea
        ref={box}
        label="Pegar celdas"
        description="Copie las celdas en su hoja de cálculo, con sus títulos, y péguelas aquí con Ctrl+V."
        rows={5}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={text.trim() === ''}
        onClick={() => onSource({ kind: 'text', text })}
      >
        Ver qué se entiende
      </Button>
    </div>
  )
}

/** Kinds of files that one kind of import takes: what the dialog offers, and ".xlsx, .csv o .ics". */
function filesOf<Id extends string, P extends SheetPlan<Id>>({ alsoOpens = [] }: SheetKind<Id, P>) {
  const extensions = ['.xlsx', '.csv', ...alsoOpens.map(({ extension }) => extension)]
  const accepted = [ACCEPTED, ...alsoOpens.map(({ extension, mediaType }) => `${extension},${mediaType}`)]
  return {
    accepted: accepted.join(','),
    named: `${extensions.slice(0, -1).join(', ')} o ${extensions.at(-1)}`,
  }
}

function FileDoor<Id extends string, P extends SheetPlan<Id>>({
  kind,
  onSource,
}: KindProps<Id, P> & SourceProps) {
  const input = useRef<HTMLInputElement>(null)
  const { accepted, named } = filesOf(kind)
  return (
    <div className={classes.door}>
      <div>
        <Text size="sm" fw={500}>
          Abrir un archivo
        </Text>
        <Text size="xs" c="var(--q-muted)">
          {named}, {kind.words.limits}. También puede soltarlo sobre esta ventana.
        </Text>
      </div>
      <Button leftSection={<IconFolderOpen size={16} />} onClick={() => input.current?.click()}>
        Elegir archivo…
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Archivo de hoja de cálculo"
        accept={accepted}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onSource({ kind: 'file', file })
        }}
      />
    </div>
  )
}

/** Asks for cells or for a file, and says which columns are understood. */
export function AskSheet<Id extends string, P extends SheetPlan<Id>>({
  kind,
  onSource,
}: KindProps<Id, P> & SourceProps) {
  return (
    <>
      <div className={classes.doors}>
        <PasteBox onSource={onSource} />
        <FileDoor kind={kind} onSource={onSource} />
      </div>
      <ColumnsHelp kind={kind} />
    </>
  )
}
