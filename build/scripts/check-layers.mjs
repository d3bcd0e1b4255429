import { posix } from 'node:path'
import { projectRoot } from '../runtime/paths.mjs'
import { isMainModule } from './lib/is-main-module.mjs'
import { layeredFolders, layerOf, layers } from './lib/layer-rules.mjs'
import { findImpureUse } from './lib/purity.mjs'
import { reportAndExit } from './lib/report.mjs'
import { lineAt, listSources, parseSource, walk } from './lib/source.mjs'

/** @typedef {import('./lib/source.mjs').Problem} Problem */
/** @typedef {{ specifier: string, typeOnly: boolean, start: number }} Import */

/**
 * Checks who imports whom in shared/, renderer/ and electron/ (types count too), that shared/ stays pure,
 * and that only renderer/platform touches what the preload exposes.
 * @param {string} root
 * @returns {Promise<Problem[]>}
 */
export async function checkLayers(root) {
  /** @type {Problem[]} */
  const problems = []
  for (const path of await listSources(root, layeredFolders)) {
    const source = parseSource(root, path)
    /** @type {(start: number, message: string) => void} */
    const report = (start, message) => {
      problems.push({ file: path, line: lineAt(source.text, start), message })
    }
    const layer = layerOf(path)
    if (layer === null) {
      report(0, 'belongs to no layer: give its folder a row in layer-rules.mjs')
      continue
    }
    for (const found of findImports(source.program)) {
      const message = judgeImport(path, layer, found)
      if (message !== null) report(found.start, message)
    }
    for (const { start, message } of findImpureUse(path, source.program)) report(start, message)
  }
  return problems
}

/**
 * @param {unknown} program
 * @returns {Import[]}
 */
function findImports(program) {
  /** @type {Import[]} */
  const found = []
  walk(program, (node) => {
    const { source } = node
    if (typeof source !== 'object' || source === null || !('value' in source)) return
    if (typeof source.value !== 'string') return
    found.push({ specifier: source.value, typeOnly: isTypeOnly(node), start: node.start })
  })
  return found
}

/** @param {import('./lib/source.mjs').SyntaxNode} node */
function isTypeOnly(node) {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers : []
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type')
}

/**
 * @param {string} path
 * @param {string} layer
 * @param {Import} found
 * @returns {string | null} what is wrong with the import, or null
 */
function judgeImport(path, layer, { specifier, typeOnly }) {
  const bare = specifier.replace(/\?.*$/, '')
  if (!bare.startsWith('.')) return judgePackage(layer, bare)
  const target = posix.normalize(posix.join(posix.dirname(path), bare))
  const targetLayer = layerOf(target)
  if (targetLayer === null) return `imports ${target}, which is in no layer`
  if (targetLayer === layer) return judgeArea(layer, path, target)
  const rule = layers[layer]
  if (rule?.imports.includes(targetLayer)) return null
  if (rule?.types?.includes(targetLayer)) {
    return typeOnly ? null : `${layer} may import only types from ${targetLayer}`
  }
  return `${layer} must not import ${targetLayer} (${target})`
}

/**
 * @param {string} layer
 * @param {string} specifier
 */
function judgePackage(layer, specifier) {
  const parts = specifier.split('/')
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
  const wanted = specifier.startsWith('node:') ? 'node:' : String(name)
  return layers[layer]?.packages.includes(wanted) ? null : `${layer} must not import ${specifier}`
}

/**
 * @param {string} layer
 * @param {string} path
 * @param {string} target
 */
function judgeArea(layer, path, target) {
  const rule = layers[layer]
  if (!rule?.areas && !rule?.areasByIndex) return null
  const [from] = path.slice(layer.length + 1).split('/')
  const [to, ...inside] = target.slice(layer.length + 1).split('/')
  if (from === to) return null
  if (rule.areas) return `${layer}/${from} must not import ${layer}/${to}: move what both need down`
  const viaIndex = inside.length === 0 || inside.join('/') === 'index'
  return viaIndex ? null : `import ${layer}/${to} through its index, not ${target}`
}

if (isMainModule(import.meta.url)) reportAndExit('Capas', await checkLayers(projectRoot))
