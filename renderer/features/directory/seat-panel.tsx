import { Button, CloseButton, Text, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { type Directory, draftOfSeat, isInForce, type SeatDraft } from '../../../shared/domain/people'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { changeSeat } from '../../commands/directory/save-seat'
import { Kbd } from '../../ui/kbd'
import { useShortcuts } from '../../ui/use-shortcuts'
import classes from './directory.module.css'
import type { SeatLine } from './directory-lines'
import { HolderCard } from './holder-card'
import { NewHolder } from './new-holder'
import { SeatForm } from './seat-form'
import type { DirectoryEdits } from './use-directory-edits'

interface SeatPanelProps {
  readonly line: SeatLine
  readonly directory: Directory
  readonly today: IsoDate
  readonly edits: DirectoryEdits
  readonly onRemove: () => void
  readonly onClose: () => void
}

function Holders({ line, directory, today, edits }: Omit<SeatPanelProps, 'onRemove' | 'onClose'>) {
  const [isAdding, setAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  useShortcuts({ p: () => setAdding(true) })
  const knownNames = directory.persons.map(({ fullName }) => fullName)
  const current = line.holders.filter(({ membership }) => isInForce(membership, today))
  const others = line.holders.filter(({ membership }) => !isInForce(membership, today))
  return (
    <section aria-label="Quién la ocupa" className={classes.block}>
      <div className={classes.blockHead}>
        <Title order={3} size="h6">
          Quién la ocupa
        </Title>
        <Button
          ref={add}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          rightSection={<Kbd keys="P" />}
          onClick={() => setAdding(true)}
        >
          Agregar persona
        </Button>
      </div>
      {isAdding && (
        <div className={classes.adding}>
          <NewHolder
            line={line}
            directory={directory}
            today={today}
            edits={edits}
            onClose={() => {
              setAdding(false)
              add.current?.focus()
            }}
          />
        </div>
      )}
      {current.length === 0 && !isAdding && (
        <Text size="sm" c="var(--q-warning)">
          Vacante: nadie será convocado por esta área.
        </Text>
      )}
      <ul className={classes.holders}>
        {[...current, ...others].map((holder) => (
          <HolderCard
            key={holder.membership.id}
            holder={holder}
            today={today}
            knownNames={knownNames}
            edits={edits}
          />
        ))}
      </ul>
    </section>
  )
}

/** Everything about one seat: what it is, and who sits in it. */
export function SeatPanel(props: SeatPanelProps) {
  const { line, edits, onRemove, onClose } = props
  const deps = useDeps()
  const { seat } = line
  const save = (draft: SeatDraft) =>
    edits.run({ what: 'el área', done: `Área ${draft.acronym || draft.name} guardada.` }, () =>
      changeSeat(deps, seat.bodyId, seat.id, draft),
    )
  return (
    <aside className={classes.panel} aria-label={`Detalle de ${seat.acronym || seat.name}`}>
      <div className={classes.panelHead}>
        <Title order={2} size="h5" className={classes.panelTitle}>
          {seat.acronym || seat.name}
        </Title>
        <CloseButton aria-label="Cerrar detalle" onClick={onClose} />
      </div>
      <Holders {...props} />
      <section aria-label="Área" className={classes.block}>
        <Title order={3} size="h6">
          Área
        </Title>
        <SeatForm draft={draftOfSeat(seat)} isNew={false} save={save} onCancel={() => undefined}>
          <Button size="xs" variant="default" leftSection={<IconTrash size={14} />} onClick={onRemove}>
            Eliminar área
          </Button>
        </SeatForm>
      </section>
    </aside>
  )
}
