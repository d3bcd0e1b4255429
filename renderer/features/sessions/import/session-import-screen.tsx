import { Button, Loader } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { capitalize } from '../../../../shared/lib/spanish'
import type { FileProblem } from '../../../../shared/session-file'
import { Kbd } from '../../../ui/kbd'
import { MessageNote } from '../../../ui/message-note'
import { Screen } from '../../../ui/screen'
import { useShortcuts } from '../../../ui/use-shortcuts'
import classes from './session-import.module.css'
import { SessionPreviewView } from './session-preview'
import { useFileDrop } from './use-file-drop'
import { type ImportView, useSessionImport } from './use-session-import'

interface DoorProps {
  readonly focused: boolean
  readonly onFile: (file: File) => void
}

/** Chooses the file, or says that it can be dropped. */
function FileDoor({ focused, onFile }: DoorProps) {
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) button.current?.focus()
  }, [focused])
  return (
    <div className={classes.door}>
      <p>
        Abra un archivo <code>.json</code> con una sesión, o suéltelo sobre esta ventana. Antes de guardar se
        muestra qué traerá.
      </p>
      <Button
        ref={button}
        variant={focused ? 'filled' : 'default'}
        leftSection={<IconFolderOpen size={16} />}
        onClick={() => input.current?.click()}
      >
        Elegir archivo…
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Archivo de sesión"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
      <p className={classes.muted}>
        Es el formato que lleva cada expediente (<code>sesion.json</code>); está descrito en la guía de
        Quórum. Para traer un expediente completo, con sus anexos, suéltelo sin descomprimir.
      </p>
    </div>
  )
}

function Problems({ name, problems }: { readonly name: string; readonly problems: readonly FileProblem[] }) {
  const count = problems.length === 1 ? '1 problema' : `${problems.length} problemas`
  return (
    <MessageNote kind="error" title={`No se puede importar «${name}»: ${count}`}>
      Nada cambió. Corrija el archivo y ábralo de nuevo.
      <ul className={classes.problems}>
        {problems.map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            {where !== '' && <strong>{capitalize(where)}: </strong>}
            {where === '' ? capitalize(message) : message}.
          </li>
        ))}
      </ul>
    </MessageNote>
  )
}

function subtitleOf(view: ImportView): string {
  switch (view.kind) {
    case 'ask':
      return 'Una sesión escrita en el formato de Quórum'
    case 'reading':
    case 'refused':
    case 'ready':
      return view.name
  }
}

interface SessionImportScreenProps {
  /** A file that was dropped on the list of sessions; null when one is to be chosen. */
  readonly start: File | null
  readonly onOpenBody: (bodyId: string) => void
  readonly onClose: () => void
}

/** Takes a session file in: what it would do is shown first, and it is one change that one undo takes back. */
export function SessionImportScreen({ start, onOpenBody, onClose }: SessionImportScreenProps) {
  const { view, open, store, isStoring } = useSessionImport(start, onOpenBody)
  const isReady = view.kind === 'ready'
  useFileDrop((file) => void open(file))
  useShortcuts({ escape: onClose, 'ctrl+enter': () => isReady && void store() })
  return (
    <Screen
      title="Importar sesión"
      subtitle={subtitleOf(view)}
      actions={
        <>
          <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
            {isReady ? 'Cancelar' : 'Volver'}
          </Button>
          {isReady && (
            <Button
              autoFocus
              rightSection={<Kbd keys="Ctrl+Enter" />}
              loading={isStoring}
              onClick={() => void store()}
            >
              Importar
            </Button>
          )}
        </>
      }
    >
      {view.kind === 'reading' && <Loader aria-label={`Leyendo ${view.name}`} />}
      {view.kind === 'refused' && <Problems name={view.name} problems={view.problems} />}
      {isReady && <SessionPreviewView summary={view.preview.summary} />}
      {(view.kind === 'ask' || view.kind === 'refused') && (
        <FileDoor focused={view.kind === 'ask'} onFile={(file) => void open(file)} />
      )}
    </Screen>
  )
}
