import type { Channel, Placement, PublicationImage } from '../../../../shared/domain/publications'
import { cropFor } from '../../../../shared/publishing'
import classes from './images.module.css'
import { StoredImage } from './stored-image'

interface CropPreviewsProps {
  readonly image: PublicationImage
  readonly channels: readonly Channel[]
  readonly placements: readonly Pick<Placement, 'channelId'>[]
}

/** Height of every preview in pixels of the screen; the width follows the channel. */
const PREVIEW_HEIGHT = 84
const MAX_WIDTH = 260

/** The image as each chosen channel will cut it; one that asks for more pixels than there are is told. */
export function CropPreviews({ image, channels, placements }: CropPreviewsProps) {
  const chosen = channels.filter(({ id }) => placements.some(({ channelId }) => channelId === id))
  const cutting = chosen.flatMap(({ id, name, image: size }) => (size === null ? [] : [{ id, name, size }]))
  if (cutting.length === 0) return null
  return (
    <ul className={classes.crops} aria-label={`Cómo se verá ${image.file.name} en cada canal`}>
      {cutting.map(({ id, name, size }) => {
        const { position, isTooSmall } = cropFor(image, image.focus, size)
        const width = Math.min(MAX_WIDTH, (PREVIEW_HEIGHT * size.width) / size.height)
        return (
          <li key={id} className={classes.crop}>
            <StoredImage
              image={image}
              alt={`Recorte para ${name}`}
              fills={{ width, height: (width * size.height) / size.width }}
              style={{
                width,
                aspectRatio: `${size.width} / ${size.height}`,
                objectPosition: `${position.x}% ${position.y}%`,
              }}
            />
            <span>{name}</span>
            <span className={isTooSmall ? classes.warning : classes.quiet}>
              {isTooSmall
                ? `! pide ${size.width} × ${size.height} y la imagen es menor: se verá borrosa`
                : `${size.width} × ${size.height}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
