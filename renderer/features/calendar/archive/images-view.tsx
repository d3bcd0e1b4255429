import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import {
  imageUses,
  nearDuplicates,
  type Publication,
  type PublicationImage,
} from '../../../../shared/domain/publications'
import { EmptyState } from '../../../ui/empty-state'
import { StoredImage } from '../images/stored-image'
import classes from './archive.module.css'
import { stepRow } from './row-keys'

interface ImagesViewProps {
  readonly publications: readonly Publication[]
  readonly onOpen: (publication: Publication) => void
}

const ROW_HEIGHT = 116
/** Uses that are named in a row; the rest are counted. */
const NAMED = 4
/** Pairs that are shown; whoever has more mends these first. */
const PAIRS = 20

function useImages(publications: readonly Publication[]) {
  return useMemo(() => {
    const byId = new Map(publications.map((publication) => [publication.id, publication]))
    const images = new Map<string, PublicationImage>()
    for (const publication of publications) {
      for (const image of publication.images) images.set(image.file.sha256, image)
    }
    const rows = imageUses(publications).flatMap(({ sha256, publications: ids }) => {
      const image = images.get(sha256)
      const uses = ids.flatMap((id) => byId.get(id) ?? [])
      return image ? [{ image, uses }] : []
    })
    const usesBySha = new Map(rows.map(({ image, uses }) => [image.file.sha256, uses]))
    const known = [...images.values()].map(({ file, hash }) => ({ sha256: file.sha256, hash }))
    return { rows, images, usesBySha, pairs: nearDuplicates(known) }
  }, [publications])
}

type Images = ReturnType<typeof useImages>

interface TwinProps extends Pick<ImagesViewProps, 'onOpen'> {
  readonly image: PublicationImage
  readonly uses: readonly Publication[]
}

/** One image of a pair and where it was last used. */
function Twin({ image, uses, onOpen }: TwinProps) {
  const last = uses.at(-1)
  return (
    <div className={classes.twin}>
      <StoredImage image={image} />
      {last && (
        <button type="button" className={classes.link} onClick={() => onOpen(last)}>
          {last.year}: {last.title}
        </button>
      )}
    </div>
  )
}

function Pairs({ images: known, onOpen }: { readonly images: Images } & Pick<ImagesViewProps, 'onOpen'>) {
  const { pairs, images, usesBySha } = known
  if (pairs.length === 0) return null
  return (
    <section aria-labelledby="near-duplicates">
      <h2 id="near-duplicates" className={classes.heading}>
        Imágenes que se parecen
      </h2>
      <p className={classes.quiet}>
        {pairs.length === 1 ? 'Un par' : `${pairs.length.toLocaleString('es-MX')} pares`}; quizá basta con una
        de cada par.
        {pairs.length > PAIRS && ` Se ven los ${PAIRS} que más se parecen.`}
      </p>
      <ul className={classes.pairs}>
        {pairs.slice(0, PAIRS).map(({ first, second, distance }) => (
          <li key={first + second} className={classes.pair}>
            {[first, second].map((sha256) => {
              const image = images.get(sha256)
              return image ? (
                <Twin key={sha256} image={image} uses={usesBySha.get(sha256) ?? []} onOpen={onOpen} />
              ) : null
            })}
            <span className={classes.quiet}>
              {distance === 0 ? 'se ven iguales' : `${Math.round((1 - distance / 64) * 100)} % iguales`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Uses({ rows, onOpen }: Pick<Images, 'rows'> & Pick<ImagesViewProps, 'onOpen'>) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  })
  return (
    <section
      ref={scroll}
      className={classes.results}
      tabIndex={-1}
      aria-label="Imágenes y dónde se usaron"
      onKeyDown={(event) =>
        stepRow(event, { count: rows.length, scrollToIndex: (index) => virtual.scrollToIndex(index) })
      }
    >
      <ul className={classes.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          const { image, uses } = row
          return (
            <li
              key={image.file.sha256}
              className={`${classes.line} ${classes.imageLine}`}
              style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <StoredImage image={image} />
              <div className={classes.told}>
                <b>
                  {image.file.name} · {uses.length === 1 ? 'usada una vez' : `usada ${uses.length} veces`}
                </b>
                <span className={classes.quiet}>
                  {image.width.toLocaleString('es-MX')} × {image.height.toLocaleString('es-MX')} px
                </span>
                <span className={classes.uses}>
                  {uses.slice(0, NAMED).map((publication) => (
                    <button
                      key={publication.id}
                      type="button"
                      className={classes.link}
                      onClick={() => onOpen(publication)}
                    >
                      {publication.title} ({publication.year})
                    </button>
                  ))}
                  {uses.length > NAMED && ` y ${uses.length - NAMED} más`}
                </span>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Which image was used where and how often, and which ones look alike. */
export function ImagesView({ publications, onOpen }: ImagesViewProps) {
  const images = useImages(publications)
  const { rows } = images
  if (rows.length === 0) {
    return (
      <EmptyState
        title="El archivo no tiene imágenes"
        hint="Abra una publicación en el calendario y agregue su imagen; aquí se ve dónde se usó cada una."
      />
    )
  }
  return (
    <div className={classes.column}>
      <Pairs images={images} onOpen={onOpen} />
      <h2 className={classes.heading}>
        {rows.length === 1
          ? 'Una imagen'
          : `${rows.length.toLocaleString('es-MX')} imágenes, las más usadas primero`}
      </h2>
      <Uses rows={rows} onOpen={onOpen} />
    </div>
  )
}
