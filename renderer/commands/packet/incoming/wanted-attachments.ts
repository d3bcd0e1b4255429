import { type Choices, type ImportPlan, settleChoices } from '../../../../shared/packet'
import type { WantedAttachment } from './take-attachments'

function isWanted(value: object): value is WantedAttachment {
  const { sha256, name, size } = value as Partial<Record<keyof WantedAttachment, unknown>>
  return (
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof name === 'string' &&
    typeof size === 'number'
  )
}

/** Attachments anywhere in a row: every table that has any names them in the same three fields. */
function inValue(value: unknown): readonly WantedAttachment[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(inValue)
  return isWanted(value) ? [{ sha256: value.sha256, name: value.name, size: value.size }, ...inside] : inside
}

/** Attachments that the rows to be taken in name, each once, in the order of the plan. */
export function wantedAttachments(plan: ImportPlan, choices: Choices): readonly WantedAttachment[] {
  const settled = settleChoices(plan, choices).settled
  const wanted = new Map<string, WantedAttachment>()
  for (const unit of plan.units) {
    if (settled.get(unit.id) !== 'take') continue
    for (const { incoming } of unit.pairs) {
      for (const each of inValue(incoming)) if (!wanted.has(each.sha256)) wanted.set(each.sha256, each)
    }
  }
  return [...wanted.values()]
}
