import { buildMinuta, type Minuta } from '../../shared/documents'
import type { Body } from '../../shared/domain/bodies'
import { foldSession, type Overlay, type Session, type SessionRecord } from '../../shared/domain/sessions'
import { isoDate } from '../../shared/lib/iso-date'
import { makeBody } from './make-session'

/** What a test wants different from the usual minuta. */
export interface MinutaChanges {
  readonly body?: Body
  readonly overlays?: readonly Overlay[]
  readonly previousSessions?: readonly Session[]
  readonly headHash?: string | null
}

/** The minuta of a record. */
export function minutaOf(record: SessionRecord, changes: MinutaChanges = {}): Minuta {
  return buildMinuta({
    body: changes.body ?? makeBody(),
    state: foldSession(record.plan, record.facts),
    overlays: changes.overlays ?? [],
    previousSessions: changes.previousSessions ?? [],
    headHash: changes.headHash ?? null,
    generatedOn: isoDate('2017-11-16'),
  })
}

/** Texts of the passages that come from facts, in order. */
export function told(record: SessionRecord, changes: MinutaChanges = {}): readonly string[] {
  return minutaOf(record, changes).paragraphs.map((paragraph) => paragraph.text)
}
