import { checkImage } from './check-image'

/** Checks an image away from the window: the largest photographs take seconds to decode. */
self.onmessage = (event: MessageEvent<Blob>) => {
  void checkImage(event.data).then((checked) => self.postMessage(checked))
}

// A promise that fails becomes an error of the worker, which the page hears.
self.onunhandledrejection = (event: PromiseRejectionEvent) => {
  throw event.reason
}
