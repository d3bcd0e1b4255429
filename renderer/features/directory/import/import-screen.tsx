import { Button, Group, Loader, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Directory } from '../../../../shared/domain/people'
import { spreadsheetFailureText } from '../../../commands/directory/spreadsheet/failure'
import { readSpreadsheet } from '../../../commands/directory/spreadsheet/read-spreadsheet'
import { type NamedSheet, readDelimited } from '../../../commands/directory/spreadsheet/read-workbook'
import { Kbd } from '../../../ui/kbd'
import { MessageNote } from '../../../ui/message-note'
import { Screen } from '../../../ui/screen'
import type { ImportSource } from '../../../ui/use-import-doors'
import type { DirectoryEdits } from '../use-directory-edits'
import { ImportAsk } from './import-ask'
import { ImportPreview } from './import-preview'

interface ImportScreenProps {
  readonly directory: Directory
  readonly source: ImportSource
  readonly edits: DirectoryEdits
  readonly onSource: (source: ImportSource) => void
  readonly onClose: () => void
}

type Reading =
  | { readonly kind: 'ask' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'ready'; readonly name: string; readonly sheets: readonly NamedSheet[] }

const PASTED = 'Celdas pegadas'

async function readSource(source: ImportSource): Promise<Reading> {
  if (source.kind === 'ask') return source
  const name = source.kind === 'file' ? source.file.name : PASTED
  const sheets =
    source.kind === 'file' ? await readSpreadsheet(source.file) : readDelimited(source.text, name)
  return sheets.ok
    ? { kind: 'ready', name, sheets: sheets.value }
    : { kind: 'failed', text: spreadsheetFailureText(sheets.error, name) }
}

function useReading(source: ImportSource): Reading {
  const [reading, setReading] = useState<Reading>({ kind: 'reading', name: '' })
  useEffect(() => {
    let isCurrent = true
    setReading({ kind: 'reading', name: source.kind === 'file' ? source.file.name : '' })
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
  return reading
}

/** Escape leaves the import also from inside a field: nothing of it is stored yet. */
function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Frame of the import while there is nothing to preview. */
function Waiting({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }) {
  return (
    <Screen
      title="Importar al directorio"
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

/** From a source to its preview: asks, reads, says what could not be read. */
export function ImportScreen({ directory, source, edits, onSource, onClose }: ImportScreenProps) {
  const reading = useReading(source)
  useEscape(onClose)
  switch (reading.kind) {
    case 'ready':
      return (
        <ImportPreview
          directory={directory}
          name={reading.name}
          sheets={reading.sheets}
          edits={edits}
          onClose={onClose}
        />
      )
    case 'reading':
      return (
        <Waiting onClose={onClose}>
          <Group role="status">
            <Loader size="sm" />
            <Text>Leyendo {reading.name === '' ? 'las celdas' : `«${reading.name}»`}…</Text>
          </Group>
        </Waiting>
      )
    case 'failed':
      return (
        <Waiting onClose={onClose}>
          <MessageNote kind="error" title="No se pudo abrir">
            {reading.text}
          </MessageNote>
          <ImportAsk onSource={onSource} />
        </Waiting>
      )
    case 'ask':
      return (
        <Waiting onClose={onClose}>
          <ImportAsk onSource={onSource} />
        </Waiting>
      )
  }
}
