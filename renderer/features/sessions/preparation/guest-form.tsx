import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import type { Gender } from '../../../../shared/domain/bodies'
import { type GuestDraft, type GuestProblem, readGuest } from '../../../../shared/domain/sessions'
import { addGuest } from '../../../commands/sessions/add-guest'
import classes from './attendance.module.css'
import type { Preparation } from './use-preparation'

const EMPTY: GuestDraft = { name: '', charge: '', gender: null }

const GENDERS: readonly { readonly value: Gender | ''; readonly label: string }[] = [
  { value: '', label: 'Según el nombre' },
  { value: 'f', label: 'Ella (la licenciada)' },
  { value: 'm', label: 'Él (el licenciado)' },
]

interface GuestFormProps {
  readonly preparation: Preparation
  readonly onClose: () => void
}

function useGuest({ preparation, onClose }: GuestFormProps) {
  const { deps, run, directory, record } = preparation
  const [draft, setDraft] = useState<GuestDraft>(EMPTY)
  const [problem, setProblem] = useState<GuestProblem | null>(null)
  const change = (part: Partial<GuestDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const guest = readGuest(draft, directory.persons, directory.memberships)
    if (!guest.ok) {
      setProblem(guest.error)
      return
    }
    const done = `${guest.value.fullName} se agregó a la lista, con voz y sin voto.`
    const added = await run({ what: 'la persona invitada', done }, () =>
      addGuest(deps, record.plan.session.id, guest.value),
    )
    if (added) onClose()
  }
  const errorOf = (field: keyof GuestDraft) => (problem?.field === field ? problem.text : null)
  return { draft, change, submit, errorOf }
}

/** Invites a person without a seat: from the directory by her name, or anybody with a charge. */
export function GuestForm(props: GuestFormProps) {
  const { draft, change, submit, errorOf } = useGuest(props)
  const { record, directory } = props.preparation
  const first = useRef<HTMLInputElement>(null)
  const known = useId()
  useEffect(() => first.current?.focus(), [])
  const listed = new Set(record.plan.attendees.map((attendee) => attendee.personId))
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && props.onClose()
  return (
    <form className={classes.guest} onSubmit={submit} onKeyDown={onKeyDown} aria-label="Persona invitada">
      <TextInput
        ref={first}
        size="xs"
        label="Nombre, con su tratamiento"
        placeholder="Lic. Nombre y apellidos"
        list={known}
        value={draft.name}
        error={errorOf('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <datalist id={known}>
        {directory.persons
          .filter((person) => !listed.has(person.id))
          .map((person) => (
            <option key={person.id} value={person.fullName} />
          ))}
      </datalist>
      <TextInput
        size="xs"
        label="Cargo"
        value={draft.charge}
        error={errorOf('charge')}
        onChange={(event) => change({ charge: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label="Cómo nombrarla"
        data={GENDERS.map(({ value, label }) => ({ value, label }))}
        value={draft.gender ?? ''}
        error={errorOf('gender')}
        onChange={(event) => {
          const chosen = GENDERS.find(({ value }) => value === event.currentTarget.value)
          change({ gender: chosen && chosen.value !== '' ? chosen.value : null })
        }}
      />
      <Group gap="sm">
        <Button type="submit" size="compact-sm">
          Agregar a la lista
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onClose}>
          Cancelar
        </Button>
      </Group>
    </form>
  )
}
