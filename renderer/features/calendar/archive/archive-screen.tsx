import { Button, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Publication } from '../../../../shared/domain/publications'
import { EmptyState } from '../../../ui/empty-state'
import { Kbd } from '../../../ui/kbd'
import { Screen } from '../../../ui/screen'
import { useShortcuts } from '../../../ui/use-shortcuts'
import classes from './archive.module.css'
import { dateLines } from './archive-model'
import { DateSheet, SameDay } from './date-sheet'
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
}

interface DatesProps {
  readonly archive: Archive
  readonly id: string | undefined
  readonly onOpen: (publication: Publication) => void
}

function Dates({ archive, id, onOpen }: DatesProps) {
  const [, navigate] = useLocation()
  const { catalogue, publications, today } = archive
  const lines = useMemo(() => dateLines(catalogue, publications), [catalogue, publications])
  const chosen = catalogue.find((commemoration) => commemoration.id === id)
  if (lines.length === 0) {
    return (
      <EmptyState
        title="El archivo está vacío"
        hint="Agregue fechas al catálogo del calendario; cada una tendrá aquí su hoja a través de los años."
      />
    )
  }
  return (
    <div className={classes.dates}>
      <nav className={classes.list} aria-label="Fechas del catálogo">
        <ul>
          {lines.map(({ commemoration, years }) => (
            <li key={commemoration.id}>
              <button
                type="button"
                className={classes.date}
                aria-current={commemoration.id === id ? 'page' : undefined}
                onClick={() => navigate(`/calendario/archivo/${commemoration.id}`)}
              >
                {commemoration.name}
                <span className={classes.quiet}>
                  {years.length === 0 ? 'nada en el archivo' : years.slice(0, 4).join(', ')}
                  {years.length > 4 && ` y ${years.length - 4} más`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section className={classes.detail} tabIndex={0} aria-label="Hoja de la fecha">
        {chosen ? (
          <DateSheet key={chosen.id} archive={archive} commemoration={chosen} onOpen={onOpen} />
        ) : (
          <>
            <p className={classes.quiet}>Elija una fecha para ver qué se publicó cada año.</p>
            <SameDay archive={archive} day={today} onOpen={onOpen} />
          </>
        )}
      </section>
    </div>
  )
}

function viewOf(id: string | undefined): View {
  return VIEWS.find(({ value }) => value === id)?.value ?? 'fechas'
}

function Loaded({ archive, id }: { readonly archive: Archive; readonly id: string | undefined }) {
  const [, navigate] = useLocation()
  const [lastDate, setLastDate] = useState<string | undefined>(undefined)
  const view = viewOf(id)
  const open = ({ id: publicationId }: Publication) => navigate(`/calendario/lista/${publicationId}`)
  const back = () => navigate('/calendario')
  const change = (next: string) => {
    if (view === 'fechas') setLastDate(id)
    const path = viewOf(next) === 'fechas' ? lastDate : next
    navigate(path === undefined ? '/calendario/archivo' : `/calendario/archivo/${path}`)
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
      subtitle={`${publications.length.toLocaleString('es-MX')} publicaciones a través de los años`}
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
            Volver al calendario
          </Button>
        </>
      }
    >
      <div className={classes.whole}>
        <YearOutputs publications={publications} today={archive.today} />
        {view === 'fechas' && <Dates archive={archive} id={id} onOpen={open} />}
        {view === 'notas' && <NotesSearch publications={publications} onOpen={open} />}
        {view === 'imagenes' && <ImagesView publications={publications} onOpen={open} />}
      </div>
    </Screen>
  )
}

/** What was published each year, and with what: by date, by word and by image. */
export function ArchiveScreen({ id }: ArchiveScreenProps) {
  const archive = useArchive()
  return archive ? <Loaded archive={archive} id={id} /> : null
}
