import type { OutlineEntry } from '../../domain/packets'
import { outlineOf } from '../view/outline'
import type { PacketView } from '../view/packet-view'

/** Where each thing of the outline is on the page, and what it says now. */
export interface Places {
  /** Id of the element that shows a thing, by its id in the outline; undefined when nothing shows it. */
  readonly anchors: ReadonlyMap<string, string>
  readonly entries: readonly OutlineEntry[]
}

/** Id of the element of a point, by its place in the agenda (from 0): numbers may repeat, places do not. */
export function pointAnchor(index: number): string {
  return `punto-${index + 1}`
}

/** Id of the element of an item of the follow-up, by its place. */
export function itemAnchor(index: number): string {
  return `asunto-${index + 1}`
}

/** Where everything is; the ids of the elements come from places, never from the data. */
export function placesOf(view: PacketView): Places {
  const anchors = new Map<string, string>()
  const { session } = view
  if (session !== null) {
    anchors.set(`session:${session.id}`, 'sesion')
    for (const { id } of session.attendees) anchors.set(`attendance:${id}`, 'asistencia')
    session.points.forEach((point, index) => {
      const own = pointAnchor(index)
      anchors.set(`point:${point.id}`, own)
      point.annexes.forEach(({ id }, n) => {
        anchors.set(id, `${own}-anexo-${n + 1}`)
      })
      point.votes.forEach(({ id }, n) => {
        anchors.set(`vote:${id}`, `${own}-votacion-${n + 1}`)
      })
      point.agreements.forEach(({ id }, n) => {
        anchors.set(`agreement:${id}`, `${own}-acuerdo-${n + 1}`)
      })
    })
  }
  for (const { kind } of view.documents) anchors.set(`document:${kind}`, `documento-${kind}`)
  view.items.forEach(({ id }, index) => {
    anchors.set(`item:${id}`, itemAnchor(index))
  })
  return { anchors, entries: outlineOf(view) }
}
