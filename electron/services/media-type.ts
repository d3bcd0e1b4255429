import path from 'node:path'

/** Bytes from the start of a file that {@link mediaTypeOf} looks at. */
export const SNIFF_BYTES = 512

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Media types that the name tells; also the kinds that may be opened with their application. */
const BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['docx', `${OFFICE}.wordprocessingml.document`],
  ['xlsx', `${OFFICE}.spreadsheetml.sheet`],
  ['pptx', `${OFFICE}.presentationml.presentation`],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['txt', 'text/plain'],
  ['csv', 'text/csv'],
])

/** Kinds that are ZIP files inside, told apart by their extension. */
const ZIP_BASED: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'])

const SIGNATURES: readonly { readonly mediaType: string; readonly bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
]

const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04]
const UNKNOWN = 'application/octet-stream'

/** Media type of a file: by its first bytes where they tell, by its extension otherwise. */
export function mediaTypeOf(name: string, start: Uint8Array): string {
  const extension = extensionOf(name)
  const signature = SIGNATURES.find(({ bytes }) => startsWith(start, bytes))
  if (signature !== undefined) return signature.mediaType
  if (startsWith(start, ZIP_SIGNATURE)) {
    return ZIP_BASED.has(extension) ? (BY_EXTENSION.get(extension) ?? UNKNOWN) : 'application/zip'
  }
  const byName = BY_EXTENSION.get(extension) ?? UNKNOWN
  // The name claims a format whose signature is missing: believing it would mislead whoever opens it.
  const hasSignature = ZIP_BASED.has(extension) || SIGNATURES.some(({ mediaType }) => mediaType === byName)
  return hasSignature ? UNKNOWN : byName
}

/** Media type of a file that says itself what it is: believed only where content and name tell nothing. */
export function declaredMediaType(name: string, start: Uint8Array, declared: string): string {
  const told = mediaTypeOf(name, start)
  if (told !== UNKNOWN) return told
  // A known format has its own signature or extension; without them the claim is not believed.
  return [...BY_EXTENSION.values()].includes(declared) ? UNKNOWN : declared
}

/**
 * True for documents and images, which their application only shows. Everything else, above all what
 * could run, is only shown in its folder.
 */
export function opensSafely(name: string): boolean {
  return BY_EXTENSION.has(extensionOf(name))
}

function extensionOf(name: string): string {
  return path.extname(name).slice(1).toLowerCase()
}

function startsWith(content: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => content[index] === byte)
}
