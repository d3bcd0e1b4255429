import { err, type Result } from '../../../shared/lib/result'
import { type Choices, type ImportPlan, importChanges, type TooLarge } from '../../../shared/packet'
import type { AppendFailure } from '../../platform/desktop'
import { type ChangedSince, type Committed, commitAfter } from '../commit'
import type { CommandDeps } from '../deps'
import { inSlices } from '../sheets/in-slices'

/** Why nothing was stored of a packet. Either all that was chosen is stored, or nothing is. */
export type ApplyFailure =
  | AppendFailure
  | TooLarge
  /** Something was stored since the packet was compared: compare it again. */
  | ChangedSince
  /** What was chosen changes nothing. */
  | { readonly code: 'nothing-to-change' }

const LONGEST_NAME = 200

function labelOf({ header }: ImportPlan): string {
  const name =
    header.bodyName.length > LONGEST_NAME ? `${header.bodyName.slice(0, LONGEST_NAME - 1)}…` : header.bodyName
  const what = header.audience === 'backup' ? 'el respaldo' : 'el expediente'
  return `Se importó ${what} de ${name}, versión ${header.packetVersion}`
}

/** Name of this journal; null while it is empty. */
async function ownOrigin(deps: Pick<CommandDeps, 'desktop'>): Promise<string | null> {
  const page = await deps.desktop.journal.read({ afterSeq: 0, limit: 1 })
  return page.ok ? (page.value[0]?.hash ?? null) : null
}

/**
 * Stores what was chosen of a packet as one change set, which one undo takes back. Attachments must have
 * been stored before. Refused when anything was stored since the plan was made, or when it is more than one
 * record of the journal holds; then nothing was written.
 */
export async function applyImport(
  deps: CommandDeps,
  plan: ImportPlan,
  choices: Choices,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<Committed, ApplyFailure>> {
  const changes = await inSlices(importChanges(plan, choices, await ownOrigin(deps)), { onProgress })
  if (!changes.ok) return changes
  if (changes.value.length === 0) return err({ code: 'nothing-to-change' })
  return commitAfter(deps, { label: labelOf(plan), changes: changes.value }, plan.headSeq)
}
