import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { draftOfHolder, isInForce, type Membership, STANDING_LABELS } from '../../../shared/domain/people'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { removeHolder } from '../../commands/directory/remove-holder'
import { changeHolder } from '../../commands/directory/save-holder'
import { formatDay } from '../../ui/format'
import classes from './directory.module.css'
import { type Holder, listedName } from './directory-lines'
import { HolderForm } from './holder-form'
import { proposeStoredHolder } from './holder-proposal'
import { rowOf } from './seats-table'
import type { DirectoryEdits } from './use-directory-edits'

interface HolderCardProps {
  readonly holder: Holder
  readonly today: IsoDate
  readonly knownNames: readonly string[]
  readonly edits: DirectoryEdits
}

/** "Titular desde dom 1 oct 2017", "Titular hasta sáb 30 sep 2017". */
function placeText({ standing, validFrom, validUntil }: Membership): string {
  const from = validFrom === null ? '' : ` desde ${formatDay(validFrom)}`
  const until = validUntil === null ? '' : ` hasta ${formatDay(validUntil)}`
  return `${STANDING_LABELS[standing]}${from}${until}`
}

function HolderActions({ holder, today, edits }: Omit<HolderCardProps, 'knownNames'>) {
  const deps = useDeps()
  const { membership, person } = holder
  const endToday = () =>
    edits.run({ what: 'la vigencia', done: `Hoy es el último día de ${person.fullName}.` }, () =>
      changeHolder(deps, membership, { ...draftOfHolder(person, membership), validUntil: today }),
    )
  const remove = async () => {
    const removed = await edits.run({ what: 'a la persona', done: `Se quitó a ${person.fullName}.` }, () =>
      removeHolder(deps, membership, person.fullName),
    )
    if (removed.ok) rowOf(membership.seatId)?.focus()
  }
  return (
    <>
      {isInForce(membership, today) && membership.validUntil === null && (
        <Button size="xs" variant="default" onClick={() => void endToday()}>
          Termina hoy
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={14} />}
        aria-label={`Quitar a ${person.fullName}`}
        onClick={() => void remove()}
      >
        Quitar
      </Button>
    </>
  )
}

/** Somebody in a seat: a line that opens into her form. */
export function HolderCard({ holder, today, knownNames, edits }: HolderCardProps) {
  const deps = useDeps()
  const formId = useId()
  const [isOpen, setOpen] = useState(false)
  const { membership, person } = holder
  const isCurrent = isInForce(membership, today)
  return (
    <li className={isCurrent ? classes.holder : `${classes.holder} ${classes.past}`}>
      <button
        type="button"
        className={classes.holderLine}
        aria-expanded={isOpen}
        aria-controls={formId}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? (
          <IconChevronDown size={16} className={classes.fixed} />
        ) : (
          <IconChevronRight size={16} className={classes.fixed} />
        )}
        <span className={classes.holderName}>
          {listedName(person)}
          <span className={classes.under}>{placeText(membership)}</span>
        </span>
        <span className={classes.initials} title="Iniciales en la Sala">
          {person.initials}
        </span>
      </button>
      <div id={formId} className={isOpen ? classes.inside : undefined}>
        {isOpen && (
          <HolderForm
            draft={draftOfHolder(person, membership)}
            isNew={false}
            knownNames={knownNames}
            propose={proposeStoredHolder}
            save={(draft) =>
              edits.run({ what: 'la persona', done: `Datos de ${draft.fullName} guardados.` }, () =>
                changeHolder(deps, membership, draft),
              )
            }
            onCancel={() => setOpen(false)}
          >
            <HolderActions holder={holder} today={today} edits={edits} />
          </HolderForm>
        )}
      </div>
    </li>
  )
}
