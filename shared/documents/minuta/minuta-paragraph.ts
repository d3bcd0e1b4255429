import type { Body } from '../../domain/bodies'
import type { FactId, Overlay, PointId, SessionPlan } from '../../domain/sessions'
import { Naming } from './names'
import type { Passage } from './passage'

/** Whether a passage is as generated, rewritten, or rewritten over facts that have changed since. */
export type ParagraphStatus = 'generated' | 'rewritten' | 'needs-review'

/** A passage of the minuta that can be rewritten, with both its texts. */
export interface MinutaParagraph {
  readonly anchor: string
  readonly pointId: PointId | null
  /** What the facts say now. */
  readonly generated: string
  /** What is printed: the rewritten text when there is one; empty when it was left out. */
  readonly text: string
  readonly overlay: Overlay | null
  readonly status: ParagraphStatus
  readonly sources: readonly FactId[]
}

/**
 * Whether the facts under a rewritten passage still say what it was written over. A passage whose only
 * change is how it names somebody (in full, in short, or not again), because of what other passages say,
 * has not changed.
 */
function stillHolds(passage: Passage, basis: string, generated: string, plan: SessionPlan, body: Body) {
  if (basis === generated) return true
  return (['always-full', 'always-short', 'always-continued'] as const).some(
    (mode) => passage.write(new Naming(plan, body, mode)) === basis,
  )
}

/**
 * Puts the rewritten passages over the generated ones. A passage that was left out names nobody, so the
 * next one names people in full.
 */
export function withOverlays(
  passages: readonly Passage[],
  overlays: readonly Overlay[],
  plan: SessionPlan,
  body: Body,
): readonly MinutaParagraph[] {
  const byAnchor = new Map(overlays.map((overlay) => [overlay.anchor, overlay]))
  let naming = new Naming(plan, body)
  return passages.map((passage) => {
    const overlay = byAnchor.get(passage.anchor) ?? null
    const next = naming.copy()
    next.beginPassage(passage.speaker)
    const generated = passage.write(next)
    if (overlay !== null) next.forgetSpeaker()
    if (overlay === null || overlay.text.trim() !== '') naming = next
    else naming.forgetSpeaker()
    const base = { anchor: passage.anchor, pointId: passage.pointId, generated, sources: passage.sources }
    if (overlay === null) return { ...base, text: generated, overlay, status: 'generated' }
    const holds = stillHolds(passage, overlay.basis, generated, plan, body)
    return { ...base, text: overlay.text, overlay, status: holds ? 'rewritten' : 'needs-review' }
  })
}

/**
 * Rewritten passages whose generated paragraph no longer exists (the facts under it were taken back).
 * They are not printed and never dropped: the secretary decides.
 */
export function orphanOverlays(
  overlays: readonly Overlay[],
  paragraphs: readonly MinutaParagraph[],
): readonly Overlay[] {
  const anchors = new Set(paragraphs.map((paragraph) => paragraph.anchor))
  return overlays.filter((overlay) => !anchors.has(overlay.anchor))
}
