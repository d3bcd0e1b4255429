import type { Page } from 'playwright-core'

/** Bytes that travel to the page in one question. */
const STEP = 4 * 1024 * 1024

/** Drops a file on the window, as from the desktop. */
export async function dropPacket(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  const pieces = await page.evaluateHandle((): Uint8Array[] => [])
  for (let at = 0; at < bytes.length; at += STEP) {
    const base64 = Buffer.from(bytes.subarray(at, at + STEP)).toString('base64')
    await pieces.evaluate((held, text) => {
      held.push(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
    }, base64)
  }
  await pieces.evaluate((held, fileName) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(held as BlobPart[], fileName))
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, name)
  await pieces.dispose()
}
