import { err, ok, type Result } from '../../../../shared/lib/result'
import {
  declaredSize,
  differenceHash,
  grayOf,
  HASH_GRID,
  hasScript,
  type ImageKind,
  type ImageRefusal,
  MAX_IMAGE_BYTES,
  MAX_IMAGE_PIXELS,
  type PixelSize,
  type SniffedImage,
  sniffImage,
} from '../../../../shared/publishing'
import { drawPreview } from './make-preview'

/** What is learnt of an image before it is kept. */
export interface CheckedImage extends PixelSize {
  readonly kind: ImageKind
  /** Perceptual hash, 16 hex digits. */
  readonly hash: string
  /** The small copy that screens show; null where none can be drawn. */
  readonly preview: Blob | null
}

/** Enough for what comes before the size in a photograph: its data, its small copy and its colour profile. */
const HEAD_BYTES = 4 * 1024 * 1024

async function notAccepted(
  file: Blob,
  sniffed: SniffedImage & { kind: 'not-accepted' },
): Promise<ImageRefusal> {
  if (sniffed.what !== 'svg') return { code: sniffed.what }
  return { code: 'svg', hasScript: hasScript(await file.slice(0, HEAD_BYTES).text()) }
}

/** What the file is by its content and how large, without decoding it. */
export async function inspectImage(file: Blob): Promise<Result<ImageKind, ImageRefusal>> {
  if (file.size === 0) return err({ code: 'empty' })
  const buffer = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null)
  if (buffer === null) return err({ code: 'unreadable' })
  const head = new Uint8Array(buffer)
  const sniffed = sniffImage(head)
  if (sniffed.kind === 'unknown') return err({ code: 'not-an-image' })
  if (sniffed.kind === 'not-accepted') return err(await notAccepted(file, sniffed))
  if (file.size > MAX_IMAGE_BYTES) return err({ code: 'too-heavy', bytes: file.size })
  const size = declaredSize(sniffed.image, head)
  if (size === null) return err({ code: 'damaged' })
  if (size.width * size.height > MAX_IMAGE_PIXELS) return err({ code: 'too-many-pixels', ...size })
  return ok(sniffed.image)
}

function hashOf(bitmap: ImageBitmap): string {
  const { width, height } = HASH_GRID
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('No drawing surface')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return differenceHash(grayOf(context.getImageData(0, 0, width, height).data))
}

/** Checks an image by its content and decodes it once, for its size as it is seen and its perceptual hash. */
export async function checkImage(file: Blob): Promise<Result<CheckedImage, ImageRefusal>> {
  const inspected = await inspectImage(file)
  if (!inspected.ok) return inspected
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return err({ code: 'damaged' })
  const { width, height } = bitmap
  const hash = hashOf(bitmap)
  const preview = await drawPreview(bitmap, file).catch(() => null)
  bitmap.close()
  return ok({ kind: inspected.value, width, height, hash, preview })
}
