import { NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import {
  draftOfItem,
  type ItemRecord,
  PRIORITY_LABELS,
  partiesText,
  prioritySchema,
} from '../../../shared/domain/follow-up'
import { useDeps } from '../../commands/deps'
import { useParties } from '../../commands/directory/use-parties'
import { editItem } from '../../commands/follow-up/edit-item'
import { useFollowUpActions } from './actions-context'
import { lastAuthor } from './follow-up-author'
import classes from './items-table.module.css'

interface RowEditorProps {
  readonly record: ItemRecord
  readonly onDone: () => void
}

/** Title, responsible and priority of an item, edited in its line: Enter stores, Esc leaves. */
export function RowEditor({ record, onDone }: RowEditorProps) {
  const { item } = record
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const { finder } = useParties()
  const [title, setTitle] = useState(item.title)
  const [who, setWho] = useState(item.responsible.map(({ name }) => name).join('; '))
  const [priority, setPriority] = useState(item.priority)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    const isSame = who === item.responsible.map(({ name }) => name).join('; ')
    const responsible = isSame ? item.responsible : finder.parties(who)
    const draft = { ...draftOfItem(item), title, responsible, priority }
    const failure = await run(`Se cambió ${item.code}.`, () => editItem(deps, item.id, draft, lastAuthor()))
    if (failure?.kind === 'item') setProblem(failure.problems.map(({ message }) => message).join(' '))
    else if (!failure) onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void save()
    if (event.key === 'Escape') onDone()
    event.stopPropagation()
  }
  return (
    <td className={classes.editor} onKeyDown={onKeyDown}>
      <TextInput
        className={classes.grow ?? ''}
        size="xs"
        aria-label={`Qué se acordó, ${item.code}`}
        value={title}
        autoFocus
        error={problem}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        className={classes.short ?? ''}
        size="xs"
        aria-label={`Responsables de ${item.code}, separados por punto y coma`}
        title={partiesText(item.responsible)}
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      <NativeSelect
        className={classes.priority ?? ''}
        size="xs"
        aria-label={`Prioridad de ${item.code}`}
        value={priority}
        data={prioritySchema.options.map((value) => ({ value, label: PRIORITY_LABELS[value] }))}
        onChange={(event) => setPriority(prioritySchema.parse(event.currentTarget.value))}
      />
      <button type="button" className={classes.save} onClick={() => void save()}>
        Guardar <span aria-hidden="true">⏎</span>
      </button>
    </td>
  )
}
