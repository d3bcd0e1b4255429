import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetPath, serveAsset } from '../../../electron/protocol/assets'
import { tempFolder } from '../../helpers/temp-folder'

async function builtApp(): Promise<string> {
  const parent = await tempFolder()
  const root = path.join(parent, 'renderer')
  await mkdir(path.join(root, 'assets'), { recursive: true })
  await writeFile(path.join(root, 'index.html'), '<meta name="quorum-nonce" content="__QUORUM_NONCE__">')
  await writeFile(path.join(root, 'assets', 'index-Ab1_.js'), 'export {}')
  await writeFile(path.join(root, 'assets', '.hidden.js'), 'secret')
  await writeFile(path.join(root, 'notes.exe'), 'secret')
  await writeFile(path.join(parent, 'secret.js'), 'secret')
  return root
}

function get(root: string, address: string, method = 'GET'): Promise<Response> {
  return serveAsset(root, new Request(address, { method }))
}

const hostile = [
  'app://quorum/../secret.js',
  'app://quorum/..%2fsecret.js',
  'app://quorum/%2e%2e/secret.js',
  'app://quorum/%2e%2e%2fsecret.js',
  'app://quorum/..%5csecret.js',
  'app://quorum/..\\secret.js',
  'app://quorum/assets/../../secret.js',
  'app://quorum/assets/..;/secret.js',
  'app://quorum//secret.js',
  'app://quorum///etc/passwd',
  'app://quorum/%00',
  'app://quorum/index.html%00.js',
  'app://quorum/C:/secret.js',
  'app://quorum/assets/.hidden.js',
  'app://quorum/notes.exe',
  'app://quorum/assets',
  'app://quorum/assets/',
  'app://quorum/nothing.js',
  'app://other/index.html',
  'app://quorum:8080/index.html',
  'https://quorum/index.html',
]

describe('the app protocol', () => {
  it('serves the page with a nonce of its own for every load', async () => {
    const root = await builtApp()
    const pages = await Promise.all([
      get(root, 'app://quorum/'),
      get(root, 'app://quorum/index.html#/sala?x'),
    ])
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const [, nonce = ''] = /content="([^"]+)"/.exec(await page.text()) ?? []
        expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(2)
    expect(nonces.every((nonce) => nonce.length >= 20)).toBe(true)
  })

  it('sends a policy without inline script, evaluation or network with everything', async () => {
    const root = await builtApp()
    for (const address of ['app://quorum/', 'app://quorum/assets/index-Ab1_.js']) {
      const response = await get(root, address)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(response.status).toBe(200)
      expect(policy).toContain("default-src 'none'; script-src 'self';")
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it.each(hostile)('does not serve %s', async (address) => {
    const root = await builtApp()
    const response = await get(root, address)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('never names a file outside its folder', () => {
    const root = path.resolve('/srv/renderer')
    for (const address of [...hostile, 'app://user@quorum/index.html', 'app:quorum', 'nonsense', '']) {
      const file = assetPath(root, address)
      expect(file === null || file.startsWith(root + path.sep)).toBe(true)
    }
  })

  it('answers reading requests only', async () => {
    const root = await builtApp()
    expect((await get(root, 'app://quorum/', 'POST')).status).toBe(405)
    const head = await get(root, 'app://quorum/', 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})
