import type { Body } from '../../../shared/domain/bodies'
import { type BodyDraft, bodyFromDraft } from '../../../shared/domain/bodies/preset-blank'
import { err, ok, type Result } from '../../../shared/lib/result'
import { foldText } from '../../../shared/lib/spanish'
import { listBodies } from '../../data/repositories'
import type { AppendFailure } from '../../platform/desktop'
import { insert } from '../changes'
import { type Committed, commit } from '../commit'
import type { CommandDeps } from '../deps'

/** Why no body was created. */
export type CreateBodyFailure =
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }
  /** Files name a body by its acronym, so two cannot share one. */
  | { readonly kind: 'acronym-taken'; readonly by: string }

export interface CreatedBody {
  readonly bodyId: Body['id']
  readonly committed: Committed
}

/** Another body with that acronym, however it is written. */
export function bodyWithAcronym(bodies: readonly Body[], acronym: string): Body | null {
  return bodies.find((body) => foldText(body.acronym) === foldText(acronym)) ?? null
}

/** Creates a body with the rules proposed by default and no seats. */
export async function createBody(
  deps: CommandDeps,
  draft: BodyDraft,
): Promise<Result<CreatedBody, CreateBodyFailure>> {
  const taken = bodyWithAcronym(await listBodies(deps.store), draft.acronym)
  if (taken) return err({ kind: 'acronym-taken', by: taken.name })
  const body = bodyFromDraft(draft, deps.effects)
  const label = `Crear el órgano ${body.acronym}`
  const committed = await commit(deps, { label, changes: [insert('bodies', body)] })
  return committed.ok
    ? ok({ bodyId: body.id, committed: committed.value })
    : err({ kind: 'not-saved', failure: committed.error })
}
