import { useEffect } from 'react'
import type { MinutaParagraph } from '../../../shared/documents'
import type { MinutaOfFacts } from './use-minuta'

/** What the address asks to see: a passage of the minuta, nothing, or something that is not there. */
export type Sought =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'passage'; readonly anchor: string }
  | { readonly kind: 'absent' }

/** The passage that tells a fact; of several that rest on it, the one that rests on fewest. */
function telling(paragraphs: readonly MinutaParagraph[], id: string): MinutaParagraph | undefined {
  const resting = paragraphs.filter(({ sources }) => sources.some((source) => source === id))
  return [...resting].sort((a, b) => a.sources.length - b.sources.length)[0]
}

/**
 * The passage that tells a fact, or the first one of a point of the agenda. A commitment has no sentence
 * of its own when the speech that it was taken from says it already.
 */
export function seekPassage(
  { paragraphs, facts }: Pick<MinutaOfFacts, 'paragraphs' | 'facts'>,
  place: string | undefined,
): Sought {
  if (place === undefined) return { kind: 'nothing' }
  const body = facts.find(({ id }) => id === place)?.body
  const source = body?.kind === 'commitment' ? body.sourceFactId : null
  const found =
    telling(paragraphs, place) ??
    (source === null ? undefined : telling(paragraphs, source)) ??
    paragraphs.find(({ pointId }) => pointId === place)
  return found ? { kind: 'passage', anchor: found.anchor } : { kind: 'absent' }
}

/** Brings the passage to the middle of the page, with the keys on it. */
export function useSought(minuta: MinutaOfFacts | null, place: string | undefined): Sought {
  const sought = minuta ? seekPassage(minuta, place) : { kind: 'nothing' as const }
  const anchor = sought.kind === 'passage' ? sought.anchor : null
  useEffect(() => {
    // Only when it is asked for: afterwards the page belongs to whoever reads it.
    if (anchor === null || place === undefined) return
    const name = CSS.escape(anchor)
    document.querySelector<HTMLElement>(`[data-rewrite="${name}"]`)?.focus({ preventScroll: true })
    const passage = document.querySelector(`[data-passage="${name}"], [data-rewrite="${name}"]`)
    passage?.scrollIntoView({ block: 'center' })
  }, [anchor, place])
  return sought
}
