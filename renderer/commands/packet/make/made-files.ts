import {
  dataFiles,
  type MadePacketFile,
  PACKET_PATHS,
  type PacketView,
  readmeText,
  renderReader,
  type ViewOptions,
  type ViewSource,
} from '../../../../shared/packet'
import type { DrawnDocument } from './session-documents'

const utf8 = new TextEncoder()

function textFile(path: string, text: string): MadePacketFile {
  return { kind: 'made', path, bytes: utf8.encode(text) }
}

/** The documents in their formats. */
export function documentFiles(drawn: readonly DrawnDocument[]): readonly MadePacketFile[] {
  return drawn.flatMap(({ planned, docx, pdf }) => {
    const path = `${PACKET_PATHS.documents}/${planned.name}`
    return [
      { kind: 'made' as const, path: `${path}.docx`, bytes: docx },
      { kind: 'made' as const, path: `${path}.pdf`, bytes: pdf },
    ]
  })
}

/** The page, the instructions and the data that programs and sheets read. */
export function viewFiles(
  view: PacketView,
  source: ViewSource,
  options: ViewOptions,
  seal: { readonly encrypted: boolean; readonly fingerprint: string | null },
): readonly MadePacketFile[] {
  const { session, body, audience, version } = view
  const readme = readmeText({
    title: session?.title ?? body.name,
    bodyName: body.name,
    audience,
    version,
    ...seal,
  })
  return [
    textFile(PACKET_PATHS.reader, renderReader(view)),
    textFile(PACKET_PATHS.readme, readme),
    ...dataFiles(view, source, options),
  ]
}
