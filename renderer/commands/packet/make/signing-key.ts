import type { Result } from '../../../../shared/lib/result'
import type { SaveFailure, SigningKeyState } from '../../../platform/desktop'
import type { CommandDeps } from '../../deps'

export type { SigningKeyState, UnreadableKey } from '../../../platform/desktop'

/** The key that this installation signs with; made the first time it is asked for. */
export function readSigningKey(deps: CommandDeps): Promise<Result<SigningKeyState, SaveFailure>> {
  return deps.desktop.packet.signingKey()
}

/** Makes another key, with another fingerprint, in place of one that cannot be read; that one is kept aside. */
export function replaceSigningKey(deps: CommandDeps): Promise<Result<SigningKeyState, SaveFailure>> {
  return deps.desktop.packet.replaceSigningKey()
}
