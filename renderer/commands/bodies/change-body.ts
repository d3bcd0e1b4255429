import type { Body, BodyRules } from '../../../shared/domain/bodies'
import { bodySchema } from '../../../shared/domain/bodies'
import { applyBodyDraft, type BodyDraft } from '../../../shared/domain/bodies/preset-blank'
import { canonicalJson } from '../../../shared/journal'
import { required } from '../../../shared/lib/assert'
import { err, ok, type Result } from '../../../shared/lib/result'
import { getBody, listBodies } from '../../data/repositories'
import type { AppendFailure } from '../../platform/desktop'
import { update } from '../changes'
import { type Committed, commit } from '../commit'
import type { CommandDeps } from '../deps'
import { bodyWithAcronym } from './create-body'

/** Why a body stayed as it was. */
export type ChangeBodyFailure =
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }
  | { readonly kind: 'acronym-taken'; readonly by: string }

type Changed = Promise<Result<Committed | null, ChangeBodyFailure>>

async function store(deps: CommandDeps, label: string, before: Body, after: Body): Changed {
  if (canonicalJson(before) === canonicalJson(after)) return ok(null)
  const committed = await commit(deps, { label, changes: [update('bodies', before, after)] })
  return committed.ok ? committed : err({ kind: 'not-saved', failure: committed.error })
}

/** Rewrites the data of a body; null when nothing changed. Documents of past sessions follow the new data. */
export async function changeBody(deps: CommandDeps, id: Body['id'], draft: BodyDraft): Changed {
  const others = (await listBodies(deps.store)).filter((body) => body.id !== id)
  const taken = bodyWithAcronym(others, draft.acronym)
  if (taken) return err({ kind: 'acronym-taken', by: taken.name })
  const before = required(await getBody(deps.store, id), `body ${id}`)
  return store(deps, `Cambiar los datos de ${before.acronym}`, before, applyBodyDraft(before, draft))
}

/** One rule of a body with its new value, basis and reason. */
export type RuleChange = {
  readonly [K in keyof BodyRules]: { readonly key: K; readonly rule: BodyRules[K] }
}[keyof BodyRules]

/** Changes a rule of a body; null when nothing changed. */
export async function changeRule(deps: CommandDeps, id: Body['id'], { key, rule }: RuleChange): Changed {
  const before = required(await getBody(deps.store, id), `body ${id}`)
  const after = bodySchema.parse({ ...before, rules: { ...before.rules, [key]: rule } })
  return store(deps, `Cambiar una regla de ${before.acronym}`, before, after)
}
