import type { DocTree } from '../../../shared/documents'
import { renderDocx } from '../../../shared/documents/docx'

/** Makes the DOCX away from the window, so that a long document never holds it up. */
self.onmessage = (event: MessageEvent<DocTree>) => {
  void renderDocx(event.data).then((bytes) => self.postMessage(bytes))
}

// A promise that fails becomes an error of the worker, which the page hears.
self.onunhandledrejection = (event: PromiseRejectionEvent) => {
  throw event.reason
}
