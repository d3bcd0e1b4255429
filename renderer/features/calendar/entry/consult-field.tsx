import { Button, TextInput } from '@mantine/core'
import { CONSULT_HOURS, type Consult, consultStatus } from '../../../../shared/domain/publications'
import {
  clockTimeSchema,
  type Instant,
  instantSchema,
  isClockTime,
  isIsoDate,
  isoDate,
  wallClock,
} from '../../../../shared/lib/iso-date'
import { instantAt } from '../../../../shared/lib/wall-instant'
import { useDeps } from '../../../commands/deps'
import { useBody } from '../../../data/current-body'
import { DateField } from '../../../ui/date-field'
import { formatDay } from '../../../ui/format'
import classes from './entry.module.css'

interface ConsultFieldProps {
  readonly consult: Consult | null
  readonly onChange: (consult: Consult | null) => void
}

function statusText(consult: Consult, now: Instant): string {
  const status = consultStatus(consult, now)
  switch (status.kind) {
    case 'waiting':
      if (status.hoursLeft > CONSULT_HOURS) return 'La hora de envío todavía no llega; revise la fecha.'
      return `Quedan ${status.hoursLeft} h de las ${CONSULT_HOURS}; el silencio significa que no procede.`
    case 'silent':
      return `Pasaron ${CONSULT_HOURS} h sin respuesta: el silencio significa que no procede.`
    case 'allowed':
      return 'La CNCS respondió que procede.'
    case 'denied':
      return 'La CNCS respondió que no procede.'
  }
}

function Answered({ consult, onChange }: ConsultFieldProps & { readonly consult: Consult }) {
  const { answer } = consult
  if (!answer) return null
  return (
    <>
      <TextInput
        size="xs"
        label="Oficio o correo de la respuesta"
        maxLength={300}
        value={answer.reference}
        onChange={(event) =>
          onChange({ ...consult, answer: { ...answer, reference: event.currentTarget.value } })
        }
      />
      <Button
        size="compact-sm"
        variant="default"
        className={classes.start ?? ''}
        onClick={() => onChange({ ...consult, answer: null })}
      >
        Quitar la respuesta
      </Button>
    </>
  )
}

/** When it was sent, on the clock of the body. */
function SentAt({ consult, onChange }: ConsultFieldProps & { readonly consult: Consult }) {
  const { timeZone } = useBody()
  const { date, time } = wallClock(consult.sentAt, timeZone)
  const set = (day: string, hour: string) => {
    if (!isIsoDate(day) || !isClockTime(hour)) return
    onChange({ ...consult, sentAt: instantAt(isoDate(day), clockTimeSchema.parse(hour), timeZone) })
  }
  return (
    <div className={classes.two}>
      <DateField size="xs" label="Consulta enviada el" value={date} onChange={(day) => set(day, time)} />
      <TextInput
        type="time"
        size="xs"
        label="A las"
        value={time}
        onChange={(event) => set(date, event.currentTarget.value)}
      />
    </div>
  )
}

/** The consult to the CNCS with its 48 hours. */
export function ConsultField({ consult, onChange }: ConsultFieldProps) {
  const { effects } = useDeps()
  const { timeZone } = useBody()
  const now = instantSchema.parse(effects.now())
  const answer = (allowed: boolean) =>
    consult && onChange({ ...consult, answer: { allowed, at: now, reference: '' } })
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partTitle}>Consulta a la CNCS</legend>
      {consult === null ? (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.start ?? ''}
          onClick={() => onChange({ sentAt: now, answer: null })}
        >
          Registrar la consulta enviada
        </Button>
      ) : (
        <>
          <SentAt consult={consult} onChange={onChange} />
          <p className={classes.line}>
            <strong>{statusText(consult, now)}</strong>
            {consult.answer && (
              <span className={classes.quiet}>
                {' '}
                Respuesta del {formatDay(wallClock(consult.answer.at, timeZone).date)}.
              </span>
            )}
          </p>
          <Answered consult={consult} onChange={onChange} />
          {consult.answer === null && (
            <div className={classes.buttons}>
              <Button size="compact-sm" variant="default" onClick={() => answer(true)}>
                Respondió: procede
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => answer(false)}>
                Respondió: no procede
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(null)}>
                Quitar la consulta
              </Button>
            </div>
          )}
        </>
      )}
    </fieldset>
  )
}
