import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { Result } from '../../../shared/lib/result'
import { useDeps } from '../../commands/deps'
import {
  readSigningKey,
  replaceSigningKey,
  type SigningKeyState,
  type UnreadableKey,
} from '../../commands/packet/make/signing-key'
import { useBody } from '../../data/current-body'
import { lastSignedPacket } from '../../data/packets'
import { useLive } from '../../data/use-live'
import { MessageNote } from '../../ui/message-note'
import classes from './packet.module.css'

type Shown = SigningKeyState | { readonly kind: 'reading' } | { readonly kind: 'failed' }

const READING: Shown = { kind: 'reading' }

function shownOf(read: Result<SigningKeyState, unknown>): Shown {
  return read.ok ? read.value : { kind: 'failed' }
}

/** The key of this computer, read when the screen opens and whenever it is asked again. */
function useSigningKey() {
  const deps = useDeps()
  const [key, setKey] = useState<Shown>(READING)
  const read = useCallback(async () => setKey(shownOf(await readSigningKey(deps))), [deps])
  const replace = useCallback(async () => setKey(shownOf(await replaceSigningKey(deps))), [deps])
  useEffect(() => {
    let stays = true
    void readSigningKey(deps).then((found) => {
      if (stays) setKey(shownOf(found))
    })
    return () => {
      stays = false
    }
  }, [deps])
  return { key, read, replace }
}

const REASONS: Readonly<Record<UnreadableKey, string>> = {
  damaged: 'Su archivo está dañado.',
  refused:
    'El llavero del sistema no la abre: se guardó con otra cuenta, en otro equipo o antes de reinstalarlo.',
  'no-keychain': 'El llavero del sistema, que la guarda, no está disponible; quizá baste con desbloquearlo.',
}

function UnreadableNote({
  reason,
  known,
  onRead,
  onReplace,
}: {
  readonly reason: UnreadableKey
  readonly known: string | null
  readonly onRead: () => void
  readonly onReplace: () => void
}) {
  return (
    <MessageNote kind="warning" title="La clave con que firma este equipo no se puede leer">
      <p className={classes.said}>
        {REASONS[reason]} Mientras tanto no se firma nada. Si hace una clave nueva, su huella será otra
        {known === null ? (
          ''
        ) : (
          <>
            {' '}
            (la anterior era <span className={classes.fingerprint}>{known}</span>)
          </>
        )}
        : a quienes recibieron expedientes firmados se les avisará que la firma cambió, y conviene decírsela
        antes por teléfono. La anterior se aparta sin borrarla.
      </p>
      <span className={classes.actions}>
        <Button size="compact-sm" variant="default" onClick={onRead}>
          Volver a leerla
        </Button>
        <Button size="compact-sm" variant="default" onClick={onReplace}>
          Hacer una clave nueva
        </Button>
      </span>
    </MessageNote>
  )
}

/** With which key a packet would be signed, and what to know before it is. */
export function SigningNote() {
  const { store } = useDeps()
  const body = useBody()
  const last = useLive(() => lastSignedPacket(store, body.id), [store, body.id])
  const known = last?.fingerprint ?? null
  const { key, read, replace } = useSigningKey()
  switch (key.kind) {
    case 'reading':
      return null
    case 'failed':
      return (
        <MessageNote kind="warning" title="No se pudo leer ni hacer la clave de firma">
          Revise el espacio y los permisos de la carpeta de datos, o quite la firma.
        </MessageNote>
      )
    case 'unreadable':
      return (
        <UnreadableNote
          reason={key.reason}
          known={known}
          onRead={() => void read()}
          onReplace={() => void replace()}
        />
      )
    case 'ready':
      return (
        <>
          <p className={classes.muted}>
            Huella para leer por teléfono: <span className={classes.fingerprint}>{key.fingerprint}</span>.{' '}
            {key.protectedBySystem
              ? 'La clave está protegida por el sistema.'
              : 'Este equipo no tiene llavero del sistema: la clave solo está protegida por los permisos de su archivo.'}
          </p>
          {known !== null && known !== key.fingerprint && (
            <MessageNote kind="warning" title="No es la clave con que se firmó la última vez">
              El último expediente de este órgano se firmó con la de huella{' '}
              <span className={classes.fingerprint}>{known}</span>. A quien lo recibió se le avisará que la
              firma es otra: dígale la nueva por teléfono antes de enviarlo.
            </MessageNote>
          )}
        </>
      )
  }
}
