import { useState } from 'react'
import type { AttachmentRef, Point, PointId } from '../../../../shared/domain/sessions'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { attachFiles } from '../../../commands/sessions/attach-files'
import { openAttachment } from '../../../commands/sessions/open-attachment'
import { type StoredFiles, storeFiles } from '../../../commands/sessions/store-files'
import { useNotify } from '../../../ui/notify'
import type { Preparation } from './use-preparation'

type Refused = StoredFiles['refused'][number]

const REFUSALS: Readonly<Record<Refused['reason'], string>> = {
  'too-large': 'pasa de 2 GB',
  empty: 'está vacío',
  'not-a-file': 'no es un archivo (las carpetas se adjuntan archivo por archivo)',
  unreadable: 'no se pudo leer',
  'disk-full': 'no cabe: el disco está lleno',
  'no-permission': 'no hay permiso para leerlo o guardarlo',
  'io-error': 'el disco devolvió un error',
}

const OPEN_FAILURES = {
  missing: 'el archivo ya no está en la carpeta de datos',
  damaged: 'el archivo cambió en el disco y ya no es el que se adjuntó',
  'no-application': 'este equipo no tiene con qué abrirlo',
  'disk-full': 'el disco está lleno',
  'io-error': 'el disco devolvió un error',
} as const

function refusedText(refused: readonly Refused[]): string {
  const each = refused.map(({ name, reason }) => `«${name}» ${REFUSALS[reason]}`)
  return `No se adjuntó: ${joinSpanish(each)}.`
}

/** Attaching files to points and opening them. */
export function useAttach({ deps, run }: Preparation) {
  const notify = useNotify()
  const [busy, setBusy] = useState<PointId | null>(null)
  const attach = async (point: Point, dropped: readonly File[] | null) => {
    setBusy(point.id)
    const stored = await storeFiles(deps, dropped).finally(() => setBusy(null))
    if (stored.refused.length > 0) notify({ kind: 'error', text: refusedText(stored.refused) })
    if (stored.added.length === 0) return
    const done =
      stored.added.length === 1
        ? `Se adjuntó «${stored.added[0]?.name}» al punto ${point.number}.`
        : `Se adjuntaron ${stored.added.length} archivos al punto ${point.number}.`
    await run({ what: 'los archivos adjuntos', done }, () => attachFiles(deps, point, stored.added))
  }
  const open = async (file: AttachmentRef) => {
    const opened = await openAttachment(deps, file)
    if (!opened.ok) {
      notify({ kind: 'error', text: `No se abrió «${file.name}»: ${OPEN_FAILURES[opened.error.code]}.` })
    } else if (opened.value.how === 'shown-in-folder') {
      notify({
        kind: 'warning',
        text: `«${file.name}» se muestra en su carpeta: ese tipo de archivo puede ejecutarse.`,
      })
    }
  }
  return { busy, attach, open }
}

export type AttachActions = ReturnType<typeof useAttach>
