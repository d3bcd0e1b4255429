import { useEffect } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useDeps } from '../commands/deps'
import { offerFile, offerOpened, packetName } from '../commands/packet/incoming/inbox'

/** Address of the screen that takes packets in. */
export const IMPORT_PATH = '/importar'

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}

/**
 * A packet dropped anywhere on the window, or opened with a double click, leads to its screen. What is surely
 * a packet is taken before any other screen; any other archive only when no screen wanted it as a file.
 */
export function usePacketDoors(): void {
  const { desktop } = useDeps()
  const [, navigate] = useHashLocation()
  useEffect(
    () => desktop.onCommand((command) => command === 'import-packet' && navigate(IMPORT_PATH)),
    [desktop, navigate],
  )
  useEffect(
    () =>
      desktop.incoming.onOpened((opened) => {
        if (offerOpened(opened)) navigate(IMPORT_PATH)
      }),
    [desktop, navigate],
  )
  useEffect(() => {
    const take = (file: File) => {
      offerFile(file)
      navigate(IMPORT_PATH)
    }
    const onDragOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      const kind = file && carriesFiles(event) ? packetName(file.name) : 'no'
      if (!file || kind === 'no') return
      if (kind === 'surely') {
        event.preventDefault()
        event.stopPropagation()
        take(file)
        return
      }
      // Added now, it comes after every listener that a screen has on the window.
      const last = () => {
        if (event.defaultPrevented) return
        event.preventDefault()
        take(file)
      }
      window.addEventListener('drop', last, { once: true })
      setTimeout(() => window.removeEventListener('drop', last))
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop, { capture: true })
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop, { capture: true })
    }
  }, [navigate])
}
