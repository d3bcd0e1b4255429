import { useEffect, useState } from 'react'
import { windowPreviews } from '../../../commands/publications/images/previews'

/** What is on screen in the place of an image. */
export type PreviewState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'preview'; readonly url: string }
  | { readonly kind: 'original' }
  | { readonly kind: 'missing' }

const WAITING: PreviewState = { kind: 'waiting' }

/** The small copy of an image while it is on screen; its address is given back when it leaves. */
export function usePreview(sha256: string): PreviewState {
  const [state, setState] = useState(WAITING)
  useEffect(() => {
    const gone = new AbortController()
    let url: string | null = null
    void windowPreviews()
      .load(sha256, gone.signal)
      .then((shown) => {
        if (shown === null || gone.signal.aborted) return
        if (shown.kind !== 'preview') return setState(shown)
        url = URL.createObjectURL(shown.blob)
        setState({ kind: 'preview', url })
      })
    return () => {
      gone.abort()
      if (url !== null) URL.revokeObjectURL(url)
      setState(WAITING)
    }
  }, [sha256])
  return state
}
