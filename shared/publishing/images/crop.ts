import type { PixelSize } from './image-size'

/** A point of an image as fractions of its width and height, 0 to 1. */
export interface FocusPoint {
  readonly x: number
  readonly y: number
}

/** The part of an image that a channel shows, in pixels of the image. */
export interface Crop extends PixelSize {
  readonly x: number
  readonly y: number
  /**
   * How the part lies in what is cut off, in percent (0 at the start, 100 at the end, 50 when nothing is
   * cut), as the property `object-position` of a style sheet wants it.
   */
  readonly position: FocusPoint
  /** The image has fewer pixels than the channel asks for, so it would be blown up. */
  readonly isTooSmall: boolean
}

function placed(
  whole: number,
  part: number,
  focus: number,
): { readonly at: number; readonly percent: number } {
  const free = whole - part
  if (free <= 0) return { at: 0, percent: 50 }
  const at = Math.min(Math.max(focus * whole - part / 2, 0), free)
  return { at, percent: (at / free) * 100 }
}

/** The largest part of an image with the proportions of a channel, with the focus as near its middle as it can be. */
export function cropFor(image: PixelSize, focus: FocusPoint, channel: PixelSize): Crop {
  const scale = Math.min(image.width / channel.width, image.height / channel.height)
  const width = channel.width * scale
  const height = channel.height * scale
  const across = placed(image.width, width, focus.x)
  const down = placed(image.height, height, focus.y)
  return {
    x: across.at,
    y: down.at,
    width,
    height,
    position: { x: across.percent, y: down.percent },
    isTooSmall: scale < 1,
  }
}
