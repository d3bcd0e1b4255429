import { projectRoot } from '../runtime/paths.mjs'
import { isMainModule } from './lib/is-main-module.mjs'
import { reportAndExit } from './lib/report.mjs'
import { lineAt, listSources, parseSource } from './lib/source.mjs'

/** @typedef {import('./lib/source.mjs').SyntaxNode} SyntaxNode */
/** @typedef {import('./lib/source.mjs').SourceFile} SourceFile */

/**
 * Checks that everything shared/ exports says what it means in a comment of its own. Overloads of one function,
 * and a type with the same name as its schema, share one.
 * @param {string} root
 * @returns {Promise<import('./lib/source.mjs').Problem[]>}
 */
export async function checkDocs(root) {
  const problems = []
  for (const path of await listSources(root, ['shared'])) {
    const source = parseSource(root, path)
    for (const { name, start } of findUndocumented(source)) {
      problems.push({ file: path, line: lineAt(source.text, start), message: `${name} has no docstring` })
    }
  }
  return problems
}

/**
 * @param {SourceFile} source
 * @returns {{ name: string, start: number }[]}
 */
function findUndocumented(source) {
  const statements = /** @type {SyntaxNode[]} */ (source.program.body)
  const declared = statements.flatMap((statement) => declarationsOf(statement))
  const documented = new Set(
    declared.filter(({ start }) => isDocumented(source, start)).map(({ name }) => name),
  )
  const exported = new Set([
    ...declared.filter((declaration) => declaration.exported).map(({ name }) => name),
    ...statements.flatMap(localExports),
  ])
  const reported = new Set()
  return declared.filter(({ name }) => {
    if (!exported.has(name) || documented.has(name) || reported.has(name)) return false
    reported.add(name)
    return true
  })
}

/**
 * Names a statement declares, with the offset its comment would stand before.
 * @param {SyntaxNode} statement
 * @returns {{ name: string, start: number, exported: boolean }[]}
 */
function declarationsOf(statement) {
  const exported = statement.type === 'ExportNamedDeclaration'
  const declaration = /** @type {SyntaxNode | null} */ (exported ? statement.declaration : statement)
  if (declaration === null) return []
  const { start } = statement
  if (Array.isArray(declaration.declarations)) {
    return declaration.declarations.map((one) => ({ name: String(one.id.name), start, exported }))
  }
  const id = /** @type {{ name?: string } | null | undefined} */ (declaration.id)
  return id?.name === undefined ? [] : [{ name: id.name, start, exported }]
}

/**
 * Names of this module that an `export { … }` without a source hands out.
 * @param {SyntaxNode} statement
 * @returns {string[]}
 */
function localExports(statement) {
  if (statement.type !== 'ExportNamedDeclaration' || statement.source !== null) return []
  const specifiers = Array.isArray(statement.specifiers) ? statement.specifiers : []
  return specifiers.map((specifier) => String(specifier.local.name))
}

/**
 * @param {SourceFile} source
 * @param {number} start
 */
function isDocumented(source, start) {
  return source.comments.some(
    (comment) =>
      comment.type === 'Block' &&
      comment.value.startsWith('*') &&
      comment.end <= start &&
      source.text.slice(comment.end, start).trim() === '',
  )
}

if (isMainModule(import.meta.url)) reportAndExit('Documentación', await checkDocs(projectRoot))
