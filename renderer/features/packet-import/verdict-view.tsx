import { Checkbox } from '@mantine/core'
import { infoValues } from '../../../shared/packet'
import type { SenderVerdict } from '../../commands/packet/incoming/known-senders'
import type { OpenedPacket } from '../../commands/packet/incoming/worker-messages'
import { formatBytes } from '../../ui/format'
import { MessageNote } from '../../ui/message-note'
import { type MarkKind, StateMark } from '../../ui/state-mark'
import classes from './packet-import.module.css'
import { many } from './unit-words'

interface Line {
  readonly mark: MarkKind
  readonly word: string
  readonly says: string
}

function signatureLine(packet: OpenedPacket, sender: SenderVerdict): Line {
  if (packet.signature.kind === 'unsigned') {
    return {
      mark: 'warning',
      word: 'Sin firma',
      says: 'Nada dice quién lo hizo; confíe solo en cómo le llegó.',
    }
  }
  switch (sender.kind) {
    case 'same':
      return {
        mark: 'done',
        word: 'Firmado',
        says: 'Con la misma clave que los expedientes anteriores de ahí.',
      }
    case 'other':
      return {
        mark: 'no',
        word: 'Firmado con otra clave',
        says: 'No es la clave de los expedientes anteriores de ahí.',
      }
    default:
      return {
        mark: 'warning',
        word: 'Firmado, sin comparar',
        says: 'Con una clave que este equipo no conoce: compare la huella con quien se lo envió, por teléfono.',
      }
  }
}

function lines(packet: OpenedPacket, sender: SenderVerdict): readonly Line[] {
  const bytes = packet.files.reduce((sum, { size }) => sum + size, 0)
  const files = many(packet.files.length, 'archivo', 'archivos')
  return [
    { mark: 'done', word: 'Completo', says: `Está todo lo que dice traer: ${files}, ${formatBytes(bytes)}.` },
    {
      mark: 'done',
      word: 'Válido',
      says: 'Cada archivo coincide con las sumas que trae (SHA-256 y SHA-512); quién lo hizo lo dice la firma.',
    },
    signatureLine(packet, sender),
    ...(packet.isEncrypted
      ? [
          {
            mark: 'done',
            word: 'Cifrado',
            says: 'Se abrió con la contraseña; nada se guardó descifrado.',
          } as const,
        ]
      : []),
  ]
}

/** The fingerprint, large enough to be read aloud. */
function Fingerprint({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className={classes.fingerprint}>
      <span className={classes.fingerprintLabel}>{label}</span>
      <code>{text}</code>
    </div>
  )
}

/** Loud when the sender is not who it was. */
function SenderWarning({ sender }: { readonly sender: SenderVerdict }) {
  if (sender.kind !== 'other') return null
  return (
    <MessageNote
      kind="error"
      title={sender.fingerprint === null ? 'Antes venía firmado y este no' : 'La firma no es la de antes'}
    >
      {sender.fingerprint === null
        ? 'Los expedientes anteriores de este remitente venían firmados y este no.'
        : 'Los expedientes anteriores de este remitente venían firmados con otra clave.'}{' '}
      Puede ser un equipo nuevo, o alguien que se hace pasar por él. Llame a quien se lo envió y compare la
      huella antes de importar.
      <Fingerprint label="Antes" text={sender.before} />
    </MessageNote>
  )
}

export interface VerdictProps {
  readonly packet: OpenedPacket
  readonly sender: SenderVerdict
  /** Whether the user said that he compared the fingerprint. */
  readonly isCompared: boolean
  readonly onCompared: (isCompared: boolean) => void
}

/** What is known of the packet before anything of it is believed. */
export function VerdictView({ packet, sender, isCompared, onCompared }: VerdictProps) {
  const [description] = infoValues(packet.info, 'External-Description')
  return (
    <section className={classes.verdict} aria-label="Comprobación del expediente">
      {description !== undefined && <p className={classes.description}>{description}</p>}
      <ul className={classes.checks}>
        {lines(packet, sender).map(({ mark, word, says }) => (
          <li key={word}>
            <span className={classes.checkWord}>
              <StateMark kind={mark} word={word} />
            </span>
            <span>{says}</span>
          </li>
        ))}
      </ul>
      {sender.fingerprint !== null && <Fingerprint label="Huella" text={sender.fingerprint} />}
      <SenderWarning sender={sender} />
      {sender.kind === 'other' && packet.records !== null && (
        <Checkbox
          label="Hablé con quien lo envió y es correcto"
          checked={isCompared}
          onChange={(event) => onCompared(event.currentTarget.checked)}
        />
      )}
    </section>
  )
}
