import { CloseButton, Title } from '@mantine/core'
import { useState } from 'react'
import type { BodyId } from '../../../shared/domain/bodies'
import { type Seat, type SeatDraft, seatIdSchema } from '../../../shared/domain/people'
import { useDeps } from '../../commands/deps'
import { addSeat } from '../../commands/directory/save-seat'
import classes from './directory.module.css'
import { SeatForm } from './seat-form'
import type { DirectoryEdits } from './use-directory-edits'

const BLANK: SeatDraft = {
  name: '',
  acronym: '',
  role: 'member',
  hasVote: true,
  signs: true,
  validFrom: '',
  validUntil: '',
}

interface NewSeatPanelProps {
  readonly bodyId: BodyId
  readonly edits: DirectoryEdits
  readonly onAdded: (id: Seat['id']) => void
  readonly onClose: () => void
}

/** Form of a seat that does not exist yet; once stored, it is shown like any other. */
export function NewSeatPanel({ bodyId, edits, onAdded, onClose }: NewSeatPanelProps) {
  const deps = useDeps()
  const [id] = useState(() => seatIdSchema.parse(deps.effects.newId()))
  const save = async (draft: SeatDraft) => {
    const result = await edits.run(
      { what: 'el área', done: `Se agregó ${draft.acronym || draft.name}.` },
      () => addSeat(deps, bodyId, id, draft),
    )
    if (result.ok) onAdded(id)
    return result
  }
  return (
    <aside className={classes.panel} aria-label="Área nueva">
      <div className={classes.panelHead}>
        <Title order={2} size="h5">
          Área nueva
        </Title>
        <CloseButton aria-label="Cerrar sin agregar" onClick={onClose} />
      </div>
      <section className={classes.block} aria-label="Datos del área">
        <SeatForm draft={BLANK} isNew save={save} onCancel={onClose} />
      </section>
    </aside>
  )
}
