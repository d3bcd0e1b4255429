import { NativeSelect, TextInput } from '@mantine/core'
import {
  CHANNEL_KIND_LABELS,
  type ChannelDraft,
  type ChannelId,
  channelKindSchema,
  draftOfChannel,
} from '../../../../shared/domain/publications'
import { useDeps } from '../../../commands/deps'
import { saveChannel } from '../../../commands/publications/edit-catalogue'
import { useBody } from '../../../data/current-body'
import type { Plan } from '../use-plan'
import type { SideControl } from '../use-side'
import classes from './catalogue.module.css'
import { CatalogueForm } from './catalogue-form'
import { useCatalogueDraft } from './use-catalogue-draft'
import { useKeeping } from './use-keeping'
import { ValidityFields } from './validity-fields'

const EMPTY: ChannelDraft = {
  name: '',
  kind: 'other',
  width: '',
  height: '',
  validFrom: '',
  validUntil: '',
}

const SIZES = [
  { field: 'width', label: 'Ancho de la imagen (px)' },
  { field: 'height', label: 'Alto de la imagen (px)' },
] as const

interface ChannelPanelProps {
  readonly plan: Plan
  readonly control: SideControl
  readonly id: ChannelId | null
  readonly onClose: () => void
}

/** A place where things are published: its name, the size of its images, and while it is called so. */
export function ChannelPanel({ plan, control, id, onClose }: ChannelPanelProps) {
  const deps = useDeps()
  const body = useBody()
  const form = useCatalogueDraft(() => {
    const stored = plan.channels.find((channel) => channel.id === id)
    return stored ? draftOfChannel(stored) : EMPTY
  })
  const { draft, set, errorOf } = form
  const name = draft.name.trim()
  const keeping = useKeeping(control, form, {
    what: name === '' ? 'el canal nuevo' : `el canal ${name}`,
    done: `Se guardó el canal ${name}.`,
    edit: () => saveChannel(deps, body.id, id, draft),
    problemsOf: (failure) => (failure.kind === 'channel' ? failure.problems : []),
    onClose,
  })
  return (
    <CatalogueForm
      title={id === null ? 'Nuevo canal' : 'Canal'}
      name="Canal"
      saveWord="Guardar el canal"
      {...keeping}
    >
      <TextInput
        label="Nombre"
        autoFocus
        value={draft.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label="Tipo"
        value={draft.kind}
        data={channelKindSchema.options.map((value) => ({ value, label: CHANNEL_KIND_LABELS[value] }))}
        onChange={(event) => set({ kind: channelKindSchema.parse(event.currentTarget.value) })}
      />
      <div className={classes.two}>
        {SIZES.map(({ field, label }) => (
          <TextInput
            key={field}
            label={label}
            inputMode="numeric"
            value={draft[field]}
            error={errorOf(field)}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <ValidityFields value={draft} errorOf={errorOf} onChange={set} />
      <p className={classes.quiet}>
        Sin medidas, el canal no recorta imágenes. Si cambia de nombre, ponga fin a este y agregue otro: lo ya
        publicado conserva el suyo.
      </p>
    </CatalogueForm>
  )
}
