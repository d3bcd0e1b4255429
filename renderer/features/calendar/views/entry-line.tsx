import type { Channel, Publication } from '../../../../shared/domain/publications'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { formatDay } from '../../../ui/format'
import { useCalendarActions } from '../calendar-context'
import { PublicationMark } from '../publication-marks'
import classes from './views.module.css'

interface EntryLineProps {
  readonly publication: Publication
  readonly channels: readonly Channel[]
  readonly isOpen: boolean
  readonly isReachable: boolean
  readonly warned: boolean
}

function channelNames({ placements }: Publication, channels: readonly Channel[]): string {
  const names = placements.flatMap(({ channelId }) => {
    const channel = channels.find(({ id }) => id === channelId)
    return channel ? [channel.name] : []
  })
  return names.length === 0
    ? 'sin canales'
    : names.length > 3
      ? `${names.length} canales`
      : joinSpanish(names)
}

/** What it has and what it lacks, in few words. */
function contentText({ images, note }: Publication): string {
  const parts = [images.length > 0 ? 'imagen' : '', note === '' ? '' : 'nota'].filter((part) => part !== '')
  return parts.length === 0 ? 'sin imagen ni nota' : joinSpanish(parts)
}

/** An entry as a line of a list. */
export function EntryLine({ publication, channels, isOpen, isReachable, warned }: EntryLineProps) {
  const { open } = useCalendarActions()
  const { id, on, title, state, responsible } = publication
  return (
    <button
      type="button"
      className={classes.line}
      aria-pressed={isOpen}
      tabIndex={isReachable ? 0 : -1}
      data-entry={id}
      data-on={on}
      onClick={() => open(id)}
    >
      <span className={classes.lineDay}>{formatDay(on)}</span>
      <span className={classes.lineTitle}>
        {title}
        {warned && (
          <span className={classes.warned}>
            <span aria-hidden="true">!</span>
            <span className={classes.hidden}>tiene avisos</span>
          </span>
        )}
        <span className={classes.lineMore}>
          {channelNames(publication, channels)} · {contentText(publication)}
          {responsible.length > 0 && ` · ${joinSpanish(responsible.map(({ name }) => name))}`}
        </span>
      </span>
      <PublicationMark state={state} />
    </button>
  )
}
