import { useMemo } from 'react'
import { EmptyState } from '../../../ui/empty-state'
import { formatDay } from '../../../ui/format'
import { useCalendarActions } from '../calendar-context'
import { inOrder } from '../plan-model'
import { PublicationMark } from '../publication-marks'
import type { ViewProps } from './view-props'
import classes from './views.module.css'

/** The images of the year with their date, in order. */
export function GalleryView({ plan, day, openId }: ViewProps) {
  const { open } = useCalendarActions()
  const cards = useMemo(
    () =>
      inOrder(plan.entries).flatMap((publication) =>
        publication.images.map((image) => ({ publication, image })),
      ),
    [plan.entries],
  )
  if (cards.length === 0) {
    return (
      <EmptyState
        title={`El plan de ${plan.year} no tiene imágenes`}
        hint="Abra una publicación y agregue su imagen; aquí se ven todas las del año."
      />
    )
  }
  const here = cards.find(({ publication }) => publication.on >= day) ?? cards[0]
  return (
    <ul className={classes.gallery} aria-label="Imágenes del año">
      {cards.map((card) => (
        <li key={card.publication.id + card.image.file.sha256}>
          <button
            type="button"
            className={classes.picture}
            aria-pressed={card.publication.id === openId}
            tabIndex={card === here ? 0 : -1}
            data-entry={card.publication.id}
            data-on={card.publication.on}
            onClick={() => open(card.publication.id)}
          >
            <img
              src={`/adjunto/${card.image.file.sha256}`}
              alt={card.image.alt}
              loading="lazy"
              decoding="async"
            />
            <span className={classes.pictureTitle}>{card.publication.title}</span>
            <span className={classes.quiet}>{formatDay(card.publication.on)}</span>
            <PublicationMark state={card.publication.state} />
          </button>
        </li>
      ))}
    </ul>
  )
}
