/** Kinds of image that the app publishes. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif'

/** Media type of each kind. */
export const IMAGE_MEDIA_TYPES: Readonly<Record<ImageKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
}

/** What a file is by its first bytes: an image of a kind, an image that is not accepted, or something else. */
export type SniffedImage =
  | { readonly kind: 'image'; readonly image: ImageKind }
  | { readonly kind: 'not-accepted'; readonly what: 'svg' | 'heic' | 'tiff' | 'bmp' | 'pdf' }
  | { readonly kind: 'unknown' }

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = ascii(bytes, 0, Math.min(bytes.length, 1_024))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  return /^<(\?xml|!--|!DOCTYPE svg|svg)/i.test(start) && /<svg/i.test(start)
}

/** Tells an image by its content; the name of the file is not asked. */
export function sniffImage(bytes: Uint8Array): SniffedImage {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return { kind: 'image', image: 'jpeg' }
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return { kind: 'image', image: 'png' }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return { kind: 'image', image: 'webp' }
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return { kind: 'image', image: 'gif' }
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(hei|mif|avi)/.test(ascii(bytes, 8, 11))) {
    return { kind: 'not-accepted', what: 'heic' }
  }
  if (/^(II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4))) return { kind: 'not-accepted', what: 'tiff' }
  if (ascii(bytes, 0, 2) === 'BM') return { kind: 'not-accepted', what: 'bmp' }
  if (ascii(bytes, 0, 5) === '%PDF-') return { kind: 'not-accepted', what: 'pdf' }
  if (looksLikeSvg(bytes)) return { kind: 'not-accepted', what: 'svg' }
  return { kind: 'unknown' }
}
