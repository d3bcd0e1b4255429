import { err, ok, type Result } from '../../../../shared/lib/result'
import type { DesktopApi, UploadFailure } from '../../../platform/desktop'
import type { IncomingReader } from './incoming-reader'
import type { IncomingRefusal } from './refusal'
import type { OpenedPacket } from './worker-messages'

export type { UploadFailure }

/** An attachment that the rows to be taken in refer to. */
export interface WantedAttachment {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** Why the attachments did not all arrive. Those that did stay stored and harm nothing. */
export type AttachmentTrouble =
  | { readonly code: 'not-in-packet'; readonly name: string }
  | { readonly code: 'not-stored'; readonly name: string; readonly failure: UploadFailure }
  | { readonly code: 'not-read'; readonly refusal: IncomingRefusal }

type Attachments = DesktopApi['attachments']

async function sendAll(
  attachments: Attachments,
  reader: IncomingReader,
  path: string,
  wanted: WantedAttachment,
  uploadId: string,
): Promise<Result<null, AttachmentTrouble>> {
  let failure: UploadFailure | null = null
  const sent = await reader.send(path, async (bytes) => {
    const taken = await attachments.sendUpload({ uploadId, bytes })
    if (!taken.ok) failure = taken.error
    return taken.ok
  })
  if (failure === null && sent.ok) {
    const finished = await attachments.finishUpload({ uploadId })
    if (finished.ok) return ok(null)
    return err({ code: 'not-stored', name: wanted.name, failure: finished.error })
  }
  await attachments.cancelUpload({ uploadId })
  if (failure !== null) return err({ code: 'not-stored', name: wanted.name, failure })
  return sent.ok ? ok(null) : err({ code: 'not-read', refusal: sent.error })
}

/**
 * Stores the attachments that rows of a packet refer to, each found by its digest and never by a name; the
 * main process checks each against that digest again. Stops at the first that fails.
 */
export async function takeAttachments(
  attachments: Attachments,
  reader: IncomingReader,
  packet: OpenedPacket,
  wanted: readonly WantedAttachment[],
  onDone: (count: number) => void,
): Promise<Result<null, AttachmentTrouble>> {
  const paths = new Map(packet.files.map(({ sha256, path }) => [sha256, path]))
  for (const [index, attachment] of wanted.entries()) {
    const { sha256, name, size } = attachment
    const started = await attachments.startUpload({ sha256, name, size })
    if (!started.ok) return err({ code: 'not-stored', name, failure: started.error })
    if (started.value.kind === 'send') {
      const path = paths.get(sha256)
      const { uploadId } = started.value
      if (path === undefined) {
        await attachments.cancelUpload({ uploadId })
        return err({ code: 'not-in-packet', name })
      }
      const sent = await sendAll(attachments, reader, path, attachment, uploadId)
      if (!sent.ok) return sent
    }
    onDone(index + 1)
  }
  return ok(null)
}
