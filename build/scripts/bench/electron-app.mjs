/**
 * Runs inside Electron, before the app's own main module: tells the bench when the room can be used, and
 * presses keys through Chromium's own input path. The app itself is the one that users get.
 */
import { app, BrowserWindow } from 'electron'
import { roomReady, votePainted, voterSelected } from './in-page.mjs'
import { press } from './input.mjs'

/** @typedef {import('./measured-process.mjs').Request} Request */

/** @type {import('electron').WebContents | null} */
let room = null

/** @param {import('./measured-process.mjs').Answer} answer */
function tell(answer) {
  process.send?.(answer)
}

/**
 * Selects the first voter with the arrow, waits until that is painted, and votes with one key.
 * @param {'f' | 'c'} key
 * @param {number} pause milliseconds before the vote, so that it does not always meet the same frame
 */
async function vote(key, pause) {
  if (room === null) throw new Error('The room is not open')
  const selected = room.executeJavaScript(`(${voterSelected})()`)
  press(room, 'Down')
  await selected
  const painted = room.executeJavaScript(`(${votePainted})(${JSON.stringify(key)})`)
  await new Promise((resolve) => setTimeout(resolve, pause))
  press(room, key)
  tell({ kind: 'voted', ...(await painted) })
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const at = await contents.executeJavaScript(`(${roomReady})()`)
    room = contents
    tell({ kind: 'ready', at })
  })
})

process.on('message', (/** @type {Request} */ request) => {
  switch (request.do) {
    case 'vote':
      return void vote(request.key, request.pause)
    case 'focus':
      return BrowserWindow.getAllWindows()[0]?.focus()
    case 'quit':
      return app.quit()
  }
})

const { QUORUM_BENCH_MAIN } = process.env
if (QUORUM_BENCH_MAIN === undefined) throw new Error('Only the bench starts this')
await import(QUORUM_BENCH_MAIN)
