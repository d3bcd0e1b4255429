import type { Channel, ChannelId, Placement, Publication } from '../../../../shared/domain/publications'
import { useFiles } from '../../../edits/files/use-files'
import { formatBytes, formatDay } from '../../../ui/format'
import { WebLink } from '../../../ui/web-link'
import classes from './archive.module.css'
import { totalReach } from './archive-model'

interface PlacementsTableProps {
  readonly publication: Publication
  readonly channels: readonly Channel[]
}

/** The name that a channel had when it was published there. */
export function channelName(channels: readonly Channel[], channelId: ChannelId): string {
  return channels.find(({ id }) => id === channelId)?.name ?? 'Canal retirado'
}

function When({ placement }: { readonly placement: Placement }) {
  const { publishedOn, withdrawnOn } = placement
  if (publishedOn === null) return <span className={classes.quiet}>no consta</span>
  return (
    <>
      {formatDay(publishedOn)}
      {withdrawnOn !== null && (
        <span className={classes.withdrawn}>retirada el {formatDay(withdrawnOn)}</span>
      )}
    </>
  )
}

function Proof({ placement }: { readonly placement: Placement }) {
  const { open } = useFiles()
  const { link, evidence } = placement
  return (
    <div className={classes.proof}>
      {link !== null && <WebLink href={link} />}
      {evidence.map((file) => (
        <span key={file.sha256 + file.name}>
          <button type="button" className={classes.link} onClick={() => void open(file)}>
            Evidencia: {file.name}
          </button>{' '}
          <span className={classes.quiet}>{formatBytes(file.size)}</span>
        </span>
      ))}
      {link === null && evidence.length === 0 && (
        <span className={classes.quiet}>sin enlace ni evidencia</span>
      )}
    </div>
  )
}

/** What became of a publication in each channel, with the people reached in each and in all. */
export function PlacementsTable({ publication, channels }: PlacementsTableProps) {
  const { placements } = publication
  const total = totalReach(publication)
  const silent = placements.filter(({ reach }) => reach === null).length
  return (
    <table className={classes.placements}>
      <thead>
        <tr>
          <th scope="col">Canal</th>
          <th scope="col">Publicada</th>
          <th scope="col" className={classes.figureCell}>
            Alcance
          </th>
          <th scope="col">Enlace y evidencia</th>
        </tr>
      </thead>
      <tbody>
        {placements.map((placement) => (
          <tr key={placement.channelId}>
            <th scope="row">{channelName(channels, placement.channelId)}</th>
            <td>
              <When placement={placement} />
            </td>
            <td className={classes.figureCell}>
              {placement.reach === null ? '–' : placement.reach.toLocaleString('es-MX')}
            </td>
            <td>
              <Proof placement={placement} />
            </td>
          </tr>
        ))}
      </tbody>
      {total !== null && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Alcance en total
            </th>
            <td className={classes.figureCell}>{total.toLocaleString('es-MX')}</td>
            <td className={classes.quiet}>
              personas{silent > 0 && `; ${silent === 1 ? 'un canal' : `${silent} canales`} sin cifra`}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
