import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answer, type Handlers, type Sender } from '../../../electron/ipc/door'
import type { Log } from '../../../electron/services/log'
import { type Channel, PROJECTOR_CHANNELS } from '../../../shared/ipc/contract'
import { requestSchemas } from '../../../shared/ipc/request-schemas'

const channels = Object.keys(requestSchemas) as Channel[]
const main: Sender = { role: 'main', isMainFrame: true, url: 'app://quorum/' }

/** Handlers that note their calls; `handle` decides what one does. */
function handlersWith(handle: (channel: Channel) => Promise<unknown>) {
  const calls: Channel[] = []
  const entries = channels.map((channel) => [
    channel,
    async () => {
      calls.push(channel)
      return handle(channel)
    },
  ])
  return { calls, handlers: Object.fromEntries(entries) as Handlers }
}

function recordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const write = (event: string, data = {}) => lines.push(JSON.stringify({ event, ...data }))
  return { lines, info: write, error: write, flush: async () => undefined }
}

describe('the door to the handlers', () => {
  it('lets a good request of the main window through', async () => {
    const { handlers } = handlersWith(async () => ({ theme: 'dark', lastFolder: null }))
    expect(await answer('settings:get', handlers, main, null, recordingLog())).toEqual({
      ok: true,
      value: { theme: 'dark', lastFolder: null },
    })
  })

  const foreign: readonly [string, Sender][] = [
    ['an unknown window', { ...main, role: null }],
    ['a frame inside the page', { ...main, isMainFrame: false }],
    ['another host', { ...main, url: 'app://quorum.evil/' }],
    ['a host that only begins alike', { ...main, url: 'app://quorumx/' }],
    ['a user name in the address', { ...main, url: 'app://quorum@evil/' }],
    ['a web page', { ...main, url: 'https://quorum/' }],
    ['a file', { ...main, url: 'file:///quorum/' }],
    ['about:blank', { ...main, url: 'about:blank' }],
    ['a data page', { ...main, url: 'data:text/html,app://quorum/' }],
    ['a frame that is gone', { ...main, url: '' }],
  ]
  it.each(foreign)('refuses every question of %s', async (_name, sender) => {
    const { handlers, calls } = handlersWith(async () => null)
    for (const channel of channels) {
      expect(await answer(channel, handlers, sender, null, recordingLog())).toMatchObject({
        ok: false,
        error: 'forbidden',
      })
    }
    expect(calls).toEqual([])
  })

  it('lets the projector only ask what it may', async () => {
    const { handlers, calls } = handlersWith(async () => null)
    const projector: Sender = { ...main, role: 'projector' }
    for (const channel of channels) {
      const payload = channel === 'journal:read' ? { afterSeq: 0, limit: 1 } : null
      await answer(channel, handlers, projector, payload, recordingLog())
    }
    expect(new Set(calls)).toEqual(PROJECTOR_CHANNELS)
  })

  it('tells a bug apart and gives nothing of it away', async () => {
    const { handlers } = handlersWith(async () => {
      throw new Error('secret of /home/someone')
    })
    const log = recordingLog()
    const reply = await answer('app:info', handlers, main, null, log)
    expect(reply).toEqual({ ok: false, error: 'internal', detail: '' })
    expect(log.lines).toEqual(['{"event":"handler-failed","channel":"app:info","code":"Error"}'])
  })

  it('never lets an unreadable request reach a handler, on any channel', async () => {
    const { handlers, calls } = handlersWith(async () => null)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), fc.anything(), async (channel, payload) => {
        const readable = requestSchemas[channel].safeParse(payload).success
        const before = calls.length
        const reply = await answer(channel, handlers, main, payload, recordingLog())
        expect(reply.ok).toBe(readable)
        expect(calls.length - before).toBe(readable ? 1 : 0)
      }),
      { numRuns: 1000 },
    )
  })
})
