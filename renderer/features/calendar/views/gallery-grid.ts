/** Where the cards of the gallery are, in pixels. */
export interface GalleryGrid {
  readonly columns: number
  readonly cardWidth: number
  readonly cardHeight: number
  /** From the left of a card to the left of the next one. */
  readonly columnStep: number
  /** From the top of a row to the top of the next one. */
  readonly rowHeight: number
}

const NARROWEST = 200
const GAP = 12
/** Border and padding of a card, at both sides. */
const FRAME = 18
/** Of the images, height over width. */
const SHAPE = 10 / 16
/** Title, day and state, with the space between them. */
const WORDS = 78

/** As many columns as fit a width, never none. */
export function galleryGrid(width: number): GalleryGrid {
  const columns = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)))
  const cardWidth = Math.floor((width - GAP * (columns - 1)) / columns)
  const cardHeight = Math.ceil(Math.max(0, cardWidth - FRAME) * SHAPE) + FRAME + WORDS
  return { columns, cardWidth, cardHeight, columnStep: cardWidth + GAP, rowHeight: cardHeight + GAP }
}
