import { randomBytes, randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session } from 'electron'
import { drawPrintable, escapeHtml, type Printable } from '../../shared/documents'
import type { SaveFailure } from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import { APP_ORIGIN, APP_SCHEME, COMMON_HEADERS, printContentPolicy } from '../protocol/content-policy'
import { errorCode } from '../services/file-system'
import { withoutClock } from '../services/pdf-clock'
import { closeToNetwork, denyPermissions } from './guards'

/** Longest wait for a document to be laid out and printed. */
const PRINT_WITHIN_MS = 120_000

type Drawn = ReturnType<typeof drawPrintable>

/** A page that waits to be loaded, by its address. */
type Pages = Map<string, { readonly html: string; readonly nonce: string }>

/**
 * Prints document trees in hidden windows that run no script, have no preload and keep their storage
 * apart from the app's: a document is text to lay out and nothing else. The same tree is the same bytes.
 */
export function createPdfPrinter(): (tree: Printable) => Promise<Result<Uint8Array, SaveFailure>> {
  const pages: Pages = new Map()
  const printSession = openPrintSession(pages)
  return async (tree) => {
    const address = `${APP_ORIGIN}/print/${randomUUID()}`
    const nonce = randomBytes(18).toString('base64url')
    const drawn = drawPrintable(tree)
    pages.set(address, { html: pageOf(tree, drawn, nonce), nonce })
    const window = new BrowserWindow({ show: false, webPreferences: printPreferences(printSession) })
    try {
      return ok(withoutClock(await within(PRINT_WITHIN_MS, print(window, address, drawn))))
    } catch (error) {
      return err({ code: 'render-failed', detail: errorCode(error) })
    } finally {
      pages.delete(address)
      window.destroy()
    }
  }
}

async function print(window: BrowserWindow, address: string, { header, footer }: Drawn): Promise<Uint8Array> {
  await window.loadURL(address)
  return window.webContents.printToPDF({
    pageSize: 'Letter',
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: header,
    footerTemplate: footer,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

function openPrintSession(pages: Pages): Session {
  const printSession = session.fromPartition('print')
  denyPermissions(printSession)
  closeToNetwork(printSession)
  printSession.protocol.handle(APP_SCHEME, ({ url }) => {
    const page = pages.get(url)
    if (page === undefined) return new Response(null, { status: 404 })
    return new Response(page.html, {
      headers: {
        ...COMMON_HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': printContentPolicy(page.nonce),
      },
    })
  })
  return printSession
}

function printPreferences(printSession: Session) {
  return {
    session: printSession,
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  }
}

function pageOf(tree: Printable, { html, css }: Drawn, nonce: string): string {
  return (
    `<!doctype html><html lang="${tree.language}"><head><meta charset="utf-8">` +
    `<title>${escapeHtml(tree.title)}</title><style nonce="${nonce}">${css}</style></head>` +
    `<body>${html}</body></html>`
  )
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('Too slow'), { code: 'TIMEOUT' })), milliseconds)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
