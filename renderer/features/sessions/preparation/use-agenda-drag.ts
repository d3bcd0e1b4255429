import { type DragEvent, useState } from 'react'
import type { Point, PointId } from '../../../../shared/domain/sessions'

/** Marks a drag as one of our points, so that files and foreign text are told apart. */
export const POINT_DRAG_TYPE = 'application/x-quorum-point'

interface Drag {
  readonly id: PointId
  /** Gap of the list the point would go into, 0 = above the first; null outside the list. */
  readonly gap: number | null
}

/** Gap of the list under the pointer, by the middle of each row. */
function gapAt(list: Element, y: number): number {
  const rows = [...list.querySelectorAll(':scope > li')]
  const below = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  return below === -1 ? rows.length : below
}

/** Dragging a point to another gap of the list. */
export function useAgendaDrag(points: readonly Point[], onMove: (point: Point, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const from = drag ? points.findIndex((point) => point.id === drag.id) : -1
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(POINT_DRAG_TYPE)
  const markOf = (index: number): 'above' | 'below' | null => {
    if (!drag || drag.gap === null || drag.gap === from || drag.gap === from + 1) return null
    if (drag.gap === index) return 'above'
    return drag.gap === points.length && index === points.length - 1 ? 'below' : null
  }
  return {
    draggedId: drag?.id ?? null,
    markOf,
    start: (point: Point) => (event: DragEvent) => {
      event.dataTransfer.setData(POINT_DRAG_TYPE, point.id)
      event.dataTransfer.effectAllowed = 'move'
      const row = event.currentTarget.closest('li')
      if (row) event.dataTransfer.setDragImage(row, 12, 12)
      setDrag({ id: point.id, gap: null })
    },
    end: () => setDrag(null),
    list: {
      onDragOver: (event: DragEvent) => {
        if (!drag || !isOurs(event)) return
        event.preventDefault()
        const gap = gapAt(event.currentTarget, event.clientY)
        if (gap !== drag.gap) setDrag({ id: drag.id, gap })
      },
      onDrop: (event: DragEvent) => {
        if (!isOurs(event)) return
        event.preventDefault()
        const point = points[from]
        const gap = gapAt(event.currentTarget, event.clientY)
        setDrag(null)
        if (point && gap !== from && gap !== from + 1) onMove(point, gap > from ? gap - 1 : gap)
      },
    },
  }
}
