import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  CHANNEL_KIND_LABELS,
  type ChannelDraft,
  type ChannelId,
  type ChannelProblem,
  channelKindSchema,
  draftOfChannel,
} from '../../../../shared/domain/publications'
import { useDeps } from '../../../commands/deps'
import { saveChannel } from '../../../commands/publications/edit-catalogue'
import { useBody } from '../../../data/current-body'
import { Kbd } from '../../../ui/kbd'
import { useCalendarActions } from '../calendar-context'
import { PanelFrame } from '../panel-frame'
import type { Plan } from '../use-plan'
import classes from './catalogue.module.css'

const CHANNEL_FORM = 'channel-form'

const EMPTY: ChannelDraft = {
  name: '',
  kind: 'other',
  width: '',
  height: '',
  validFrom: '',
  validUntil: '',
}

interface ChannelPanelProps {
  readonly plan: Plan
  readonly id: ChannelId | null
  readonly onClose: () => void
}

const TEXT_FIELDS: readonly {
  readonly field: 'width' | 'height' | 'validFrom' | 'validUntil'
  readonly label: string
}[] = [
  { field: 'width', label: 'Ancho de la imagen (px)' },
  { field: 'height', label: 'Alto de la imagen (px)' },
  { field: 'validFrom', label: 'Vigente desde' },
  { field: 'validUntil', label: 'Vigente hasta' },
]

/** A place where things are published: its name, the size of its images, and while it is called so. */
export function ChannelPanel({ plan, id, onClose }: ChannelPanelProps) {
  const deps = useDeps()
  const body = useBody()
  const { run } = useCalendarActions()
  const stored = plan.channels.find((channel) => channel.id === id)
  const [draft, setDraft] = useState(() => (stored ? draftOfChannel(stored) : EMPTY))
  const [problems, setProblems] = useState<readonly ChannelProblem[]>([])
  const errorOf = (field: keyof ChannelDraft) => problems.find((problem) => problem.field === field)?.message
  const save = async () => {
    const saved = await run(`Se guardó el canal ${draft.name.trim()}.`, () =>
      saveChannel(deps, body.id, id, draft),
    )
    if (saved.ok) onClose()
    else if (saved.error.kind === 'channel') setProblems(saved.error.problems)
  }
  return (
    <PanelFrame
      title={id === null ? 'Nuevo canal' : 'Canal'}
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={CHANNEL_FORM}>
            Guardar el canal
          </Button>
          <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
            Cancelar
          </Button>
        </>
      }
    >
      <form
        id={CHANNEL_FORM}
        className={classes.form}
        aria-label="Canal"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          label="Nombre"
          autoFocus
          value={draft.name}
          error={errorOf('name')}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <NativeSelect
          label="Tipo"
          value={draft.kind}
          data={channelKindSchema.options.map((value) => ({ value, label: CHANNEL_KIND_LABELS[value] }))}
          onChange={(event) =>
            setDraft({ ...draft, kind: channelKindSchema.parse(event.currentTarget.value) })
          }
        />
        <div className={classes.two}>
          {TEXT_FIELDS.map(({ field, label }) => (
            <TextInput
              key={field}
              type={field.startsWith('valid') ? 'date' : 'text'}
              label={label}
              value={draft[field]}
              error={errorOf(field)}
              onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
            />
          ))}
        </div>
        <p className={classes.quiet}>
          Sin medidas, el canal no recorta imágenes. Si cambia de nombre, ponga fin a este y agregue otro: lo
          ya publicado conserva el suyo.
        </p>
      </form>
    </PanelFrame>
  )
}
