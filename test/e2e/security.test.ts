import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../../build/scripts/lib/launch-app.mjs'
import type { DesktopApi } from '../../shared/ipc/desktop-api'
import { sampleChangeSet } from '../helpers/sample-journal'

/** The API in the page; functions given to `evaluate` run there. */
declare const quorum: DesktopApi

const SESSION_ID = '015fc000-0000-7000-8000-000000000001'

let app: ElectronApplication
let page: Page
let userData: string
let close: () => Promise<void>

beforeAll(async () => {
  ;({ app, page, userData, close } = await launchApp())
})

afterAll(() => close())

describe('windows', () => {
  it('run sandboxed, isolated and without Node, both of them', async () => {
    await page.evaluate((sessionId) => quorum.projector.open({ sessionId }), SESSION_ID)
    await expect.poll(() => app.windows().length).toBe(2)
    const preferences = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        return contents.getLastWebPreferences()
      }),
    )
    expect(preferences).toHaveLength(2)
    for (const found of preferences) {
      expect(found).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
      })
      expect(found.enableBlinkFeatures ?? '').toBe('')
    }
  })

  it('come from the app scheme, a secure origin with storage', async () => {
    const origin = await page.evaluate(() => [location.origin, isSecureContext, typeof indexedDB])
    expect(origin).toEqual(['app://quorum', true, 'object'])
    // Chromium has one set of words for Mexico and the rest of Latin America.
    expect(await page.evaluate(() => navigator.language)).toBe('es-419')
  })

  it('show the page a named API and nothing of Electron or Node', async () => {
    const found = await page.evaluate(() => ({
      api: Object.keys(quorum).sort(),
      leaks: ['require', 'process', 'Buffer', 'ipcRenderer', 'electron', 'module', 'global'].filter(
        (name) => name in globalThis,
      ),
      replaced: Reflect.set(globalThis, 'quorum', {}),
    }))
    expect(found).toEqual({
      api: [
        'app',
        'attachments',
        'documents',
        'incoming',
        'journal',
        'onCommand',
        'packet',
        'projector',
        'settings',
        'yearExport',
      ],
      leaks: [],
      replaced: false,
    })
  })

  it('stay one: a second start ends by itself and brings the first to the front', async () => {
    const executable = await app.evaluate(() => process.execPath)
    const args = await app.evaluate(() => process.argv.slice(1))
    const second = spawn(
      executable,
      args.filter((argument) => !argument.startsWith('--inspect')),
      {
        env: { ...process.env, QUORUM_USER_DATA: userData },
        stdio: 'ignore',
      },
    )
    const [code] = await once(second, 'exit')
    expect(code).toBe(0)
    expect(app.windows()).toHaveLength(2)
    expect(await page.evaluate(async () => (await quorum.journal.status()).kind)).toBe('ready')
  })
})

describe('content policy', () => {
  it('is sent with the page', async () => {
    const policy = await page.evaluate(async () => {
      const response = await fetch('app://quorum/index.html')
      return response.headers.get('content-security-policy') ?? ''
    })
    expect(policy).toMatch(
      /default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-/,
    )
    expect(policy).not.toContain('unsafe')
  })

  it('blocks inline script, evaluated text, markup as text and foreign workers', async () => {
    const outcome = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      )
      const attempts: (() => unknown)[] = [
        () => Reflect.get(globalThis, 'eval')('globalThis.canary = "eval"'),
        () => new Function('globalThis.canary = "function"')(),
        () => setTimeout('globalThis.canary = "timeout"' as unknown as () => void, 0),
        () => {
          document.createElement('div').innerHTML = '<img src=x onerror="globalThis.canary = 1">'
        },
        () => {
          document.createElement('script').textContent = 'globalThis.canary = 1'
        },
        () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        () => new Worker('https://example.org/worker.js'),
        () => document.write('<script>globalThis.canary = 1</script>'),
      ]
      // Out of the debugger's own evaluation, which is exempt from the policy.
      await new Promise((resolve) => setTimeout(resolve, 10))
      const allowed = attempts.filter((attempt) => {
        try {
          attempt()
          return true
        } catch {
          return false
        }
      })
      const button = document.createElement('button')
      try {
        button.setAttribute('onclick', 'globalThis.canary = "handler"')
      } catch {
        violations.push('handler refused')
      }
      document.body.append(button)
      button.click()
      button.remove()
      await new Promise((resolve) => setTimeout(resolve, 100))
      return {
        allowed: allowed.map(String),
        canary: Reflect.get(globalThis, 'canary') ?? null,
        violations: violations.length,
      }
    })
    expect(outcome.allowed).toEqual([])
    expect(outcome.canary).toBeNull()
    expect(outcome.violations).toBeGreaterThan(0)
  })

  it('lets nothing reach the network', async () => {
    const reached = await page.evaluate(async () => {
      const image = (src: string) =>
        new Promise<boolean>((resolve) => {
          const element = new Image()
          element.onload = () => resolve(true)
          element.onerror = () => resolve(false)
          element.src = src
        })
      const answered = async (url: string) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        )
      return Promise.all([
        answered('https://example.org/'),
        answered('http://127.0.0.1:9/'),
        answered('file:///etc/hostname'),
        image('https://example.org/a.png'),
        image('file:///usr/share/pixmaps/debian-logo.png'),
        navigator.sendBeacon('https://example.org/', 'x'),
      ])
    })
    expect(reached.slice(0, 5)).toEqual([false, false, false, false, false])
  })

  it('embeds no frame with the API, nor a webview', async () => {
    const found = await page.evaluate(async () => {
      const results: string[] = []
      for (const src of ['about:blank', 'data:text/html,x', 'app://quorum/', 'https://example.org/']) {
        const frame = document.createElement('iframe')
        frame.src = src
        document.body.append(frame)
        await new Promise((resolve) => setTimeout(resolve, 150))
        try {
          results.push(typeof Reflect.get(frame.contentWindow ?? {}, 'quorum'))
        } catch {
          results.push('undefined')
        }
        frame.remove()
      }
      results.push(typeof Reflect.get(document.createElement('webview'), 'loadURL'))
      return results
    })
    expect(found).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined'])
  })
})

describe('permissions', () => {
  it('are denied, but for keeping our own data', async () => {
    const granted = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'push']
      const queried = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName, userVisibleOnly: true } as never).then(
            (status) => status.state,
            () => 'denied',
          ),
        ),
      )
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      )
      const place = await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        ),
      )
      const screen = await navigator.mediaDevices.getDisplayMedia().then(
        () => 'granted',
        () => 'denied',
      )
      const notice = await Notification.requestPermission()
      return [...queried, media, place, screen, notice].filter((state) => state === 'granted')
    })
    expect(granted).toEqual([])
    expect(await page.evaluate(() => navigator.storage.persist())).toBe(true)
  })
})

describe('the app protocol', () => {
  it('serves nothing outside the built interface', async () => {
    const paths = ['../main/main.js', '..%2fmain%2fmain.js', '%2e%2e/main/main.js', '..%5cmain%5cmain.js']
    paths.push('%00', '/etc/passwd', 'assets/../../preload/preload.cjs', 'package.json', 'assets', '.', '..')
    const served = await page.evaluate(async (list) => {
      const answers = await Promise.all(
        list.map((item) =>
          fetch(`app://quorum/${item}`).then(
            async (response) => (response.ok ? `${item}: ${(await response.text()).slice(0, 40)}` : ''),
            () => '',
          ),
        ),
      )
      return answers.filter((answer) => answer !== '' && !answer.includes('<!doctype html>'))
    }, paths)
    expect(served).toEqual([])
  })
})

describe('requests to the main process', () => {
  it('of a window that is not ours are refused, although it shows our page', async () => {
    const preload = path.resolve('out/app/preload/preload.cjs')
    const answer = await app.evaluate(async ({ BrowserWindow }, file) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: true } })
      await foreign.loadURL('app://quorum/')
      const said = await foreign.webContents.executeJavaScript('quorum.app.info().then(() => "told", String)')
      foreign.destroy()
      return said
    }, preload)
    expect(answer).toContain('forbidden')
  })

  it('that change something are refused to the projector', async () => {
    const projector = app.windows().find((window) => window.url().includes('/proyeccion/'))
    const said = await projector?.evaluate(
      (changeSet) => quorum.journal.append({ changeSet: JSON.parse(changeSet) }).then(() => 'saved', String),
      JSON.stringify(sampleChangeSet(1)),
    )
    expect(said).toContain('forbidden')
    expect(await page.evaluate(async () => (await quorum.journal.read({ afterSeq: 0, limit: 9 })).ok)).toBe(
      true,
    )
  })

  it('that do not parse are refused', async () => {
    const said = await page.evaluate(async () => {
      const refuse = (answer: Promise<unknown>) => answer.then(() => 'accepted', String)
      return Promise.all([
        refuse(quorum.journal.append({ changeSet: { id: '1' } } as never)),
        refuse(quorum.documents.reveal({ fileId: '/etc/passwd' })),
        refuse(quorum.attachments.open({ sha256: '../../secret', name: 'x' })),
        refuse(quorum.projector.open({ sessionId: 'https://example.org' })),
        refuse(quorum.settings.set({ lastFolder: '/etc' } as never)),
      ])
    })
    for (const answer of said) expect(answer).toContain('bad-request')
  })
})

describe('the release', () => {
  it('pins one supported Electron', async () => {
    const manifest = JSON.parse(await readFile(path.resolve('package.json'), 'utf8'))
    expect(manifest.devDependencies.electron).toMatch(/^4[5-9]\.\d+\.\d+$/)
  })
})
