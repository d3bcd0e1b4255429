import { composePdf } from './compose'
import type { CombinedInput } from './part'

/** Joins the PDF away from the window: annexes come from anywhere and may be large or broken. */
self.onmessage = (event: MessageEvent<CombinedInput>) => {
  void composePdf(event.data).then((combined) => self.postMessage(combined))
}

// A promise that fails becomes an error of the worker, which the page hears.
self.onunhandledrejection = (event: PromiseRejectionEvent) => {
  throw event.reason
}
