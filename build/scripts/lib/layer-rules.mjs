/**
 * Who may import whom. A layer is a path prefix; the longest one that fits a file is its layer. Everything
 * inside one layer may import everything else in it, unless `areas` says that its subfolders are apart.
 * @typedef {object} Layer
 * @property {readonly string[]} imports other layers it may import
 * @property {readonly string[]} packages npm packages it may import (`node:` stands for Node's own)
 * @property {readonly string[]} [types] layers it may import types from, and nothing that runs
 * @property {boolean} [areas] whether its subfolders must not import each other
 * @property {boolean} [areasByIndex] whether its subfolders meet only through their index
 */

const PURE = ['date-fns', 'zod', '@noble/hashes']
const REACT = ['react', 'react-dom', 'wouter', '@mantine/core', '@mantine/hooks', '@tabler/icons-react']
const SHARED = ['shared/lib', 'shared/domain', 'shared/schema', 'shared/journal', 'shared/documents']
const OVER_SHARED = [
  ...SHARED,
  'shared/session-file',
  'shared/examples',
  'shared/packet',
  'shared/outputs',
  'shared/publishing',
]

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  'shared/lib': { imports: [], packages: PURE },
  'shared/domain': { imports: ['shared/lib'], packages: PURE, areasByIndex: true },
  'shared/schema': { imports: ['shared/lib', 'shared/domain', 'shared/schema/steps'], packages: PURE },
  'shared/schema/steps': { imports: ['shared/lib'], packages: ['zod'] },
  'shared/journal': { imports: ['shared/lib', 'shared/schema'], packages: PURE },
  'shared/documents': { imports: ['shared/lib', 'shared/domain'], packages: [...PURE, 'docx', 'fflate'] },
  'shared/session-file': { imports: SHARED, packages: PURE },
  'shared/examples': { imports: [...SHARED, 'shared/session-file'], packages: [] },
  'shared/packet': {
    imports: [...SHARED, 'shared/session-file', 'shared/outputs'],
    packages: [...PURE, '@noble/curves', 'papaparse'],
  },
  'shared/outputs': { imports: ['shared/lib', 'shared/domain', 'shared/documents'], packages: PURE },
  'shared/publishing': {
    imports: ['shared/lib', 'shared/domain', 'shared/documents', 'shared/outputs'],
    packages: PURE,
  },
  'shared/ipc': { imports: SHARED, packages: PURE },
  'renderer/ui': {
    imports: ['shared/lib', 'shared/documents'],
    packages: [...REACT, 'date-fns', '@tanstack/react-virtual'],
  },
  'renderer/edits': {
    imports: ['shared/lib', 'shared/domain', 'renderer/ui', 'renderer/commands'],
    packages: ['react', '@mantine/core', '@tabler/icons-react'],
  },
  'renderer/features': {
    imports: [...OVER_SHARED, 'renderer/ui', 'renderer/edits', 'renderer/commands', 'renderer/data'],
    packages: [...REACT, ...PURE, 'react-hook-form', '@hookform/resolvers', '@tanstack/react-virtual'],
    areas: true,
  },
  'renderer/commands': {
    imports: [...OVER_SHARED, 'shared/ipc', 'renderer/data', 'renderer/platform'],
    packages: [
      ...PURE,
      'react',
      'papaparse',
      'read-excel-file',
      'write-excel-file',
      'docx',
      '@zip.js/zip.js',
      'age-encryption',
      '@noble/ciphers',
      '@cantoo/pdf-lib',
      'ical.js',
    ],
  },
  'renderer/data': {
    imports: [...OVER_SHARED],
    types: ['shared/ipc'],
    packages: [...PURE, 'dexie', 'dexie-react-hooks', 'react'],
  },
  'renderer/platform': {
    imports: ['shared/lib', 'shared/ipc', 'shared/journal'],
    types: ['shared/domain', 'shared/schema', 'shared/documents'],
    packages: ['zod'],
  },
  'renderer/app': {
    imports: [
      ...OVER_SHARED,
      'shared/ipc',
      'renderer/ui',
      'renderer/features',
      'renderer/commands',
      'renderer/data',
      'renderer/platform',
    ],
    packages: [...REACT, ...PURE],
  },
  electron: {
    imports: [
      'shared/lib',
      'shared/ipc',
      'shared/journal',
      'shared/schema',
      'shared/documents',
      'shared/packet',
      'shared/publishing',
    ],
    packages: ['electron', 'electron-store', 'node:', 'zod', '@zip.js/zip.js', 'age-encryption'],
  },
}

/** Top folders whose files the layer check reads. */
export const layeredFolders = ['shared', 'renderer', 'electron']

/**
 * Name of the layer a file belongs to, or null.
 * @param {string} path relative to the root, with forward slashes
 */
export function layerOf(path) {
  const fitting = Object.keys(layers).filter((name) => path === name || path.startsWith(`${name}/`))
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null
}
