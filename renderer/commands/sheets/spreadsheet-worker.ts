import { readWorkbook } from './read-workbook'

/**
 * Opens files that come from anywhere, away from the window: a page that cannot touch the app, and that
 * can be stopped.
 */
self.onmessage = (
  event: MessageEvent<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string }>,
) => {
  void readWorkbook(event.data.bytes, event.data.name).then((result) => self.postMessage(result))
}
