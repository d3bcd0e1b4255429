import { Button } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import type {
  Placement,
  Publication,
  PublicationId,
  PublicationImage,
} from '../../../../shared/domain/publications'
import { ImageCard } from '../images/image-card'
import classes from '../images/images.module.css'
import { useAddImages } from '../images/use-add-images'
import type { Plan } from '../use-plan'

interface ImagesFieldProps {
  readonly images: readonly PublicationImage[]
  readonly plan: Plan
  readonly placements: readonly Pick<Placement, 'channelId'>[]
  /** The publication on screen, null for a new one. */
  readonly publicationId: PublicationId | null
  readonly onChange: (images: readonly PublicationImage[]) => void
}

/** Only those can have used the same image, or one like it. */
function withImages(publications: Plan['byId']): readonly Publication[] {
  return [...publications.values()].filter(({ images }) => images.length > 0)
}

/** The images of a publication: checked, with what they show, by what right, and how each channel cuts them. */
export function ImagesField({ images, plan, placements, publicationId, onChange }: ImagesFieldProps) {
  const publications = useMemo(() => withImages(plan.byId), [plan.byId])
  const { busy, add } = useAddImages(publications)
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(images)
  useEffect(() => {
    latest.current = images
  })
  const addTo = async (files: readonly File[]) => {
    const made = await add(files)
    const known = new Set(latest.current.map(({ file }) => file.sha256))
    const added = made.filter(({ file }, index) => {
      const isFirst = made.findIndex((other) => other.file.sha256 === file.sha256) === index
      return isFirst && !known.has(file.sha256)
    })
    if (added.length > 0) onChange([...latest.current, ...added])
  }
  return (
    <fieldset
      className={classes.part}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void addTo([...event.dataTransfer.files])
      }}
    >
      <legend>Imágenes</legend>
      <ul className={classes.cards}>
        {images.map((image) => (
          <ImageCard
            key={image.file.sha256}
            image={image}
            channels={plan.channels}
            placements={placements}
            publications={publications}
            publicationId={publicationId}
            onChange={(changed) => onChange(images.map((one) => (one === image ? changed : one)))}
            onRemove={() => onChange(images.filter((one) => one !== image))}
          />
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif"
        aria-label="Imágenes para agregar"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          void addTo(files)
        }}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy > 0}
        leftSection={<IconPhotoPlus size={14} />}
        onClick={() => input.current?.click()}
      >
        {busy === 0 && 'Agregar imagen…'}
        {busy === 1 && 'Revisando y guardando…'}
        {busy > 1 && `Revisando y guardando, faltan ${busy}…`}
      </Button>
    </fieldset>
  )
}
