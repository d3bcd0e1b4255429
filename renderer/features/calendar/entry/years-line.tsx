import { Button } from '@mantine/core'
import { Link } from 'wouter'
import {
  type Commemoration,
  finderOf,
  lastBefore,
  type Publication,
  sheetOf,
} from '../../../../shared/domain/publications'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { useDeps } from '../../../commands/deps'
import { listPublicationsOf } from '../../../data/publications'
import { useLive } from '../../../data/use-live'
import { Kbd } from '../../../ui/kbd'
import { archivePath } from '../archive-path'
import { useCalendarActions } from '../calendar-context'
import classes from './entry.module.css'

interface YearsLineProps {
  readonly publication: Publication
  readonly catalogue: readonly Commemoration[]
  readonly onEarlier: (publication: Publication) => void
}

/** Years told at once; the whole story is in the archive of the date. */
const SHOWN = 6

function yearText(publications: readonly Publication[]): string {
  const parts = [
    publications.some(({ images }) => images.length > 0) ? 'imagen' : '',
    publications.some(({ note }) => note !== '') ? 'nota' : '',
  ].filter((part) => part !== '')
  if (publications.length === 0) return 'nada'
  return parts.length === 0 ? 'sin contenido' : joinSpanish(parts)
}

/** What the date had in other years, and starting from the last one. */
export function YearsLine({ publication, catalogue, onEarlier }: YearsLineProps) {
  const { store } = useDeps()
  const { open } = useCalendarActions()
  const { commemorationId: id } = publication
  const all = useLive(async () => (id === null ? [] : listPublicationsOf(store, id)), [store, id])
  const commemoration = catalogue.find((date) => date.id === id)
  if (!all || !commemoration) return null
  const { year } = publication
  const sheet = sheetOf(commemoration, all, { from: year - 1, to: year }, finderOf(catalogue))
  const others = sheet.filter((one) => one.year !== year).slice(0, SHOWN)
  const earlier = lastBefore(all, publication)
  return (
    <section className={classes.years} aria-label="En otros años">
      {others.map(({ year: other, publications }) => {
        const [first] = publications
        return (
          <span key={other}>
            {first ? (
              <button type="button" className={classes.link} onClick={() => open(first.id)}>
                {other}
              </button>
            ) : (
              other
            )}
            : {yearText(publications)}
          </span>
        )
      })}
      <span className={classes.spring} />
      <Button
        component={Link}
        href={archivePath(publication)}
        size="compact-sm"
        variant="subtle"
        color="gray"
        rightSection={<Kbd keys="J" />}
      >
        Hoja en el archivo
      </Button>
      {earlier && (
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<Kbd keys="E" />}
          onClick={() => onEarlier(publication)}
        >
          Empezar de {earlier.year}
        </Button>
      )}
    </section>
  )
}
