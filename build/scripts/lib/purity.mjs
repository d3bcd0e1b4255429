import { walk } from './source.mjs'

/** @typedef {import('./source.mjs').SyntaxNode} SyntaxNode */

/** Globals that shared/ never names, whatever the compiler would allow. */
const IMPURE_GLOBALS = new Set(['console', 'crypto', 'globalThis', 'performance', 'process'])
/** Members of otherwise pure globals that answer differently each time. */
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random', 'Temporal.Now'])
/** Functions of date-fns that read the clock behind the caller's back. */
const CLOCK_READERS = /^(is(Today|Tomorrow|Yesterday|Past|Future|This[A-Z]\w*)|\w+ToNow(Strict)?)$/

/**
 * Uses of the clock, of chance or of the surroundings in shared/, and of the preload's global anywhere but in
 * renderer/platform.
 * @param {string} path
 * @param {unknown} program
 * @returns {{ start: number, message: string }[]}
 */
export function findImpureUse(path, program) {
  const isShared = path.startsWith('shared/')
  const mayUseDesktop = path.startsWith('renderer/platform/')
  /** @type {{ start: number, message: string }[]} */
  const found = []
  walk(program, (node) => {
    const name = isShared ? impureName(node) : null
    if (name !== null) found.push({ start: node.start, message: `shared/ is pure: pass ${name} in` })
    if (!mayUseDesktop && isDesktopGlobal(node)) {
      found.push({ start: node.start, message: 'only renderer/platform touches window.quorum' })
    }
  })
  return found
}

/**
 * @param {SyntaxNode} node
 * @returns {string | null}
 */
function impureName(node) {
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
    return Array.isArray(node.arguments) && node.arguments.length === 0 ? 'the time of new Date()' : null
  }
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'the time of Date()'
  if (node.type === 'ImportSpecifier') {
    const imported = nameOf(node.imported)
    return imported !== null && CLOCK_READERS.test(imported) ? `the time that ${imported}() reads` : null
  }
  if (node.type !== 'MemberExpression') return null
  const object = nameOf(node.object)
  if (object === null) return null
  const member = `${object}.${nameOf(node.property)}`
  return IMPURE_GLOBALS.has(object) || IMPURE_MEMBERS.has(member) ? member : null
}

/** @param {SyntaxNode} node */
function isDesktopGlobal(node) {
  if (node.type !== 'MemberExpression' || nameOf(node.property) !== 'quorum') return false
  return ['window', 'globalThis', 'self'].includes(nameOf(node.object) ?? '')
}

/** @param {unknown} node */
function nameOf(node) {
  if (typeof node !== 'object' || node === null || !('type' in node)) return null
  return node.type === 'Identifier' && 'name' in node ? String(node.name) : null
}
