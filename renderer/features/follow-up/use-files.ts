import { useState } from 'react'
import type { AttachmentRef } from '../../../shared/domain/sessions'
import { joinSpanish } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { openAttachment } from '../../commands/sessions/open-attachment'
import { type StoredFiles, storeFiles } from '../../commands/sessions/store-files'
import { useNotify } from '../../ui/notify'

const REFUSALS: Readonly<Record<StoredFiles['refused'][number]['reason'], string>> = {
  'too-large': 'pasa de 2 GB',
  empty: 'está vacío',
  'not-a-file': 'no es un archivo',
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

/** Storing files of evidence and opening them. */
export function useFiles() {
  const deps = useDeps()
  const notify = useNotify()
  const [isBusy, setBusy] = useState(false)
  const add = async (dropped: readonly File[] | null): Promise<readonly AttachmentRef[]> => {
    setBusy(true)
    const stored = await storeFiles(deps, dropped).finally(() => setBusy(false))
    if (stored.refused.length > 0) {
      const each = stored.refused.map(({ name, reason }) => `«${name}» ${REFUSALS[reason]}`)
      notify({ kind: 'error', text: `No se adjuntó: ${joinSpanish(each)}.` })
    }
    return stored.added
  }
  const open = async (file: AttachmentRef) => {
    const opened = await openAttachment(deps, file)
    if (!opened.ok) {
      notify({ kind: 'error', text: `No se abrió «${file.name}»: ${OPEN_FAILURES[opened.error.code]}.` })
    } else if (opened.value.how === 'shown-in-folder') {
      const text = `«${file.name}» se muestra en su carpeta: ese tipo de archivo puede ejecutarse.`
      notify({ kind: 'warning', text })
    }
  }
  return { isBusy, add, open }
}
