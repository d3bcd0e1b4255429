import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPhotoPlus, IconX } from '@tabler/icons-react'
import type { PublicationImage } from '../../../../shared/domain/publications'
import type { AttachmentRef } from '../../../../shared/domain/sessions'
import { useNotify } from '../../../ui/notify'
import classes from './entry.module.css'
import { useFiles } from './use-files'

interface ImagesFieldProps {
  readonly images: readonly PublicationImage[]
  readonly onChange: (images: readonly PublicationImage[]) => void
}

/** The image as the window can draw it; null when it cannot. */
async function imageOf(file: AttachmentRef): Promise<PublicationImage | null> {
  const picture = new Image()
  picture.src = `/adjunto/${file.sha256}`
  try {
    await picture.decode()
  } catch {
    return null
  }
  const { naturalWidth: width, naturalHeight: height } = picture
  const focus = { x: 0.5, y: 0.5 }
  return width > 0 ? { file, alt: '', rights: '', source: '', width, height, hash: null, focus } : null
}

interface ImageCardProps {
  readonly image: PublicationImage
  readonly onChange: (image: PublicationImage) => void
  readonly onRemove: () => void
}

function ImageCard({ image, onChange, onRemove }: ImageCardProps) {
  const { file, alt, rights, source, width, height } = image
  return (
    <li className={classes.image}>
      <img src={`/adjunto/${file.sha256}`} alt={alt === '' ? file.name : alt} />
      <span className={classes.imageName}>
        {file.name}
        <span className={classes.quiet}>
          {' '}
          {width} × {height} px
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Quitar la imagen ${file.name}`}
          onClick={onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      </span>
      <TextInput
        size="xs"
        label="Texto alternativo: qué se ve"
        value={alt}
        onChange={(event) => onChange({ ...image, alt: event.currentTarget.value })}
      />
      <div className={classes.two}>
        <TextInput
          size="xs"
          label="Derechos"
          value={rights}
          onChange={(event) => onChange({ ...image, rights: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label="Fuente"
          value={source}
          onChange={(event) => onChange({ ...image, source: event.currentTarget.value })}
        />
      </div>
    </li>
  )
}

/** The images of a publication with what they show, by what right and from where. */
export function ImagesField({ images, onChange }: ImagesFieldProps) {
  const notify = useNotify()
  const { isBusy, add } = useFiles()
  const addTo = async (dropped: readonly File[] | null) => {
    const files = await add(dropped)
    const made = await Promise.all(files.map(imageOf))
    const wrong = files.filter((_, index) => made[index] === null)
    if (wrong.length > 0) {
      const names = wrong.map(({ name }) => `«${name}»`).join(', ')
      notify({ kind: 'error', text: `No es una imagen que se pueda mostrar: ${names}.` })
    }
    const known = new Set(images.map(({ file }) => file.sha256))
    const added = made.filter((image) => image !== null).filter(({ file }) => !known.has(file.sha256))
    if (added.length > 0) onChange([...images, ...added])
  }
  return (
    <fieldset
      className={`${classes.part} ${classes.drop}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void addTo([...event.dataTransfer.files])
      }}
    >
      <legend className={classes.partTitle}>Imágenes</legend>
      <ul className={classes.images}>
        {images.map((image) => (
          <ImageCard
            key={image.file.sha256}
            image={image}
            onChange={(changed) => onChange(images.map((one) => (one === image ? changed : one)))}
            onRemove={() => onChange(images.filter((one) => one !== image))}
          />
        ))}
      </ul>
      <Button
        size="compact-sm"
        variant="default"
        className={classes.start ?? ''}
        disabled={isBusy}
        leftSection={<IconPhotoPlus size={14} />}
        onClick={() => void addTo(null)}
      >
        {isBusy ? 'Guardando la imagen…' : 'Agregar imagen…'}
      </Button>
    </fieldset>
  )
}
