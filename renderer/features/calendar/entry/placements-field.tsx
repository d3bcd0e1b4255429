import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type Channel,
  channelsOn,
  isChannelInForce,
  type PlacementDraft,
} from '../../../../shared/domain/publications'
import { isIsoDate, isoDate } from '../../../../shared/lib/iso-date'
import { FilesField } from '../../../edits/files/files-field'
import { DateField } from '../../../ui/date-field'
import { WebLink } from '../../../ui/web-link'
import classes from './entry.module.css'
import type { EntryDraft } from './use-entry-draft'

interface PlacementsFieldProps {
  readonly form: EntryDraft
  readonly channels: readonly Channel[]
}

/** Channels to offer: those in force on the day, and those it already has. */
function offered(channels: readonly Channel[], draft: EntryDraft['draft']): readonly Channel[] {
  const inForce = isIsoDate(draft.on) ? channelsOn(channels, isoDate(draft.on)) : channels
  const kept = channels.filter(
    ({ id }) =>
      draft.placements.some(({ channelId }) => channelId === id) && !inForce.some((one) => one.id === id),
  )
  return [...inForce, ...kept]
}

const NOTHING = { publishedOn: null, withdrawnOn: null, link: null, evidence: [], reach: null } as const

function dayOf(text: string): string | null {
  return text === '' ? null : text
}

/** What is said, once saving was refused, of a day that was left half typed. */
function halfDay(text: string | null): string | undefined {
  return text === null || isIsoDate(text) ? undefined : 'La fecha no existe o está incompleta.'
}

function reachOf(text: string): number | null {
  const digits = text.replace(/[^\d]/g, '').slice(0, 12)
  return digits === '' ? null : Number(digits)
}

interface DetailProps {
  readonly channel: Channel
  readonly placement: PlacementDraft
  /** Whether it was refused as it stands. */
  readonly isRefused: boolean
  readonly onChange: (placement: PlacementDraft) => void
}

/** What became of it in a channel. */
function Detail({ channel, placement, isRefused, onChange }: DetailProps) {
  const { publishedOn, withdrawnOn, link, reach, evidence } = placement
  return (
    <div className={classes.placement}>
      <div className={classes.two}>
        <DateField
          size="xs"
          label="Publicada el"
          value={publishedOn ?? ''}
          error={isRefused ? halfDay(publishedOn) : undefined}
          onChange={(text) => onChange({ ...placement, publishedOn: dayOf(text) })}
        />
        <DateField
          size="xs"
          label="Retirada el"
          value={withdrawnOn ?? ''}
          error={isRefused ? halfDay(withdrawnOn) : undefined}
          onChange={(text) => onChange({ ...placement, withdrawnOn: dayOf(text) })}
        />
        <TextInput
          size="xs"
          label="Enlace de lo publicado"
          description={link?.startsWith('https://') ? <WebLink href={link} label="Abrir" /> : undefined}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder="https://…"
          value={link ?? ''}
          onChange={(event) => {
            const text = event.currentTarget.value.trim()
            onChange({ ...placement, link: text === '' ? null : text })
          }}
        />
        <TextInput
          size="xs"
          label="Alcance (personas)"
          inputMode="numeric"
          value={reach === null ? '' : reach.toLocaleString('es-MX')}
          onChange={(event) => onChange({ ...placement, reach: reachOf(event.currentTarget.value) })}
        />
      </div>
      <FilesField
        name={`Evidencia en ${channel.name}`}
        files={evidence}
        onChange={(files) => onChange({ ...placement, evidence: files })}
      />
    </div>
  )
}

function Published(props: DetailProps) {
  const { publishedOn, withdrawnOn } = props.placement
  // Kept apart from what is stored: it must not fold while its date is erased to write another.
  const [isOpen, setOpen] = useState(false)
  const isUp = publishedOn !== null && isIsoDate(publishedOn)
  return (
    <details
      className={classes.detail}
      open={isOpen || publishedOn !== null || withdrawnOn !== null}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{isUp ? 'Publicada' : 'Lo publicado'}</summary>
      <Detail {...props} />
    </details>
  )
}

/** Where it is published and what became of it in each channel. */
export function PlacementsField({ form, channels }: PlacementsFieldProps) {
  const { draft, set, errorOf } = form
  const list = offered(channels, draft)
  const error = errorOf('placements')
  const change = (placement: PlacementDraft) =>
    set({
      placements: draft.placements.map((one) => (one.channelId === placement.channelId ? placement : one)),
    })
  const toggle = (channel: Channel, isOn: boolean) =>
    set({
      placements: isOn
        ? [...draft.placements, { channelId: channel.id, ...NOTHING }]
        : draft.placements.filter(({ channelId }) => channelId !== channel.id),
    })
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partTitle}>Canales</legend>
      {list.length === 0 && (
        <p className={classes.quiet}>No hay canales vigentes ese día; agréguelos en Catálogo.</p>
      )}
      {list.map((channel) => {
        const placement = draft.placements.find(({ channelId }) => channelId === channel.id)
        const isOutdated = isIsoDate(draft.on) && !isChannelInForce(channel, isoDate(draft.on))
        return (
          <div key={channel.id}>
            <Checkbox
              size="sm"
              label={isOutdated ? `${channel.name} (no está vigente ese día)` : channel.name}
              checked={placement !== undefined}
              onChange={(event) => toggle(channel, event.currentTarget.checked)}
            />
            {placement && (
              <Published
                channel={channel}
                placement={placement}
                isRefused={error !== undefined}
                onChange={change}
              />
            )}
          </div>
        )
      })}
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
