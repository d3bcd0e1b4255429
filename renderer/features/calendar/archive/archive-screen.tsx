import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Publication, publicationIdSchema } from '../../../../shared/domain/publications'
import { Kbd } from '../../../ui/kbd'
import { Screen } from '../../../ui/screen'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { archivePlace } from '../archive-path'
import classes from './archive.module.css'
import { DatesView } from './dates-view'
import { ImagesView } from './images-view'
import { NotesSearch } from './notes-search'
import { type Archive, useArchive } from './use-archive'
import { YearOutputs } from './year-outputs'

const VIEWS = [
  { value: 'fechas', label: 'Fechas' },
  { value: 'notas', label: 'Buscar en notas' },
  { value: 'imagenes', label: 'Imágenes' },
] as const

type View = (typeof VIEWS)[number]['value']

interface ArchiveScreenProps {
  /** The date of the catalogue to show, or the word of another view, from the address. */
  readonly id: string | undefined
  /** The publication that the reader comes from, from the address, so that one key leads back to it. */
  readonly from: string | undefined
}

interface LoadedProps extends ArchiveScreenProps {
  readonly archive: Archive
}

function viewOf(id: string | undefined): View {
  return VIEWS.find(({ value }) => value === id)?.value ?? 'fechas'
}

function Loaded({ archive, id, from: asked }: LoadedProps) {
  const [, navigate] = useLocation()
  const from = publicationIdSchema.safeParse(asked).data ?? null
  const [lastDate, setLastDate] = useState<string | undefined>(undefined)
  const view = viewOf(id)
  const open = ({ id: publicationId }: Pick<Publication, 'id'>) =>
    navigate(`/calendario/lista/${publicationId}`)
  const back = () => (from === null ? navigate('/calendario') : open({ id: from }))
  const change = (next: string) => {
    if (view === 'fechas') setLastDate(id)
    const path = viewOf(next) === 'fechas' ? lastDate : next
    navigate(path === undefined ? '/calendario/archivo' : archivePlace(path, from))
  }
  useShortcuts({
    escape: back,
    1: () => change('fechas'),
    2: () => change('notas'),
    3: () => change('imagenes'),
  })
  const { publications } = archive
  return (
    <Screen
      title="Archivo de publicaciones"
      subtitle={`${publications.length.toLocaleString('es-MX')} ${publications.length === 1 ? 'publicación' : 'publicaciones'} a través de los años`}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Qué se ve del archivo"
            data={VIEWS.map(({ value, label }, index) => ({
              value,
              label: (
                <>
                  {label} <Kbd keys={String(index + 1)} />
                </>
              ),
            }))}
            value={view}
            transitionDuration={0}
            onChange={change}
          />
          <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={back}>
            {from === null ? 'Volver al calendario' : 'Volver a la publicación'}
          </Button>
        </>
      }
    >
      <div className={classes.whole}>
        <YearOutputs publications={publications} today={archive.today} />
        {view === 'fechas' && <DatesView archive={archive} id={id} from={from} onOpen={open} />}
        {view === 'notas' && <NotesSearch publications={publications} onOpen={open} />}
        {view === 'imagenes' && <ImagesView publications={publications} onOpen={open} />}
      </div>
    </Screen>
  )
}

/** What was published each year, and with what: by date, by word and by image. */
export function ArchiveScreen(props: ArchiveScreenProps) {
  const archive = useArchive()
  return archive ? <Loaded archive={archive} {...props} /> : null
}
