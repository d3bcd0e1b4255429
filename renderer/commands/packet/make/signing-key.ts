import type { Result } from '../../../../shared/lib/result'
import type { SaveFailure, SigningKey } from '../../../platform/desktop'
import type { CommandDeps } from '../../deps'

export type { SigningKey } from '../../../platform/desktop'

/** The key that this installation signs with; made the first time it is asked for. */
export function readSigningKey(deps: CommandDeps): Promise<Result<SigningKey, SaveFailure>> {
  return deps.desktop.packet.signingKey()
}
