import { Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { Link } from 'wouter'
import {
  draftOfItem,
  type ItemRecord,
  PRIORITY_LABELS,
  partiesText,
} from '../../../../shared/domain/follow-up'
import { useDeps } from '../../../commands/deps'
import { editItem } from '../../../commands/follow-up/edit-item'
import { removeItems } from '../../../commands/follow-up/remove-items'
import type { FollowUp } from '../../../data/follow-up-book'
import { FilesField } from '../../../edits/files/files-field'
import { formatDay } from '../../../ui/format'
import { Kbd } from '../../../ui/kbd'
import { SidePanel } from '../../../ui/side-panel'
import { useFollowUpActions } from '../actions-context'
import { sessionNamer } from '../choices'
import classes from '../follow-up.module.css'
import { lastAuthor } from '../follow-up-author'
import { ItemStateMark, UrgencyMark } from '../marks'
import { originPath } from '../origin-path'
import { DeadlineCount } from './deadline-count'
import { EventForm } from './event-form'
import { ItemStory } from './item-story'

interface ItemPanelProps {
  readonly record: ItemRecord
  readonly followUp: FollowUp
  readonly onEdit: () => void
  readonly onClose: () => void
}

/** Where the item comes from, one key away. */
function Origin({ record, followUp }: Pick<ItemPanelProps, 'record' | 'followUp'>) {
  const { origin } = record.item
  if (origin.kind === 'report') return <>Informe: {origin.reference}</>
  if (origin.kind === 'manual') return <>{origin.note === '' ? 'Escrito a mano' : origin.note}</>
  const name = sessionNamer(followUp.sessions)(origin.sessionId)
  const point = origin.pointNumber === null ? '' : `, punto ${origin.pointNumber}`
  return (
    <>
      <Link href={originPath(origin)} className={classes.link ?? ''}>
        {name}
        {point}
      </Link>{' '}
      <Kbd keys="O" />
      {origin.factId !== null && (
        <>
          {' · '}
          <Link href={`/sesiones/${origin.sessionId}/sala`} className={classes.link ?? ''}>
            el hecho, en la Sala
          </Link>
        </>
      )}
    </>
  )
}

function Facts({ record, followUp }: Pick<ItemPanelProps, 'record' | 'followUp'>) {
  const { item } = record
  const rows: readonly (readonly [string, string])[] = [
    ['Responsables', partiesText(item.responsible) || 'por definir'],
    ['Apoyan', partiesText(item.supporting)],
    ['Depende de', item.external],
    ['Prioridad', PRIORITY_LABELS[item.priority]],
    ['Etiquetas', item.tags.join(', ')],
    ['Pendiente desde', formatDay(item.openedOn)],
  ]
  return (
    <dl className={classes.facts}>
      {rows
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      <div>
        <dt>Origen</dt>
        <dd>
          <Origin record={record} followUp={followUp} />
        </dd>
      </div>
    </dl>
  )
}

function PanelButtons({ record, onEdit, onClose }: Omit<ItemPanelProps, 'followUp'>) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const { id, code } = record.item
  const remove = async () => {
    const failure = await run(`Se eliminó ${code}.`, () => removeItems(deps, [id]))
    if (!failure) onClose()
  }
  return (
    <div className={classes.buttons}>
      <Button size="compact-sm" variant="default" leftSection={<IconPencil size={14} />} onClick={onEdit}>
        Editar datos
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} />}
        onClick={() => void remove()}
      >
        Eliminar
      </Button>
      <span className={classes.quiet}>
        Estado: <Kbd keys="E" />
      </span>
    </div>
  )
}

/** The whole of an item: what was agreed, its deadline counted day by day, its evidence and its story. */
export function ItemPanel({ record, followUp, onEdit, onClose }: ItemPanelProps) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const { item, standing } = record
  return (
    <SidePanel
      onEscape="leaves-field"
      title={item.code}
      aside={<ItemStateMark state={standing.state} />}
      onClose={onClose}
    >
      <h3 className={classes.itemTitle}>{item.title}</h3>
      <UrgencyMark record={record} />
      {item.text !== '' && item.text !== item.title && (
        <blockquote className={classes.agreed}>{item.text}</blockquote>
      )}
      <Facts record={record} followUp={followUp} />
      <PanelButtons record={record} onEdit={onEdit} onClose={onClose} />
      <DeadlineCount record={record} context={followUp.context} />
      <EventForm record={record} followUp={followUp} />
      <h3 className={classes.partTitle}>Archivos</h3>
      <FilesField
        files={item.attachments}
        label="Adjuntar…"
        onChange={(attachments) =>
          void run(`Archivos de ${item.code}, al día.`, () =>
            editItem(deps, item.id, { ...draftOfItem(item), attachments }, lastAuthor()),
          )
        }
      />
      <ItemStory record={record} followUp={followUp} />
    </SidePanel>
  )
}
