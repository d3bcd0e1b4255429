import type { Publication } from '../../../shared/domain/publications'
import { ChannelPanel } from './catalogue/channel-panel'
import { DatePanel } from './catalogue/date-panel'
import { EntryPanel, NewEntryPanel } from './entry/entry-panel'
import { GeneratePanel } from './generate-panel'
import { NoticesPanel } from './notices-panel'
import type { Plan } from './use-plan'
import type { SideControl } from './use-side'

interface CalendarSideProps {
  readonly plan: Plan
  readonly control: SideControl
  readonly onEarlier: (publication: Publication) => void
  readonly onClose: () => void
}

/** At the right of the calendar: an entry, a new one, what to generate, or what to know. */
export function CalendarSide({ plan, control, onEarlier, onClose }: CalendarSideProps) {
  const { side } = control
  switch (side.kind) {
    case 'none':
      return null
    case 'generate':
      return <GeneratePanel plan={plan} onClose={onClose} />
    case 'notices':
      return <NoticesPanel plan={plan} onClose={onClose} />
    case 'new':
      return <NewEntryPanel key={side.day} plan={plan} control={control} day={side.day} onClose={onClose} />
    case 'date':
      return <DatePanel key={side.id} plan={plan} control={control} id={side.id} onClose={onClose} />
    case 'channel':
      return <ChannelPanel key={side.id} plan={plan} control={control} id={side.id} onClose={onClose} />
    case 'entry': {
      const publication = plan.byId.get(side.id)
      if (!publication) return null
      return (
        <EntryPanel
          key={publication.id}
          plan={plan}
          control={control}
          publication={publication}
          onEarlier={onEarlier}
          onClose={onClose}
        />
      )
    }
  }
}
