import { Button } from '@mantine/core'
import { useRef } from 'react'
import { ok } from '../../../../shared/lib/result'
import { useDeps } from '../../../commands/deps'
import {
  type CalendarFailure,
  type ImportedCalendar,
  importCalendar,
} from '../../../commands/publications/import/import-calendar'
import { useBody } from '../../../data/current-body'
import { useNotify } from '../../../ui/notify'
import { useCalendarActions } from '../calendar-context'

const REFUSED: Readonly<Record<(CalendarFailure & { kind: 'calendar' })['why'], string>> = {
  'not-a-calendar': 'no es un calendario .ics o está dañado. Expórtelo de nuevo desde su programa.',
  'too-large': 'pesa más de 5 MB. Exporte un calendario con solo las fechas que necesita.',
  unreadable: 'no se pudo leer. Revise que siga ahí y que tenga permiso de abrirlo.',
}

/** Events that are named; more are counted. */
const NAMED = 8

function leftText({ left, added }: ImportedCalendar): string {
  const named = left.slice(0, NAMED).map(({ name, why }) => `«${name}» ${why}`)
  const rest = left.length - named.length
  const more = rest > 0 ? `; y ${rest} más` : ''
  const start = added === 0 ? 'No se agregó ninguna fecha' : 'Quedaron fuera'
  return left.length === 0
    ? `${start}: el calendario no tiene eventos.`
    : `${start}: ${named.join('; ')}${more}.`
}

/** Takes the dates of a calendar file into the catalogue; what cannot be said there is named. */
export function ImportButton() {
  const deps = useDeps()
  const { id } = useBody()
  const notify = useNotify()
  const { run } = useCalendarActions()
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    let imported: ImportedCalendar | null = null
    await run(`Se agregaron al catálogo las fechas de ${file.name}.`, async () => {
      const result = await importCalendar(deps, id, file)
      if (result.ok) {
        imported = result.value
        return ok(result.value.edited)
      }
      if (result.error.kind !== 'calendar') return { ok: false, error: result.error }
      notify({ kind: 'error', text: `Nada cambió: «${file.name}» ${REFUSED[result.error.why]}` })
      return ok(null)
    })
    const told = imported as ImportedCalendar | null
    if (told && (told.left.length > 0 || told.added === 0)) notify({ kind: 'warning', text: leftText(told) })
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ics,text/calendar"
        aria-label="Calendario para importar"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          void take(file)
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        Importar fechas (.ics)…
      </Button>
    </>
  )
}
