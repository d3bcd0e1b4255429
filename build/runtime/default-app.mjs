/**
 * What the substitute runs first: it finds the app's folder among the arguments and hands over to it, as
 * the official runtime does in development.
 */
export const defaultAppPackage = JSON.stringify({ name: 'default-app', type: 'module', main: 'main.js' })

/**
 * The last `await` matters: Electron emits `ready` only when this module has finished, and the app must
 * register its privileged scheme before that.
 */
export const defaultAppMain = `import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setVersion(manifest.version ?? '0.0.0')
app.setName(manifest.productName ?? manifest.name)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href)
`
