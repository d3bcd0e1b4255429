import { changesText, MAX_LINE_BYTES, type StagedChanges } from '../../shared/journal'

/**
 * The changes that were handed over ahead of their change set, as the text that the journal will hold. Only in
 * memory: until the change set is appended nothing of them was asked to be stored.
 */
export class ChangesAhead {
  #changeSetId: string | null = null
  #texts: string[] = []
  #length = 0
  #count = 0

  /** Takes the next part. One that begins again, or of another change set, lets go of what was there. */
  add({ changeSetId, from, changes }: StagedChanges): void {
    if (from === 0) this.#begin(changeSetId)
    if (changeSetId !== this.#changeSetId || from !== this.#count) throw new Error('A part came out of order')
    this.#count += changes.length
    // Of what is too large for a record nothing more is kept: it will be refused.
    if (this.#length > MAX_LINE_BYTES) return
    const text = changesText(changes)
    this.#texts.push(text)
    this.#length += text.length
  }

  /** Gives everything that was handed over of a change set, once. */
  take(changeSetId: string, count: number): readonly string[] {
    if (changeSetId !== this.#changeSetId || count !== this.#count) throw new Error('Parts are missing')
    const texts = this.#texts
    this.#begin(null)
    return texts
  }

  #begin(changeSetId: string | null): void {
    this.#changeSetId = changeSetId
    this.#texts = []
    this.#length = 0
    this.#count = 0
  }
}
