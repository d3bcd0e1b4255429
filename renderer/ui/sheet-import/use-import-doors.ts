import { useEffect, useRef } from 'react'

/** Where the rows of an import come from. */
export type ImportSource =
  /** The user is asked to paste or to choose a file. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: File }

function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea') !== null
}

/** Text copied from a spreadsheet has tabs; in a field of one value they can only be a mistake. */
function looksLikeCells(text: string, isTyping: boolean): boolean {
  if (text.includes('\t')) return true
  return !isTyping && text.trim().includes('\n') && /[;,]/.test(text)
}

/** Cells pasted, or a file dropped, anywhere on the screen. */
export function useImportDoors(onSource: (source: ImportSource) => void): void {
  const latest = useRef(onSource)
  useEffect(() => {
    latest.current = onSource
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const file = event.clipboardData?.files[0]
      if (looksLikeCells(text, isInField(event.target))) latest.current({ kind: 'text', text })
      else if (text === '' && file && !isInField(event.target)) latest.current({ kind: 'file', file })
      else return
      event.preventDefault()
    }
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onDragOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (file) latest.current({ kind: 'file', file })
    }
    window.addEventListener('paste', onPaste)
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('paste', onPaste)
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
}
