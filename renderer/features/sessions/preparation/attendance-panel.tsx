import { Button, Group } from '@mantine/core'
import { IconRefresh, IconUserPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { type Attendee, type AttendeeId, initialsClashes } from '../../../../shared/domain/sessions'
import { moveAttendee } from '../../../commands/sessions/move-attendee'
import { refreshAttendees } from '../../../commands/sessions/refresh-attendees'
import { removeAttendee } from '../../../commands/sessions/remove-attendee'
import { useNotify } from '../../../ui/notify'
import { stepFocus } from '../step-focus'
import classes from './attendance.module.css'
import { AttendanceRow } from './attendance-row'
import { AttendeeEditor } from './attendee-editor'
import { GuestForm } from './guest-form'
import panel from './preparation.module.css'
import type { Preparation } from './use-preparation'

const NAME = 'button[data-attendee]'

function refreshedText(added: number, updated: number): string {
  const parts = [
    added > 0 ? `${added === 1 ? 'se agregó 1 persona' : `se agregaron ${added} personas`}` : '',
    updated > 0 ? `${updated === 1 ? 'cambió 1 renglón' : `cambiaron ${updated} renglones`}` : '',
  ].filter((part) => part !== '')
  return `Lista actualizada desde el directorio: ${parts.join(' y ')}.`
}

/** The edits of the attendance list. */
function useAttendance({ deps, record, run }: Preparation) {
  const notify = useNotify()
  const { session } = record.plan
  const move = (attendee: Attendee, step: 1 | -1) =>
    run({ what: 'el cambio de lugar', done: null }, () => moveAttendee(deps, session.id, attendee.id, step))
  const remove = (attendee: Attendee) =>
    run({ what: 'quitar de la lista', done: `Se quitó de la lista a ${attendee.fullName}.` }, () =>
      removeAttendee(deps, session.id, attendee.id),
    )
  const refresh = async () => {
    let told = ''
    await run({ what: 'la lista de asistencia', done: null }, async () => {
      const refreshed = await refreshAttendees(deps, session.id)
      if (!refreshed.ok) return refreshed
      const { added, updated, edited } = refreshed.value
      told = edited ? refreshedText(added, updated) : 'La lista ya coincide con el directorio.'
      return { ok: true, value: edited }
    })
    if (told !== '') notify({ kind: 'done', text: told })
  }
  return { move, remove, refresh }
}

function votersText(attendees: readonly Attendee[]): string {
  const voting = attendees.filter((attendee) => attendee.hasVote).length
  return `${attendees.length === 1 ? '1 persona' : `${attendees.length} personas`} · ${voting} con voto`
}

/** Who is called: one line per seat and per guest, each opened to change who comes and how. */
export function AttendancePanel({ preparation }: { readonly preparation: Preparation }) {
  const { attendees } = preparation.record.plan
  const confused = new Set(initialsClashes(attendees).map((clash) => clash.attendee.id))
  const actions = useAttendance(preparation)
  const [openId, setOpenId] = useState<AttendeeId | null>(null)
  const [inviting, setInviting] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  return (
    <section className={panel.block} aria-labelledby="attendance-title">
      <h2 id="attendance-title" className={panel.heading}>
        Lista de asistencia <span className={panel.aside}>{votersText(attendees)}</span>
      </h2>
      <ol ref={list} className={classes.list}>
        {attendees.map((attendee) => (
          <AttendanceRow
            key={attendee.id}
            attendee={attendee}
            open={openId === attendee.id}
            confused={confused.has(attendee.id)}
            onToggle={() => setOpenId(openId === attendee.id ? null : attendee.id)}
            onMove={(step) => actions.move(attendee, step)}
            onStep={(step) => stepFocus(list.current, NAME, step)}
            onRemove={() => actions.remove(attendee)}
          >
            {openId === attendee.id && <AttendeeEditor preparation={preparation} attendee={attendee} />}
          </AttendanceRow>
        ))}
      </ol>
      {inviting ? (
        <GuestForm preparation={preparation} onClose={() => setInviting(false)} />
      ) : (
        <Group gap="sm" mt={8}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUserPlus size={14} />}
            onClick={() => setInviting(true)}
          >
            Agregar persona invitada
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            onClick={actions.refresh}
          >
            Actualizar desde el directorio
          </Button>
        </Group>
      )}
    </section>
  )
}
