import { Button, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useBody } from '../../data/current-body'
import { EmptyState } from '../../ui/empty-state'
import { Kbd } from '../../ui/kbd'
import { Screen } from '../../ui/screen'
import { useShortcuts } from '../../ui/use-shortcuts'
import { SessionImportScreen } from './import/session-import-screen'
import { useFileDrop } from './import/use-file-drop'
import { NewSessionDialog } from './new-session-dialog'
import { filterLines, sessionLines } from './sessions-list'
import { enterTable, SessionsTable } from './sessions-table'
import { useRecords } from './use-records'

function countText(shown: number, all: number): string {
  const total = all === 1 ? '1 sesión' : `${all} sesiones`
  return shown === all ? total : `${shown} de ${total}`
}

/** The form is open by the button here, or by "Nueva sesión" of the menu, which leaves a mark in the address. */
function useNewSession() {
  const asked = useSearch() === 'nueva'
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState(asked)
  useEffect(() => {
    if (!asked) return
    setOpened(true)
    navigate('/sesiones?', { replace: true })
  }, [asked, navigate])
  return { opened, open: () => setOpened(true), close: () => setOpened(false) }
}

interface SessionsScreenProps {
  /** The body of an imported session becomes the one on screen. */
  readonly onOpenBody: (bodyId: string) => void
}

/** Every session of the body; a session file dropped on it, or asked for, takes its place while it is read. */
export function SessionsScreen({ onOpenBody }: SessionsScreenProps) {
  const [importing, setImporting] = useState<{ readonly file: File | null } | null>(null)
  return importing ? (
    <SessionImportScreen start={importing.file} onOpenBody={onOpenBody} onClose={() => setImporting(null)} />
  ) : (
    <SessionsList onImport={(file) => setImporting({ file })} />
  )
}

/** Every session of the body, newest first, found by typing and opened with Enter. */
function SessionsList({ onImport }: { readonly onImport: (file: File | null) => void }) {
  const body = useBody()
  const records = useRecords(body.id)
  const form = useNewSession()
  const [typed, setTyped] = useState('')
  const filter = useRef<HTMLInputElement>(null)
  useFileDrop(onImport)
  useShortcuts({
    n: form.open,
    'ctrl+i': () => onImport(null),
    '/': () => filter.current?.focus(),
    'ctrl+f': () => filter.current?.focus(),
  })
  if (!records) return null
  const all = sessionLines(records)
  const lines = filterLines(all, typed)
  return (
    <Screen
      title="Sesiones"
      subtitle={<span aria-live="polite">{countText(lines.length, all.length)}</span>}
      actions={
        <>
          {all.length > 0 && (
            <TextInput
              ref={filter}
              w={260}
              aria-label="Filtrar sesiones"
              placeholder="Filtrar: 2017, por aprobar…"
              leftSection={<IconSearch size={16} />}
              rightSection={<Kbd keys="/" />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setTyped('')
                if (enterTable(event.key)) event.preventDefault()
              }}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} />}
            rightSection={<Kbd keys="Ctrl+I" />}
            onClick={() => onImport(null)}
          >
            Importar sesión…
          </Button>
          <Button leftSection={<IconPlus size={16} />} rightSection={<Kbd keys="N" />} onClick={form.open}>
            Nueva sesión
          </Button>
        </>
      }
    >
      {all.length === 0 && (
        <EmptyState
          title="Todavía no hay sesiones"
          hint="Prepare la primera: Quórum propone el número, los puntos del orden del día y la lista de asistencia a partir del directorio."
        >
          <Button leftSection={<IconPlus size={16} />} onClick={form.open}>
            Nueva sesión
          </Button>
        </EmptyState>
      )}
      {all.length > 0 && lines.length === 0 && (
        <EmptyState
          title={`Nada coincide con «${typed}»`}
          hint="Pruebe con menos palabras, un año o un estado."
        >
          <Button variant="default" onClick={() => setTyped('')}>
            Quitar el filtro
          </Button>
        </EmptyState>
      )}
      {lines.length > 0 && <SessionsTable lines={lines} filter={filter} />}
      {form.opened && <NewSessionDialog body={body} records={records} onClose={form.close} />}
    </Screen>
  )
}
