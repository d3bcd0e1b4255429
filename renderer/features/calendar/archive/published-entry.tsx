import type { Channel, Publication, PublicationImage } from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { formatDay } from '../../../ui/format'
import { WebLink } from '../../../ui/web-link'
import { ApprovalLink } from '../approval-link'
import { StoredImage } from '../images/stored-image'
import { PublicationMark } from '../publication-marks'
import classes from './archive.module.css'
import { isTold, untoldText } from './archive-model'
import { channelName, PlacementsTable } from './placements-table'

interface PublishedEntryProps {
  readonly publication: Publication
  readonly channels: readonly Channel[]
  readonly today: IsoDate
  readonly onOpen: (publication: Publication) => void
}

function Figure({ image }: { readonly image: PublicationImage }) {
  const { alt, rights, source } = image
  const told = [alt, rights && `Derechos: ${rights}`, source && `Fuente: ${source}`].filter(
    (text) => text !== '',
  )
  return (
    <figure className={classes.figure}>
      <StoredImage image={image} />
      <figcaption className={classes.quiet}>
        {told.length === 0 ? 'Sin texto alternativo' : told.join(' · ')}
      </figcaption>
    </figure>
  )
}

function Where({ publication, channels, today }: Omit<PublishedEntryProps, 'onOpen'>) {
  const { placements } = publication
  if (placements.length === 0) return <p className={classes.quiet}>Sin canales.</p>
  if (placements.some(isTold)) return <PlacementsTable publication={publication} channels={channels} />
  const names = placements.map(({ channelId }) => channelName(channels, channelId))
  return (
    <p className={classes.quiet}>
      {joinSpanish(names)}: {untoldText(publication, today)}.
    </p>
  )
}

function Facts({ publication }: { readonly publication: Publication }) {
  const { approval, responsible, hashtags, links } = publication
  return (
    <ul className={classes.facts}>
      <li>
        {approval === null ? (
          'Sin acuerdo que la apruebe'
        ) : (
          <>
            Aprobada por: <ApprovalLink approval={approval}>{approval.reference}</ApprovalLink>
          </>
        )}
      </li>
      {responsible.length > 0 && <li>Responsable: {joinSpanish(responsible.map(({ name }) => name))}</li>}
      {hashtags.length > 0 && <li>{hashtags.join(' ')}</li>}
      {links.map((link) => (
        <li key={link}>
          <WebLink href={link} />
        </li>
      ))}
    </ul>
  )
}

/** One publication of the archive, whole: image large, note, where, with what result. */
export function PublishedEntry(props: PublishedEntryProps) {
  const { publication, onOpen } = props
  const { id, title, images, note, state, on } = publication
  return (
    <article className={classes.entry} aria-label={title}>
      <div className={classes.pictured}>
        {images.length > 0 && (
          <div className={classes.figures}>
            {images.map((image) => (
              <Figure key={image.file.sha256} image={image} />
            ))}
          </div>
        )}
        <div className={classes.told}>
          <div className={classes.entryHead}>
            <button
              type="button"
              className={classes.title}
              data-publication={id}
              onClick={() => onOpen(publication)}
            >
              {title}
            </button>
            <span className={classes.quiet}>{formatDay(on)}</span>
            <PublicationMark state={state} />
          </div>
          {images.length === 0 && <p className={classes.quiet}>Sin imagen.</p>}
          {note === '' ? <p className={classes.quiet}>Sin nota.</p> : <p className={classes.note}>{note}</p>}
          <Facts publication={publication} />
        </div>
      </div>
      <Where {...props} />
    </article>
  )
}
