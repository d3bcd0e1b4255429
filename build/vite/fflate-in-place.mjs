import { zipSync } from 'fflate/browser'

/**
 * Stands in for `fflate` in the interface: its `zip` starts workers from text, which the app's policy
 * refuses, so archives are packed in place. Whoever packs a large one does it in a worker of the app.
 */
export * from 'fflate/browser'

/**
 * @param {import('fflate').AsyncZippable} files
 * @param {(error: Error | null, archive: Uint8Array) => void} done
 */
export function zip(files, done) {
  try {
    done(null, zipSync(/** @type {import('fflate').Zippable} */ (files)))
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)), new Uint8Array())
  }
}
