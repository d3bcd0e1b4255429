import type { VoteDetail } from '../../../shared/packet'
import type { PacketContents } from '../../commands/packet/make/packet-choice'
import { formatBytes } from '../../ui/format'
import classes from './packet.module.css'

interface ContentsChoiceProps {
  readonly include: PacketContents
  readonly annexes: { readonly files: number; readonly bytes: number }
  readonly onChange: (include: PacketContents) => void
}

const PIECES: readonly { readonly key: keyof PacketContents; readonly label: string }[] = [
  { key: 'documents', label: 'Documentos en Word y PDF (convocatoria, asistencia, minuta, firmas, informe)' },
  { key: 'annexes', label: 'Anexos del orden del día' },
  { key: 'combined', label: 'Un solo PDF con todo, con índice' },
  { key: 'followUp', label: 'Seguimiento de acuerdos' },
]

/** What goes in besides the page and the data, which always do. */
export function ContentsChoice({ include, annexes, onChange }: ContentsChoiceProps) {
  return (
    <fieldset className={classes.group}>
      <legend>¿Qué incluye?</legend>
      <p className={classes.muted}>
        Siempre lleva la página para leerlo sin conexión, los datos y las instrucciones para comprobarlo.
      </p>
      {PIECES.map(({ key, label }) => (
        <label key={key} className={classes.check}>
          <input
            type="checkbox"
            checked={include[key]}
            onChange={(event) => onChange({ ...include, [key]: event.currentTarget.checked })}
          />
          <span>{label}</span>
          {key === 'annexes' && (
            <span className={classes.size}>
              {annexes.files === 0
                ? 'no hay anexos'
                : `${annexes.files} ${annexes.files === 1 ? 'archivo' : 'archivos'}, ${formatBytes(annexes.bytes)}`}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  )
}

/** Whether a public packet names who voted what. */
export function VotesChoice({
  value,
  onChange,
}: {
  readonly value: VoteDetail
  readonly onChange: (votes: VoteDetail) => void
}) {
  const options = [
    { votes: 'totals', label: 'Solo totales' },
    { votes: 'names', label: 'El voto de cada área' },
  ] as const
  return (
    <fieldset className={classes.group}>
      <legend>Votaciones</legend>
      {options.map(({ votes, label }) => (
        <label key={votes} className={classes.check}>
          <input
            type="radio"
            name="votes"
            value={votes}
            checked={value === votes}
            onChange={() => onChange(votes)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
