import { Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  type Directory,
  type HolderDraft,
  type HolderInput,
  proposeCaptions,
  slashDate,
} from '../../../shared/domain/people'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { addHolder } from '../../commands/directory/save-holder'
import type { SeatLine } from './directory-lines'
import { HolderForm } from './holder-form'
import { proposeNewHolder } from './holder-proposal'
import type { DirectoryEdits } from './use-directory-edits'

interface NewHolderProps {
  readonly line: SeatLine
  readonly directory: Directory
  readonly today: IsoDate
  readonly edits: DirectoryEdits
  readonly onClose: () => void
}

function blankHolder(
  line: SeatLine,
  directory: Directory,
  followed: string | null,
  today: IsoDate,
): HolderInput {
  const captions = proposeCaptions(line.seat.name, line.seat.role, 'm', directory.body)
  return {
    fullName: '',
    shortName: '',
    initials: '',
    honorificShort: '',
    honorificLong: '',
    gender: '',
    standing: 'titular',
    charge: captions.charge,
    signatureCaption: captions.signatureCaption ?? '',
    validFrom: followed === null ? '' : today,
    validUntil: '',
  }
}

/** Form to seat somebody; when there is a titular, she can be followed: one ends the day before the other starts. */
export function NewHolder({ line, directory, today, edits, onClose }: NewHolderProps) {
  const deps = useDeps()
  const { seat, holder } = line
  const titular = holder?.membership.standing === 'titular' ? holder : null
  const [isFollowing, setFollowing] = useState(titular !== null)
  const [draft] = useState(() => blankHolder(line, directory, titular?.person.fullName ?? null, today))
  const propose = useMemo(() => proposeNewHolder(directory, seat), [directory, seat])
  const save = async (written: HolderDraft) => {
    const isTitular = written.standing === 'titular'
    const follows = isFollowing && isTitular ? (titular?.membership.id ?? null) : null
    const result = await edits.run({ what: 'la persona', done: `Se agregó a ${written.fullName}.` }, () =>
      addHolder(deps, { seat, draft: written, follows }),
    )
    if (result.ok) onClose()
    return result
  }
  return (
    <>
      {titular && (
        <Checkbox
          mb="sm"
          checked={isFollowing}
          onChange={(event) => setFollowing(event.currentTarget.checked)}
          label={`Releva a ${titular.person.fullName}`}
          description={`Su vigencia termina un día antes de la fecha en Desde (propuesta: hoy, ${slashDate(today)}). Para una suplencia, cambie el carácter.`}
        />
      )}
      <HolderForm
        draft={draft}
        isNew
        knownNames={directory.persons.map(({ fullName }) => fullName)}
        propose={propose}
        save={save}
        onCancel={onClose}
      />
    </>
  )
}
