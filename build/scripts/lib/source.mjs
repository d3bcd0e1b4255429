import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parseSync } from 'vite'

/**
 * @typedef {object} Problem
 * @property {string} file path relative to the root, with forward slashes
 * @property {number} line
 * @property {string} message
 */

/** @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} SyntaxNode */

/**
 * One source file, parsed.
 * @typedef {object} SourceFile
 * @property {string} path relative to the root, with forward slashes
 * @property {string} text
 * @property {SyntaxNode} program
 * @property {readonly { type: string, value: string, start: number, end: number }[]} comments
 */

/**
 * TypeScript files below some folders, in a stable order; folders that do not exist count as empty.
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {Promise<string[]>} paths relative to the root
 */
export async function listSources(root, folders, pattern = /\.tsx?$/) {
  const paths = []
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(
      () => [],
    )
    for (const entry of entries) {
      if (!entry.isFile() || !pattern.test(entry.name)) continue
      paths.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    }
  }
  return paths.sort()
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {SourceFile}
 */
export function parseSource(root, path) {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return { path, text, program: /** @type {any} */ (program), comments }
}

/**
 * Visits every node of a syntax tree, parents before children.
 * @param {unknown} node
 * @param {(node: SyntaxNode) => void} visit
 */
export function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit)
    return
  }
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && typeof node.type === 'string') visit(/** @type {SyntaxNode} */ (node))
  for (const value of Object.values(node)) walk(value, visit)
}

/**
 * Line number, from 1, of an offset in a text.
 * @param {string} text
 * @param {number} offset
 */
export function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length
}

/** @param {readonly Problem[]} problems */
export function formatProblems(problems) {
  return problems.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n')
}
