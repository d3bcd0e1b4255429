import { distinguishInitials } from '../../../commands/sessions/distinguish-initials'
import type { Preparation } from './use-preparation'

/** Gives the proposed initials to everybody who could be confused with somebody else. */
export function distinguish({ deps, record, run }: Preparation): Promise<boolean> {
  const done = 'Las iniciales ya no se confunden.'
  return run({ what: 'las iniciales', done }, () => distinguishInitials(deps, record.plan.session.id))
}
