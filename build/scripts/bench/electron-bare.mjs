/** Runs inside Electron: the least that any app of this kind must do, one empty window. */
import { app, BrowserWindow } from 'electron'
import { frameTimes } from './in-page.mjs'

const FRAMES = 60

/** @param {import('./measured-process.mjs').Answer} answer */
function tell(answer) {
  process.send?.(answer)
}

app.on('window-all-closed', () => app.quit())

app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false })
  process.on('message', async (/** @type {import('./measured-process.mjs').Request} */ request) => {
    if (request.do === 'quit') app.quit()
    if (request.do !== 'frames') return
    const frames = await window.webContents.executeJavaScript(`(${frameTimes})(${FRAMES})`)
    tell({ kind: 'frames', frames })
  })
  window.once('ready-to-show', () => {
    window.show()
    tell({ kind: 'ready', at: performance.timeOrigin + performance.now() })
  })
  await window.loadURL('about:blank')
})
