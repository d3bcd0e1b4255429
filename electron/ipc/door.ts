import {
  type Channel,
  type Envelope,
  PROJECTOR_CHANNELS,
  type ReplyOf,
  type RequestOf,
} from '../../shared/ipc/contract'
import { requestSchemas } from '../../shared/ipc/request-schemas'
import { isAppUrl } from '../protocol/content-policy'
import { errorCode } from '../services/file-system'
import type { Log } from '../services/log'
import type { WindowName } from '../services/settings'

/** Who asks, as the main process sees it and not as the message says. */
export interface Sender {
  /** Which of our windows the page belongs to; null for any other. */
  readonly role: WindowName | null
  /** False for frames inside a page, and for one that is already gone. */
  readonly isMainFrame: boolean
  /** Address of the frame. */
  readonly url: string
}

/** One function per question. */
export type Handlers = { readonly [C in Channel]: (request: RequestOf<C>) => Promise<ReplyOf<C>> }

/**
 * The one door to every handler: a page of ours must ask, in its main frame, within its rights, and with
 * a request that parses. Whatever a handler throws is a bug: it is logged, and only that fact goes back.
 */
export async function answer<C extends Channel>(
  channel: C,
  handlers: Handlers,
  sender: Sender,
  payload: unknown,
  log: Log,
): Promise<Envelope<ReplyOf<C>>> {
  if (!mayAsk(channel, sender)) {
    log.error('request-forbidden', { channel })
    return { ok: false, error: 'forbidden', detail: '' }
  }
  const request = requestSchemas[channel].safeParse(payload)
  if (!request.success) {
    log.error('request-unreadable', { channel })
    const [issue] = request.error.issues
    return {
      ok: false,
      error: 'bad-request',
      detail: issue ? `${issue.path.join('.')}: ${issue.message}` : '',
    }
  }
  try {
    return { ok: true, value: await handlers[channel](request.data) }
  } catch (error) {
    log.error('handler-failed', { channel, code: errorCode(error) })
    return { ok: false, error: 'internal', detail: '' }
  }
}

function mayAsk(channel: Channel, { role, isMainFrame, url }: Sender): boolean {
  if (role === null || !isMainFrame || !isAppUrl(url)) return false
  return role === 'main' || PROJECTOR_CHANNELS.has(channel)
}
