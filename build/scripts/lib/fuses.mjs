import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** How a fuse is written into the executable: the digits 1 and 0, as bytes. */
const ON = 0x31
const OFF = 0x30

/**
 * The state in which every fuse of a released executable must be.
 * @param {NodeJS.Platform} platform
 * @returns {ReadonlyMap<FuseV1Options, boolean>}
 */
export function expectedFuses(platform) {
  return new Map([
    [FuseV1Options.RunAsNode, false],
    [FuseV1Options.EnableCookieEncryption, true],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    [FuseV1Options.EnableNodeCliInspectArguments, false],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, platform !== 'linux'],
    [FuseV1Options.OnlyLoadAppFromAsar, true],
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  ])
}

/**
 * Reads the fuses back from a packaged executable.
 * @param {string} executable
 * @param {NodeJS.Platform} platform
 * @returns {Promise<readonly string[]>} names of the fuses in the wrong state
 */
export async function findWrongFuses(executable, platform) {
  /** @type {Readonly<Record<number, number>>} */
  const wire = await getCurrentFuseWire(executable)
  return [...expectedFuses(platform)]
    .filter(([fuse, enabled]) => wire[fuse] !== (enabled ? ON : OFF))
    .map(([fuse]) => FuseV1Options[fuse])
}
