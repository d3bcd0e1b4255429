import type { AttachmentRef, Point, PointId } from '../domain/sessions'
import { PathSet, safeFileName } from './bag/names'
import { type AttachedPacketFile, PACKET_PATHS } from './layout'

/** An annex of a point with its place in the packet. */
export interface PlannedAnnex {
  /** Stable between versions of the packet while the point and the name of the file stay. */
  readonly id: string
  readonly pointId: PointId
  readonly ref: AttachmentRef
  readonly file: AttachedPacketFile
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}

/**
 * Where the annexes of an agenda go, in its order: `data/anexos/punto-03/01-informe.pdf`. The same agenda
 * always gives the same paths.
 */
export function planAnnexes(points: readonly Point[]): readonly PlannedAnnex[] {
  const paths = new PathSet()
  const ids = new Map<string, number>()
  const inOrder = [...points].sort((a, b) => a.order - b.order)
  return inOrder.flatMap((point) =>
    point.attachments.map((ref, index) => {
      const folder = `${PACKET_PATHS.annexes}/punto-${twoDigits(point.number)}`
      const path = paths.add(folder, `${twoDigits(index + 1)}-${ref.name}`)
      const key = `annex:${point.id}:${safeFileName(ref.name).toLowerCase()}`
      const times = (ids.get(key) ?? 0) + 1
      ids.set(key, times)
      return {
        id: times === 1 ? key : `${key}:${times}`,
        pointId: point.id,
        ref,
        file: { kind: 'attached', path, sha256: ref.sha256, size: ref.size },
      }
    }),
  )
}
