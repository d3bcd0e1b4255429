import { Button, Checkbox, NativeSelect } from '@mantine/core'
import type { Person } from '../../../../shared/domain/people'
import { STANDING_LABELS } from '../../../../shared/domain/people'
import {
  type Attendee,
  attendeeSchema,
  candidatesForSeat,
  confusedWith,
  initialsClashes,
  type SeatCandidate,
  takeSeat,
} from '../../../../shared/domain/sessions'
import { changeAttendee } from '../../../commands/sessions/change-attendee'
import { Kbd } from '../../../ui/kbd'
import classes from './attendance.module.css'
import { distinguish } from './distinguish'
import { clashText } from './notice-text'
import { TextField } from './text-field'
import type { Preparation } from './use-preparation'

interface AttendeeEditorProps {
  readonly preparation: Preparation
  readonly attendee: Attendee
}

/** Who may come for the seat of a line, and everybody else of the directory who is not on the list. */
function choicesFor({ record, directory }: Preparation, attendee: Attendee) {
  const { session, attendees } = record.plan
  const { memberships, persons } = directory
  const seated: readonly SeatCandidate[] =
    attendee.seatId === null ? [] : candidatesForSeat(attendee.seatId, memberships, persons, session.date)
  const listed = new Set(attendees.map((other) => other.personId))
  const others = persons.filter(
    (person) => !listed.has(person.id) && !seated.some((each) => each.person.id === person.id),
  )
  return { seated, others }
}

interface WhoComesProps extends AttendeeEditorProps {
  readonly onChange: (changed: Attendee) => void
}

/** Titular, suplente, or another person in their place. */
function WhoComes({ preparation, attendee, onChange }: WhoComesProps) {
  const { seated, others } = choicesFor(preparation, attendee)
  const isKnown = seated.some(({ person }) => person.id === attendee.personId)
  const choose = (id: string) => {
    const candidate = seated.find(({ person }) => person.id === id)
    const person: Person | undefined = candidate?.person ?? others.find((other) => other.id === id)
    const { attendees } = preparation.record.plan
    if (person) onChange(takeSeat(attendee, person, candidate?.membership ?? null, attendees))
  }
  return (
    <NativeSelect
      label="Quién asiste"
      size="xs"
      value={attendee.personId ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {!isKnown && <option value={attendee.personId ?? ''}>{attendee.fullName}</option>}
      {seated.map(({ person, membership }) => (
        <option key={membership.id} value={person.id}>
          {person.fullName} ({STANDING_LABELS[membership.standing].toLowerCase()})
        </option>
      ))}
      <optgroup label="Otra persona del directorio">
        {others.map((person) => (
          <option key={person.id} value={person.id}>
            {person.fullName}
          </option>
        ))}
      </optgroup>
    </NativeSelect>
  )
}

interface InitialsFieldProps extends AttendeeEditorProps {
  readonly onSave: (part: Pick<Attendee, 'initials'>) => Promise<boolean>
}

/** What is typed in the room for her; when it could mean somebody else, says so and proposes others. */
function InitialsField({ preparation, attendee, onSave }: InitialsFieldProps) {
  const { attendees } = preparation.record.plan
  const clash = initialsClashes(attendees).find((each) => each.attendee.id === attendee.id)
  const problemOf = (typed: string) => {
    const other = confusedWith(attendees, attendee, typed.toLocaleUpperCase('es-MX'))
    return other && typed !== ''
      ? `Se confunde con ${other.initials}, de ${other.fullName}.`
      : 'De una a cuatro letras.'
  }
  return (
    <div className={classes.initialsField}>
      <TextField
        label="Iniciales"
        width={clash ? 230 : 150}
        value={attendee.initials}
        standing={clash ? clashText(clash) : null}
        problem={problemOf}
        onSave={async (text) => {
          const initials = text.toLocaleUpperCase('es-MX')
          return initials !== '' && confusedWith(attendees, attendee, initials) ? false : onSave({ initials })
        }}
      />
      {clash && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => distinguish(preparation)}
          rightSection={<Kbd keys="Alt+I" />}
        >
          Usar {clash.proposed}
        </Button>
      )}
    </div>
  )
}

/** How a person is listed in this session: it never changes the directory. */
export function AttendeeEditor({ preparation, attendee }: AttendeeEditorProps) {
  const { deps, run } = preparation
  const change = (changed: Attendee) =>
    run({ what: 'la lista de asistencia', done: null }, () => changeAttendee(deps, changed))
  const changeText = (part: Partial<Attendee>) => {
    const changed = attendeeSchema.safeParse({ ...attendee, ...part })
    return changed.success ? change(changed.data) : Promise.resolve(false)
  }
  return (
    <div className={classes.editor}>
      {attendee.seatId !== null && (
        <WhoComes preparation={preparation} attendee={attendee} onChange={change} />
      )}
      {attendee.personId === null && (
        <TextField
          label="Nombre"
          value={attendee.fullName}
          problem="El nombre no puede quedar vacío."
          onSave={(fullName) => changeText({ fullName })}
        />
      )}
      <TextField
        label="Cargo en la lista de asistencia"
        long
        value={attendee.charge}
        problem="El cargo no puede quedar vacío."
        onSave={(charge) => changeText({ charge })}
      />
      <TextField
        label="Cargo en la hoja de firmas"
        placeholder="El mismo que en la lista"
        value={attendee.signatureCaption ?? ''}
        problem=""
        onSave={(text) => changeText({ signatureCaption: text === '' ? null : text })}
      />
      <InitialsField preparation={preparation} attendee={attendee} onSave={changeText} />
      <div className={classes.checks}>
        <Checkbox
          size="xs"
          label="Tiene voto"
          checked={attendee.hasVote}
          onChange={() => change({ ...attendee, hasVote: !attendee.hasVote })}
        />
        <Checkbox
          size="xs"
          label="Firma la minuta"
          checked={attendee.signs}
          onChange={() => change({ ...attendee, signs: !attendee.signs })}
        />
      </div>
    </div>
  )
}
