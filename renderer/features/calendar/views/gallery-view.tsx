import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Publication, PublicationImage } from '../../../../shared/domain/publications'
import { EmptyState } from '../../../ui/empty-state'
import { formatDay } from '../../../ui/format'
import { useCalendarActions } from '../calendar-context'
import { StoredImage } from '../images/stored-image'
import { PublicationMark } from '../publication-marks'
import classes from './gallery.module.css'
import { type GalleryGrid, galleryGrid } from './gallery-grid'
import type { ViewProps } from './view-props'

interface Card {
  readonly publication: Publication
  readonly image: PublicationImage
}

interface PictureProps extends Card {
  readonly isOpen: boolean
  readonly isReachable: boolean
}

function Picture({ publication, image, isOpen, isReachable }: PictureProps) {
  const { open } = useCalendarActions()
  const { id, on, title, state } = publication
  return (
    <button
      type="button"
      className={classes.picture}
      aria-pressed={isOpen}
      tabIndex={isReachable ? 0 : -1}
      data-entry={id}
      data-on={on}
      title={title}
      onClick={() => open(id)}
    >
      <StoredImage image={image} className={classes.image} />
      <span className={classes.title}>{title}</span>
      <span className={classes.quiet}>{formatDay(on)}</span>
      <PublicationMark state={state} />
    </button>
  )
}

/** The row of cards that has the day comes first when the day changes: what is to come is what is looked for. */
function useRows(cards: readonly Card[], atDay: number, { columns, rowHeight }: GalleryGrid) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: Math.ceil(cards.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
  })
  // Before it is painted, so that the row of the day is never missing.
  useLayoutEffect(() => {
    if (rowHeight > 0) virtual.measure()
  }, [virtual, rowHeight])
  const row = Math.floor(atDay / columns)
  useLayoutEffect(() => {
    virtual.scrollToIndex(row, { align: 'start' })
  }, [virtual, row])
  const shown = virtual.getVirtualItems().flatMap(({ index: at, start }) =>
    cards.slice(at * columns, (at + 1) * columns).map((card, column) => ({
      card,
      index: at * columns + column,
      column,
      start,
    })),
  )
  return { scroller, shown, height: virtual.getTotalSize() }
}

/** The images of the year with their date, in order; only those in sight are drawn. */
export function GalleryView({ plan, day, openId }: ViewProps) {
  const { ref: sized, width } = useElementSize()
  const cards = useMemo(
    () => plan.entries.flatMap((publication) => publication.images.map((image) => ({ publication, image }))),
    [plan.entries],
  )
  const grid = galleryGrid(width)
  const here = Math.max(
    0,
    cards.findIndex(({ publication }) => publication.on >= day),
  )
  const { scroller, shown, height } = useRows(cards, here, grid)
  if (cards.length === 0) {
    return (
      <EmptyState
        title={`El plan de ${plan.year} no tiene imágenes`}
        hint="Abra una publicación y agregue su imagen; aquí se ven todas las del año."
      />
    )
  }
  return (
    <div ref={scroller} className={classes.scroller} data-columns={grid.columns}>
      <ul ref={sized} className={classes.gallery} aria-label="Imágenes del año" style={{ height }}>
        {width > 0 &&
          shown.map(({ card: { publication, image }, index, column, start }) => (
            <li
              key={publication.id + image.file.sha256}
              aria-setsize={cards.length}
              aria-posinset={index + 1}
              style={{
                width: grid.cardWidth,
                height: grid.cardHeight,
                transform: `translate(${column * grid.columnStep}px, ${start}px)`,
              }}
            >
              <Picture
                publication={publication}
                image={image}
                isOpen={publication.id === openId}
                isReachable={index === here}
              />
            </li>
          ))}
      </ul>
    </div>
  )
}
