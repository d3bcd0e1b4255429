import type { Body } from '../../../shared/domain/bodies'
import { presetCgype } from '../../../shared/domain/bodies/preset-cgype'
import { ok, type Result } from '../../../shared/lib/result'
import { listBodies } from '../../data/repositories'
import type { AppendFailure } from '../../platform/desktop'
import { insert } from '../changes'
import { commit } from '../commit'
import type { CommandDeps } from '../deps'
import { bodyWithAcronym } from './create-body'

/** The body to show, and whether it was there before. */
export interface AdoptedPreset {
  readonly bodyId: Body['id']
  readonly wasThere: boolean
}

/** Creates the CGyPE with its twelve seats in one change, or finds it when it is already there. */
export async function adoptPreset(deps: CommandDeps): Promise<Result<AdoptedPreset, AppendFailure>> {
  const { body, seats } = presetCgype(deps.effects)
  const present = bodyWithAcronym(await listBodies(deps.store), body.acronym)
  if (present) return ok({ bodyId: present.id, wasThere: true })
  const committed = await commit(deps, {
    label: `Usar el ${body.name}`,
    changes: [insert('bodies', body), ...seats.map((seat) => insert('seats', seat))],
  })
  return committed.ok ? ok({ bodyId: body.id, wasThere: false }) : committed
}
