import { useMemo } from 'react'
import {
  imagesLike,
  type Publication,
  type PublicationId,
  type PublicationImage,
  usesOf,
} from '../../../../shared/domain/publications'
import { useCalendarActions } from '../calendar-context'
import classes from './images.module.css'
import { StoredImage } from './stored-image'

interface ImageHistoryProps {
  readonly image: PublicationImage
  readonly publications: readonly Publication[]
  /** The publication on screen, null for a new one: it does not count as another use. */
  readonly publicationId: PublicationId | null
}

/** Uses told by name; more than these are counted. */
const NAMED = 3

function Links({ publications }: { readonly publications: readonly Publication[] }) {
  const { open } = useCalendarActions()
  const rest = publications.length - NAMED
  return (
    <>
      {publications.slice(0, NAMED).map(({ id, title, year }) => (
        <button key={id} type="button" className={classes.link} onClick={() => open(id)}>
          {title} ({year})
        </button>
      ))}
      {rest > 0 && <span>y {rest.toLocaleString('es-MX')} más</span>}
    </>
  )
}

/** Where the same file was used before, and which images look like it. */
export function ImageHistory({ image, publications, publicationId }: ImageHistoryProps) {
  const { file, hash } = image
  const { same, alike } = useMemo(() => {
    const others = publications.filter(({ id }) => id !== publicationId)
    const [alike] = imagesLike({ file, hash }, others)
    return { same: usesOf(file.sha256, others), alike }
  }, [file, hash, publications, publicationId])
  return (
    <>
      {same.length > 0 && (
        <p className={classes.history}>
          <span>Ya estaba en el archivo; se usó en:</span>
          <Links publications={same.map(({ publication }) => publication)} />
        </p>
      )}
      {alike && (
        <p className={`${classes.history} ${classes.warning}`}>
          <span>! Se parece a la de {alike.publication.year}:</span>
          <StoredImage image={alike.image} className={classes.small} />
          <Links publications={[alike.publication]} />
        </p>
      )}
    </>
  )
}
