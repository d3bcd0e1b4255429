import { Button, Group, Loader, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { NamedSheet, SheetPlan } from '../../../shared/lib/sheet'
import { Kbd } from '../kbd'
import { MessageNote } from '../message-note'
import { Screen } from '../screen'
import { AskSheet } from './ask-sheet'
import type { SheetJob } from './sheet-job'
import type { SheetKind } from './sheet-kind'
import { SheetPreview } from './sheet-preview'
import type { ImportSource } from './use-import-doors'

type Reading =
  | { readonly kind: 'ask' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'ready'; readonly name: string; readonly sheets: readonly NamedSheet[] }

const PASTED = 'Celdas pegadas'

type Read = SheetJob<string, SheetPlan<string>>['read']

async function readingOf(source: ImportSource, read: Read): Promise<Reading> {
  if (source.kind === 'ask') return source
  const name = source.kind === 'file' ? source.file.name : PASTED
  const sheets = await read(source, name)
  return sheets.ok ? { kind: 'ready', name, sheets: sheets.value } : { kind: 'failed', text: sheets.error }
}

function useReading(source: ImportSource, read: Read): Reading {
  const [reading, setReading] = useState<Reading>({ kind: 'reading', name: '' })
  const latest = useRef(read)
  useEffect(() => {
    latest.current = read
  })
  useEffect(() => {
    let isCurrent = true
    setReading({ kind: 'reading', name: source.kind === 'file' ? source.file.name : '' })
    readingOf(source, latest.current).then(
      (found) => isCurrent && setReading(found),
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

interface WaitingProps {
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
}

/** Frame of the import while there is nothing to preview. */
function Waiting({ title, children, onClose }: WaitingProps) {
  return (
    <Screen
      title={title}
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

interface SheetImportProps<Id extends string, P extends SheetPlan<Id>> {
  readonly kind: SheetKind<Id, P>
  readonly job: SheetJob<Id, P>
  readonly source: ImportSource
  readonly onSource: (source: ImportSource) => void
  readonly onClose: () => void
}

/**
 * Imports a sheet, whatever it holds: asks for it, says what could not be read, shows what it would do
 * row by row, takes corrections in place, and stores it in one change.
 */
export function SheetImport<Id extends string, P extends SheetPlan<Id>>(props: SheetImportProps<Id, P>) {
  const { kind, job, source, onSource, onClose } = props
  const reading = useReading(source, job.read)
  useEscape(onClose)
  if (reading.kind === 'ready') {
    const { name, sheets } = reading
    return <SheetPreview kind={kind} job={job} name={name} sheets={sheets} onClose={onClose} />
  }
  if (reading.kind === 'reading') {
    return (
      <Waiting title={kind.words.title} onClose={onClose}>
        <Group role="status">
          <Loader size="sm" />
          <Text>Leyendo {reading.name === '' ? 'las celdas' : `«${reading.name}»`}…</Text>
        </Group>
      </Waiting>
    )
  }
  return (
    <Waiting title={kind.words.title} onClose={onClose}>
      {reading.kind === 'failed' && (
        <MessageNote kind="error" title="No se pudo abrir">
          {reading.text}
        </MessageNote>
      )}
      <AskSheet kind={kind} onSource={onSource} />
    </Waiting>
  )
}
