import { useEffect, useRef } from 'react'
import { type PastedPoint, readPastedAgenda } from '../../../../shared/domain/sessions'
import { useNotify } from '../../../ui/notify'
import { pasteProblemText } from './paste-text'

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}

/** Text pasted anywhere but into a field is read as points of the agenda. */
export function usePasteIntoAgenda(onPaste: (points: readonly PastedPoint[]) => void): void {
  const notify = useNotify()
  const latest = useRef(onPaste)
  useEffect(() => {
    latest.current = onPaste
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isField(event.target) || text === '') return
      event.preventDefault()
      const read = readPastedAgenda(text)
      if (read.ok) latest.current(read.value)
      else notify({ kind: 'error', text: pasteProblemText(read.error) })
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [notify])
}
