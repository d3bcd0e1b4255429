import type { SessionId } from '../../../shared/domain/sessions'

/** A passage being rewritten whose text is not saved yet. */
interface RewritingDraft {
  readonly anchor: string
  readonly text: string
}

const drafts = new Map<SessionId, RewritingDraft>()

/** What was being typed when the tab was left, so that changing tabs loses nothing; null when nothing. */
export function draftOf(sessionId: SessionId): RewritingDraft | null {
  return drafts.get(sessionId) ?? null
}

/** Remembers what is being typed; null forgets it. */
export function keepDraft(sessionId: SessionId, draft: RewritingDraft | null): void {
  if (draft === null) drafts.delete(sessionId)
  else drafts.set(sessionId, draft)
}
