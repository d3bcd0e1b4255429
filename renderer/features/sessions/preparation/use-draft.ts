import { useState } from 'react'

/** A text while it is typed. */
export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  /** Stores it, with blanks tidied; false when it was refused and what was stored came back. */
  readonly store: () => Promise<boolean>
  readonly forget: () => void
}

/**
 * A stored text while it is typed: kept on leaving the field or with Enter, forgotten with Esc. What was
 * typed gives way when the stored text changes by other means (undo, a proposed title).
 */
export function useDraft(stored: string, save: (text: string) => Promise<boolean>): Draft {
  const [text, setText] = useState(stored)
  const [seen, setSeen] = useState(stored)
  if (seen !== stored) {
    setSeen(stored)
    setText(stored)
  }
  const store = async () => {
    const clean = text.replace(/\s+/g, ' ').trim()
    const kept = clean === stored || (await save(clean))
    if (!kept || clean === stored) setText(stored)
    return kept
  }
  return { text, setText, store, forget: () => setText(stored) }
}
