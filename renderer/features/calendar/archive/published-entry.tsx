import type { Channel, Placement, Publication } from '../../../../shared/domain/publications'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { useFiles } from '../../../edits/files/use-files'
import { formatBytes, formatDay } from '../../../ui/format'
import { StoredImage } from '../images/stored-image'
import { PublicationMark } from '../publication-marks'
import classes from './archive.module.css'
import { totalReach } from './archive-model'

interface PublishedEntryProps {
  readonly publication: Publication
  readonly channels: readonly Channel[]
  readonly onOpen: (publication: Publication) => void
}

function placementText({ publishedOn, withdrawnOn, reach }: Placement): string {
  return [
    publishedOn === null ? 'no consta que se publicara' : `publicada el ${formatDay(publishedOn)}`,
    ...(withdrawnOn === null ? [] : [`retirada el ${formatDay(withdrawnOn)}`]),
    ...(reach === null ? [] : [`alcance de ${reach.toLocaleString('es-MX')} personas`]),
  ].join(', ')
}

function Where({ placement, name }: { readonly placement: Placement; readonly name: string }) {
  const { open } = useFiles()
  return (
    <li>
      <b>{name}</b>: {placementText(placement)}.
      {placement.link !== null && (
        <>
          {' '}
          <span className={classes.address}>{placement.link}</span>
        </>
      )}
      {placement.evidence.map((file) => (
        <button key={file.sha256} type="button" className={classes.link} onClick={() => void open(file)}>
          Evidencia: {file.name} ({formatBytes(file.size)})
        </button>
      ))}
    </li>
  )
}

function Facts({ publication }: { readonly publication: Publication }) {
  const { approval, responsible, hashtags } = publication
  const reach = totalReach(publication)
  const facts = [
    approval === null ? 'Sin acuerdo que la apruebe' : `Aprobada por: ${approval.reference}`,
    ...(reach === null ? [] : [`Alcance en total: ${reach.toLocaleString('es-MX')} personas`]),
    ...(responsible.length === 0 ? [] : [`Responsable: ${joinSpanish(responsible.map(({ name }) => name))}`]),
    ...(hashtags.length === 0 ? [] : [hashtags.join(' ')]),
  ]
  return (
    <ul className={classes.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}

/** One publication of the archive, whole: image large, note, where, with what result. */
export function PublishedEntry({ publication, channels, onOpen }: PublishedEntryProps) {
  const { title, images, note, placements, state, on } = publication
  return (
    <article className={classes.entry}>
      {images.map((image) => (
        <figure key={image.file.sha256} className={classes.figure}>
          <StoredImage image={image} />
          <figcaption className={classes.quiet}>
            {[
              image.alt,
              image.rights && `Derechos: ${image.rights}`,
              image.source && `Fuente: ${image.source}`,
            ]
              .filter((text) => text !== '')
              .join(' · ')}
          </figcaption>
        </figure>
      ))}
      <div className={classes.told}>
        <div className={classes.entryHead}>
          <button type="button" className={classes.link} onClick={() => onOpen(publication)}>
            {title}
          </button>
          <span className={classes.quiet}>{formatDay(on)}</span>
          <PublicationMark state={state} />
        </div>
        {images.length === 0 && <p className={classes.quiet}>Sin imagen.</p>}
        {note === '' ? <p className={classes.quiet}>Sin nota.</p> : <p className={classes.note}>{note}</p>}
        {placements.length === 0 ? (
          <p className={classes.quiet}>Sin canales.</p>
        ) : (
          <ul className={classes.facts}>
            {placements.map((placement) => (
              <Where
                key={placement.channelId}
                placement={placement}
                name={channels.find(({ id }) => id === placement.channelId)?.name ?? 'Canal retirado'}
              />
            ))}
          </ul>
        )}
        <Facts publication={publication} />
      </div>
    </article>
  )
}
