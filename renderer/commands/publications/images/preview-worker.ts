import { makePreview } from './make-preview'

/** Makes previews away from the window, one after the other, as they are asked for. */
self.onmessage = (event: MessageEvent<string>) => {
  void makePreview(event.data).then((made) => self.postMessage(made))
}

// A promise that fails becomes an error of the worker, which the page hears.
self.onunhandledrejection = (event: PromiseRejectionEvent) => {
  throw event.reason
}
