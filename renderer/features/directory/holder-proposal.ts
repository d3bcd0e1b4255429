import {
  type Directory,
  findHonorific,
  guessGender,
  type HolderInput,
  longHonorific,
  proposeCaptions,
  proposeInitials,
  proposeShortName,
  type Seat,
} from '../../../shared/domain/people'
import { foldText } from '../../../shared/lib/spanish'

/** A value that follows from what was typed. */
export interface ProposedValue {
  readonly field: keyof HolderInput
  readonly value: string
}

/** What the user has touched. */
export interface TypedFields {
  /** The field that just changed. */
  readonly changed: string
  /** Fields the user wrote, which nothing proposes over. */
  readonly written: ReadonlySet<string>
}

/** What follows from the fields as they stand. */
export type HolderProposal = (draft: HolderInput, typed: TypedFields) => readonly ProposedValue[]

function values(entries: Partial<HolderInput>): readonly ProposedValue[] {
  return Object.entries(entries).map(([field, value]) => ({ field: field as keyof HolderInput, value }))
}

/**
 * Proposals for somebody new in a seat: all the data of a person already known by that name; otherwise
 * gender, short name, initials, form of address in prose and captions.
 */
export function proposeNewHolder(directory: Directory, seat: Seat): HolderProposal {
  return (draft, { written }) => {
    const known = directory.persons.find(({ fullName }) => foldText(fullName) === foldText(draft.fullName))
    const implied = findHonorific(draft.honorificShort)?.gender
    const guessed = known?.gender ?? implied ?? guessGender(draft.fullName) ?? ''
    const gender = written.has('gender') ? draft.gender : guessed
    const spoken = gender === '' ? 'm' : gender
    const captions = proposeCaptions(seat.name, seat.role, spoken, directory.body)
    const place = { charge: captions.charge, signatureCaption: captions.signatureCaption ?? '' }
    if (known) {
      const { shortName, initials, honorificShort, honorificLong } = known
      return values({ shortName, initials, honorificShort, honorificLong, gender, ...place })
    }
    const taken = new Set(directory.persons.map((person) => foldText(person.shortName)))
    const hasName = draft.fullName.trim() !== ''
    const shortName = hasName ? proposeShortName(draft.fullName.trim(), taken) : ''
    const others = directory.persons.map(({ initials }) => initials)
    return values({
      gender,
      honorificLong: gender === '' ? '' : longHonorific(draft.honorificShort, gender),
      shortName,
      initials: hasName ? proposeInitials(draft.fullName, shortName, others) : '',
      ...place,
    })
  }
}

/** For a stored person only the form of address in prose follows, when its short form or the gender changes. */
export function proposeStoredHolder(draft: HolderInput, { changed }: TypedFields): readonly ProposedValue[] {
  const concerns = changed === 'honorificShort' || changed === 'gender'
  if (!concerns || draft.gender === '') return []
  const honorificLong = longHonorific(draft.honorificShort, draft.gender)
  return honorificLong === '' ? [] : values({ honorificLong })
}
