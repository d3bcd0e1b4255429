import { join } from 'node:path'
import { runnerImport } from 'vite'
import { projectRoot } from '../../runtime/paths.mjs'

/**
 * Loads a TypeScript module of the app into this process, so that scripts judge with the app's own rules.
 * @template T
 * @param {string} path relative to the root
 * @returns {Promise<T>}
 */
async function loadSource(path) {
  const { module } = await runnerImport(join(projectRoot, path), {
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
  })
  return /** @type {T} */ (module)
}

/**
 * @typedef {object} AppRules
 * @property {typeof import('../../../shared/session-file/index')} files
 * @property {typeof import('../../../shared/domain/sessions/index')} sessions
 * @property {typeof import('../../../shared/domain/bodies/index')} bodies
 * @property {typeof import('../../../shared/domain/people/index')} people
 * @property {typeof import('../../../shared/journal/index')} journal
 * @property {typeof import('../../../shared/documents/index')} documents
 */

/**
 * The reader of session files alone, to refuse a bad one at once.
 * @returns {Promise<AppRules['files']>}
 */
export function loadSessionFiles() {
  return loadSource('shared/session-file/index.ts')
}

/**
 * Version of the stored rows that this build writes.
 * @returns {Promise<number>}
 */
export async function loadSchemaVersion() {
  /** @type {typeof import('../../../shared/schema/version')} */
  const { SCHEMA_VERSION } = await loadSource('shared/schema/version.ts')
  return SCHEMA_VERSION
}

/**
 * The rules of the app that the demo needs.
 * @returns {Promise<AppRules>}
 */
export async function loadAppRules() {
  return {
    files: await loadSessionFiles(),
    sessions: await loadSource('shared/domain/sessions/index.ts'),
    bodies: await loadSource('shared/domain/bodies/index.ts'),
    people: await loadSource('shared/domain/people/index.ts'),
    journal: await loadSource('shared/journal/index.ts'),
    documents: await loadSource('shared/documents/index.ts'),
  }
}
