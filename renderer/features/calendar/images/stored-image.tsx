import { type CSSProperties, useState } from 'react'
import type { PublicationImage } from '../../../../shared/domain/publications'
import { previewSize } from '../../../commands/publications/images/make-preview'
import classes from './images.module.css'
import { usePreview } from './use-preview'

interface StoredImageProps {
  readonly image: Pick<PublicationImage, 'file' | 'alt' | 'width' | 'height'>
  /** What it shows, when it is not what was written about the image. */
  readonly alt?: string
  readonly className?: string | undefined
  readonly style?: CSSProperties
  /** The place that it fills, cut where it does not fit; a preview that is too small for it is not used. */
  readonly fills?: { readonly width: number; readonly height: number }
}

/** How much a preview may be enlarged before it looks worse than the image. */
const MOST_ENLARGED = 1.3

/** Nothing yet, in the size that the preview will have, so that nothing moves when it comes. */
function emptyImage(width: number, height: number): string {
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E`
}

function Whole({ image, alt, className, style }: StoredImageProps) {
  const [isMissing, setMissing] = useState(false)
  if (isMissing) return <MissingImage image={image} className={className} style={style ?? {}} />
  return (
    <img
      data-stored-image
      src={`/adjunto/${image.file.sha256}`}
      alt={alt}
      className={className}
      style={style}
      decoding="async"
      onError={() => setMissing(true)}
    />
  )
}

function MissingImage({ image, className = '', style }: StoredImageProps) {
  const text = `No se encuentra el archivo de la imagen ${image.file.name}`
  return (
    <span
      data-stored-image
      role="img"
      aria-label={text}
      title={text}
      className={`${classes.missing} ${className}`}
      style={style}
    >
      <span aria-hidden="true">Falta el archivo</span>
    </span>
  )
}

function Small(props: StoredImageProps) {
  const { image, alt, className, style } = props
  const state = usePreview(image.file.sha256)
  // What the preview cannot show may still be shown by the original, which is asked for then.
  const [isBroken, setBroken] = useState(false)
  if (state.kind === 'missing') return <MissingImage {...props} />
  if (state.kind === 'original' || isBroken) return <Whole {...props} />
  const { width, height } = previewSize(image.width, image.height)
  return (
    <img
      data-stored-image
      src={state.kind === 'preview' ? state.url : emptyImage(width, height)}
      aria-busy={state.kind === 'waiting' || undefined}
      alt={alt}
      className={className}
      style={style}
      decoding="async"
      onError={() => setBroken(true)}
    />
  )
}

/**
 * An image of a publication by its small copy, which is kept, or made now; the original stays untouched and is
 * asked for only where there is none. One whose file is gone says so.
 */
export function StoredImage(props: StoredImageProps) {
  const { image, alt = image.alt === '' ? image.file.name : image.alt, fills } = props
  const { width, height } = previewSize(image.width, image.height)
  const enlarged = fills ? Math.max(fills.width / width, fills.height / height) * devicePixelRatio : 0
  const isEnough = enlarged <= MOST_ENLARGED || width === image.width
  const Image = isEnough ? Small : Whole
  return <Image key={image.file.sha256} {...props} alt={alt} />
}
