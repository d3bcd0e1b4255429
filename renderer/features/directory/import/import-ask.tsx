import { Button, Text, Textarea, Title } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { DIRECTORY_COLUMNS } from '../../../../shared/domain/people'
import type { ImportSource } from '../../../ui/use-import-doors'
import classes from './import.module.css'

const ACCEPTED =
  '.xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The columns understood, with an example; can be selected and copied as the heading of a new sheet. */
function ColumnsHelp() {
  return (
    <section className={classes.help} aria-label="Columnas que se entienden">
      <Title order={2} size="h6">
        Columnas que se entienden
      </Title>
      <Text size="sm" c="var(--q-muted)">
        En cualquier orden; solo Área (o Sigla) es obligatoria. Una celda en blanco no borra nada. Cada fila
        es una persona en un lugar: titular y suplente van en filas separadas. Las fechas, como 15/11/2017.
      </Text>
      <table className={classes.columns}>
        <thead className={classes.headings}>
          <tr>
            <th scope="col">Título</th>
            <th scope="col">Qué lleva</th>
            <th scope="col">Ejemplo</th>
          </tr>
        </thead>
        <tbody>
          {DIRECTORY_COLUMNS.map(({ id, title, help, example }) => (
            <tr key={id}>
              <th scope="row">
                <strong>{title}</strong>
              </th>
              <td>{help}</td>
              <td>{example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PasteBox({ onSource }: { readonly onSource: (source: ImportSource) => void }) {
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

/** Asks for cells or for a file, and says which columns are understood. */
export function ImportAsk({ onSource }: { readonly onSource: (source: ImportSource) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className={classes.doors}>
        <PasteBox onSource={onSource} />
        <div className={classes.door}>
          <div>
            <Text size="sm" fw={500}>
              Abrir un archivo
            </Text>
            <Text size="xs" c="var(--q-muted)">
              .xlsx o .csv, hasta 10 MB y 10,000 filas. También puede soltarlo sobre esta ventana.
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
            accept={ACCEPTED}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (file) onSource({ kind: 'file', file })
            }}
          />
        </div>
      </div>
      <ColumnsHelp />
    </>
  )
}
