import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { CHANNEL_KIND_LABELS, type Channel, isChannelInForce } from '../../../../shared/domain/publications'
import { useDeps } from '../../../commands/deps'
import { removeChannel } from '../../../commands/publications/edit-catalogue'
import { formatDay } from '../../../ui/format'
import { useCalendarActions } from '../calendar-context'
import type { Plan } from '../use-plan'
import classes from './catalogue.module.css'

function validityText({ validFrom, validUntil }: Channel): string {
  const from = validFrom === null ? '' : `desde ${formatDay(validFrom)}`
  const until = validUntil === null ? '' : `hasta ${formatDay(validUntil)}`
  return [from, until].filter((part) => part !== '').join(' ') || 'siempre'
}

function ChannelRow({ channel, plan }: { readonly channel: Channel; readonly plan: Plan }) {
  const deps = useDeps()
  const { run, editChannel } = useCalendarActions()
  const inForce = isChannelInForce(channel, plan.today)
  const remove = () =>
    void run(`Se quitó el canal ${channel.name}.`, () => removeChannel(deps, channel.bodyId, channel.id))
  return (
    <tr>
      <td>
        <button type="button" className={classes.link} onClick={() => editChannel(channel.id)}>
          {channel.name}
        </button>
      </td>
      <td>{CHANNEL_KIND_LABELS[channel.kind]}</td>
      <td>{channel.image ? `${channel.image.width} × ${channel.image.height} px` : 'no recorta'}</td>
      <td>
        <span className={inForce ? classes.good : classes.quiet}>
          <span aria-hidden="true">{inForce ? '●' : '✕'}</span> {inForce ? 'vigente' : 'no vigente'}
        </span>{' '}
        <span className={classes.quiet}>{validityText(channel)}</span>
      </td>
      <td className={classes.actions}>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={`Quitar el canal ${channel.name}`}
          onClick={remove}
        >
          Quitar
        </Button>
      </td>
    </tr>
  )
}

/** Where things are published, with the size of its images and while each has its name. */
export function ChannelsSection({ plan }: { readonly plan: Plan }) {
  const { editChannel } = useCalendarActions()
  return (
    <section aria-label="Canales">
      <div className={classes.filters}>
        <h2 className={classes.heading}>Canales</h2>
        <span className={classes.spring} />
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => editChannel(null)}>
          Nuevo canal
        </Button>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Canal</th>
            <th scope="col">Tipo</th>
            <th scope="col">Imagen</th>
            <th scope="col">Vigencia</th>
            <th scope="col" className={classes.actionsHead}>
              <span className={classes.hidden}>Acciones</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} plan={plan} />
          ))}
        </tbody>
      </table>
      {plan.channels.length === 0 && <p className={classes.quiet}>Todavía no hay canales.</p>}
    </section>
  )
}
