/** Longest side of a preview, in pixels: enough for the largest place of the calendar on an ordinary screen. */
export const PREVIEW_SIDE = 640

const PREVIEW_TYPE = 'image/webp'
const PREVIEW_QUALITY = 0.8

/** Width and height that fit a longest side; never larger than they are. */
export function previewSize(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, PREVIEW_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * A small copy of a decoded image; the original when it is small and lighter. Only in a worker: it takes as
 * long as the image is large.
 */
export async function drawPreview(bitmap: ImageBitmap, original: Blob): Promise<Blob> {
  const { width, height } = previewSize(bitmap.width, bitmap.height)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No drawing surface')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  const preview = await canvas.convertToBlob({ type: PREVIEW_TYPE, quality: PREVIEW_QUALITY })
  return width === bitmap.width && original.size <= preview.size ? original : preview
}

/** What came of making a preview: itself, an original that cannot be drawn small, or no original. */
export type MadePreview =
  | { readonly kind: 'made'; readonly preview: Blob }
  | { readonly kind: 'original' }
  | { readonly kind: 'missing' }

/** Reads a stored image and makes its small copy. */
export async function makePreview(sha256: string): Promise<MadePreview> {
  const answer = await fetch(`/adjunto/${sha256}`).catch(() => null)
  if (answer === null || !answer.ok) return { kind: 'missing' }
  const original = await answer.blob().catch(() => null)
  if (original === null) return { kind: 'missing' }
  const bitmap = await createImageBitmap(original, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return { kind: 'original' }
  const preview = await drawPreview(bitmap, original).finally(() => bitmap.close())
  return { kind: 'made', preview }
}
