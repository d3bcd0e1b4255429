import type { Packet } from '../../../shared/domain/packets'
import { wallClock } from '../../../shared/lib/iso-date'
import { changesBetween } from '../../../shared/packet'
import { useBody } from '../../data/current-body'
import { formatBytes, formatDay } from '../../ui/format'
import classes from './packet.module.css'
import { AUDIENCE_WORDS } from './packet-words'

function count(n: number, one: string, many: string): string {
  return n === 1 ? `1 ${one}` : `${n} ${many}`
}

/** What is different from the version before, in one line. */
function changeText(packet: Packet, before: Packet | undefined): string {
  if (!before) return 'Primera versión'
  const { added, removed, changed } = changesBetween(before, packet.outline)
  const parts = [
    changed.length > 0 ? count(changed.length, 'cambio', 'cambios') : '',
    added.length > 0 ? count(added.length, 'elemento nuevo', 'elementos nuevos') : '',
    removed.length > 0 ? count(removed.length, 'elemento menos', 'elementos menos') : '',
  ].filter((part) => part !== '')
  return parts.length === 0
    ? `Dice lo mismo que la versión ${before.version}`
    : `Desde la versión ${before.version}: ${parts.join(', ')}`
}

/** Packets that were made before, newest first. */
export function VersionsList({ packets }: { readonly packets: readonly Packet[] }) {
  const { timeZone } = useBody()
  if (packets.length === 0) {
    return (
      <p className={classes.muted}>Todavía no se ha hecho ninguno. Aquí quedará la lista de versiones.</p>
    )
  }
  const newestFirst = [...packets].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  return (
    <ol className={classes.versions}>
      {newestFirst.map((packet) => {
        const before = packets.find(
          (other) => other.audience === packet.audience && other.version === packet.version - 1,
        )
        const { date, time } = wallClock(packet.madeAt, timeZone)
        return (
          <li key={packet.id} className={classes.version}>
            <strong>
              Versión {packet.version} · {AUDIENCE_WORDS[packet.audience].title}
            </strong>
            <span className={classes.muted}>
              {formatDay(date)}, {time} h · {formatBytes(packet.size)}
              {packet.encrypted ? ' · con contraseña' : ''}
              {packet.fingerprint === null ? ' · sin firma' : ' · firmado'}
            </span>
            <span>{changeText(packet, before)}</span>
            <span className={classes.muted}>{packet.fileName}</span>
          </li>
        )
      })}
    </ol>
  )
}
