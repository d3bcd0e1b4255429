import type { CommandDeps } from '../../deps'

/** Shows a file that was written since the app started in its folder; false when it is gone. */
export function revealSaved(deps: CommandDeps, fileId: string): Promise<boolean> {
  return deps.desktop.documents.reveal({ fileId })
}
