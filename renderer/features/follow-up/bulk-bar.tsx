import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  ITEM_STATES,
  type ItemId,
  itemStateSchema,
  PRIORITY_LABELS,
  prioritySchema,
  STATE_LABELS,
} from '../../../shared/domain/follow-up'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { useParties } from '../../commands/directory/use-parties'
import { type BulkChange, bulkChange } from '../../commands/follow-up/bulk-change'
import { removeItems } from '../../commands/follow-up/remove-items'
import { useFollowUpActions } from './actions-context'
import { itemsText } from './choices'
import classes from './follow-up.module.css'
import { lastAuthor, quickEvent } from './follow-up-author'
import type { Selection } from './use-selection'

type ApplyBulk = (change: BulkChange) => void

function useBulk(selection: Selection) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const ids: readonly ItemId[] = [...selection.ticked]
  return {
    count: ids.length,
    apply: (change: BulkChange) => {
      const done = ids.length === 1 ? 'Se cambió 1 asunto.' : `Se cambiaron ${itemsText(ids.length)}.`
      void run(done, () => bulkChange(deps, ids, change))
    },
    remove: async () => {
      const done = ids.length === 1 ? 'Se eliminó 1 asunto.' : `Se eliminaron ${itemsText(ids.length)}.`
      const failure = await run(done, () => removeItems(deps, ids))
      if (!failure) selection.clearTicks()
    },
  }
}

/** A field whose text is given to every ticked item on Enter. */
function BulkText({ label, onText }: { readonly label: string; readonly onText: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <TextInput
      size="xs"
      w={150}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text.trim() === '') return
        onText(text.trim())
        setText('')
      }}
    />
  )
}

function Choices({ apply, today }: { readonly apply: ApplyBulk; readonly today: IsoDate }) {
  const { finder } = useParties()
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label="Cambiar el estado de los elegidos"
        value=""
        data={[
          { value: '', label: 'Estado…' },
          ...ITEM_STATES.map((value) => ({ value, label: STATE_LABELS[value] })),
        ]}
        onChange={(event) => {
          const to = itemStateSchema.safeParse(event.currentTarget.value)
          if (to.success) {
            apply({ kind: 'event', draft: { ...quickEvent(today), body: { kind: 'state', to: to.data } } })
          }
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="Cambiar la prioridad de los elegidos"
        value=""
        data={[
          { value: '', label: 'Prioridad…' },
          ...prioritySchema.options.map((value) => ({ value, label: PRIORITY_LABELS[value] })),
        ]}
        onChange={(event) => {
          const priority = prioritySchema.safeParse(event.currentTarget.value)
          if (priority.success) {
            apply({ kind: 'fields', fields: { priority: priority.data }, author: lastAuthor() })
          }
        }}
      />
      <BulkText
        label="Responsable ⏎"
        onText={(text) =>
          apply({ kind: 'fields', fields: { responsible: finder.parties(text) }, author: lastAuthor() })
        }
      />
      <BulkText
        label="Agregar etiqueta ⏎"
        onText={(text) => apply({ kind: 'tags', add: [text], drop: [], author: lastAuthor() })}
      />
    </>
  )
}

/** What can be done to the ticked items at once. */
export function BulkBar({ selection, today }: { readonly selection: Selection; readonly today: IsoDate }) {
  const { count, apply, remove } = useBulk(selection)
  return (
    <section className={classes.bulk} aria-label="Cambiar varios asuntos">
      <strong aria-live="polite">
        {count === 1 ? '1 elegido' : `${count.toLocaleString('es-MX')} elegidos`}
      </strong>
      <Choices apply={apply} today={today} />
      <Button size="compact-sm" variant="default" onClick={() => void remove()}>
        Eliminar
      </Button>
      <span className={classes.spring} />
      <Button size="compact-sm" variant="subtle" onClick={selection.clearTicks}>
        Quitar la selección
      </Button>
    </section>
  )
}
