import type { AttachmentUploads } from '../services/attachment-uploads'
import type { Handlers } from './door'

type Channels =
  | 'attachments:start-upload'
  | 'attachments:send-upload'
  | 'attachments:finish-upload'
  | 'attachments:cancel-upload'

/** Takes in attachments out of packets. */
export function uploadHandlers(uploads: AttachmentUploads): Pick<Handlers, Channels> {
  return {
    'attachments:start-upload': (request) => uploads.start(request),
    'attachments:send-upload': ({ uploadId, bytes }) => uploads.send(uploadId, bytes),
    'attachments:finish-upload': ({ uploadId }) => uploads.finish(uploadId),
    'attachments:cancel-upload': ({ uploadId }) => uploads.cancel(uploadId),
  }
}
