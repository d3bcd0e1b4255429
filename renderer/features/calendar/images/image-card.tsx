import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Channel, Placement, PublicationImage } from '../../../../shared/domain/publications'
import { useFiles } from '../../../edits/files/use-files'
import { formatBytes } from '../../../ui/format'
import { CropPreviews } from './crop-previews'
import { FocusField } from './focus-field'
import { ImageHistory } from './image-history'
import classes from './images.module.css'
import type { ImageSurroundings } from './surroundings'

interface ImageCardProps extends ImageSurroundings {
  readonly image: PublicationImage
  readonly channels: readonly Channel[]
  readonly placements: readonly Pick<Placement, 'channelId'>[]
  readonly onChange: (image: PublicationImage) => void
  readonly onRemove: () => void
}

const TEXTS = [
  { field: 'rights', label: 'Derechos' },
  { field: 'source', label: 'Fuente' },
] as const

/** One image with everything that is said of it and how each channel cuts it. */
export function ImageCard(props: ImageCardProps) {
  const { image, channels, placements, publications, publicationId, onChange, onRemove } = props
  const { open } = useFiles()
  const { file, alt, width, height } = image
  return (
    <li className={classes.card}>
      <FocusField image={image} onChange={(focus) => onChange({ ...image, focus })} />
      <div className={classes.name}>
        <span>{file.name}</span>
        <span className={classes.spring} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Quitar la imagen ${file.name}`}
          onClick={onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      </div>
      <div className={classes.name}>
        <span className={classes.quiet}>
          {width.toLocaleString('es-MX')} × {height.toLocaleString('es-MX')} px · {formatBytes(file.size)}
        </span>
        <button type="button" className={classes.link} onClick={() => void open(file)}>
          Abrir el original
        </button>
      </div>
      <ImageHistory image={image} publications={publications} publicationId={publicationId} />
      <CropPreviews image={image} channels={channels} placements={placements} />
      <TextInput
        size="xs"
        label="Texto alternativo: qué se ve"
        value={alt}
        onChange={(event) => onChange({ ...image, alt: event.currentTarget.value })}
      />
      <div className={classes.two}>
        {TEXTS.map(({ field, label }) => (
          <TextInput
            key={field}
            size="xs"
            label={label}
            value={image[field]}
            onChange={(event) => onChange({ ...image, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </li>
  )
}
