import { Button, Group, Loader, Text, Textarea } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ITEM_COLUMNS } from '../../../../shared/domain/follow-up'
import { spreadsheetFailureText } from '../../../commands/directory/spreadsheet/failure'
import { readSpreadsheet } from '../../../commands/directory/spreadsheet/read-spreadsheet'
import { type NamedSheet, readDelimited } from '../../../commands/directory/spreadsheet/read-workbook'
import type { FollowUp } from '../../../data/follow-up-book'
import { Kbd } from '../../../ui/kbd'
import { MessageNote } from '../../../ui/message-note'
import { Screen } from '../../../ui/screen'
import { type ImportSource, useImportDoors } from '../../../ui/use-import-doors'
import { useShortcuts } from '../../../ui/use-shortcuts'
import classes from './import.module.css'
import { ImportPreview } from './import-preview'

const ACCEPTED =
  '.xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const KEPT = 'El seguimiento no cambió.'
const PASTED = 'Celdas pegadas'

type Reading =
  | { readonly kind: 'ask'; readonly problem: string | null }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'ready'; readonly name: string; readonly sheets: readonly NamedSheet[] }

async function readSource(source: Exclude<ImportSource, { kind: 'ask' }>): Promise<Reading> {
  const name = source.kind === 'file' ? source.file.name : PASTED
  const sheets =
    source.kind === 'file' ? await readSpreadsheet(source.file) : readDelimited(source.text, name)
  return sheets.ok
    ? { kind: 'ready', name, sheets: sheets.value }
    : { kind: 'ask', problem: spreadsheetFailureText(sheets.error, name, KEPT) }
}

function useReading(): readonly [Reading, (source: ImportSource) => void] {
  const [source, setSource] = useState<ImportSource>({ kind: 'ask' })
  const [reading, setReading] = useState<Reading>({ kind: 'ask', problem: null })
  useEffect(() => {
    if (source.kind === 'ask') return undefined
    let isCurrent = true
    setReading({ kind: 'reading', name: source.kind === 'file' ? source.file.name : PASTED })
    readSource(source).then(
      (read) => isCurrent && setReading(read),
      (bug: unknown) => {
        // A worker that cannot start is a broken build: the error screen says so.
        if (isCurrent)
          setReading(() => {
            throw bug
          })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [source])
  return [reading, setSource]
}

/** The headings understood, to be compared with those of the sheet. */
function ColumnsHelp() {
  return (
    <section aria-label="Columnas que se entienden" className={classes.help}>
      <h2 className={classes.helpTitle}>Columnas que se entienden</h2>
      <Text size="sm" c="var(--q-muted)">
        En cualquier orden y con otros títulos parecidos; solo hacen falta Asunto y Responsable. Lo que usted
        diga de cada columna se recuerda para la próxima vez.
      </Text>
      <dl className={classes.columns}>
        {ITEM_COLUMNS.map(({ id, title, help }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Ask({ onSource }: { readonly onSource: (source: ImportSource) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  return (
    <>
      <div className={classes.doors}>
        <div className={classes.door}>
          <Text size="sm">
            La hoja que lleva hoy, en .xlsx o .csv, hasta 10 MB y 20,000 filas. También puede soltarla sobre
            esta ventana.
          </Text>
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
        <div className={classes.door}>
          <Textarea
            label="O pegue aquí las celdas, con sus títulos"
            rows={3}
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
      </div>
      <ColumnsHelp />
    </>
  )
}

function Waiting({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }) {
  return (
    <Screen
      title="Importar asuntos"
      subtitle="Nada se guarda hasta que usted lo confirme"
      actions={
        <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      {children}
    </Screen>
  )
}

interface ImportScreenProps {
  readonly followUp: FollowUp
  readonly onClose: () => void
}

/** From a spreadsheet to its preview: asks, reads, says what could not be read. */
export function ImportScreen({ followUp, onClose }: ImportScreenProps) {
  const [reading, setSource] = useReading()
  useImportDoors(setSource)
  useShortcuts({ escape: onClose })
  if (reading.kind === 'ready') {
    return <ImportPreview name={reading.name} sheets={reading.sheets} followUp={followUp} onClose={onClose} />
  }
  return (
    <Waiting onClose={onClose}>
      {reading.kind === 'reading' ? (
        <Group role="status">
          <Loader size="sm" />
          <Text>Leyendo «{reading.name}»…</Text>
        </Group>
      ) : (
        <>
          {reading.problem !== null && (
            <MessageNote kind="error" title="No se pudo abrir">
              {reading.problem}
            </MessageNote>
          )}
          <Ask onSource={setSource} />
        </>
      )}
    </Waiting>
  )
}
