import { longDate } from '../../../../shared/documents/spanish'
import type { Body } from '../../../../shared/domain/bodies'
import { type SessionPlan, sessionTitle } from '../../../../shared/domain/sessions'
import type { Instant } from '../../../../shared/lib/iso-date'
import type { PlannedAnnex } from '../../../../shared/packet'
import type { Combined } from '../combined-pdf/compose'
import type { CombinedInput, CombinedPart, PartContent } from '../combined-pdf/part'
import { MakingStopped } from './packet-choice'
import type { DrawnDocument } from './session-documents'

/** Bytes of annexes that the combined PDF takes in; it is made in memory. The rest are named in it. */
export const MOST_COMBINED_BYTES = 200 * 1024 * 1024

const PATIENCE_MS = 5 * 60_000

/** Reads a stored attachment; null when it is gone or cannot be read. */
export type ReadAttachment = (sha256: string) => Promise<Uint8Array | null>

/** Reads stored attachments by the address at which the main process serves them to this window. */
export const readAttachment: ReadAttachment = async (sha256) => {
  const answer = await fetch(`/adjunto/${sha256}`)
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
}

function kindOf(mediaType: string): 'pdf' | 'image/jpeg' | 'image/png' | null {
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType === 'image/jpeg' || mediaType === 'image/png' ? mediaType : null
}

function whereItIs(path: string): string {
  return `Está en el expediente como ${path}.`
}

async function annexContent(
  { ref, file }: PlannedAnnex,
  budget: { left: number },
  read: ReadAttachment,
): Promise<PartContent> {
  const kind = kindOf(ref.mediaType)
  if (kind === null)
    return { kind: 'absent', note: `Este anexo no es un PDF ni una imagen. ${whereItIs(file.path)}` }
  if (ref.size > budget.left) {
    return {
      kind: 'absent',
      note: `Este anexo es demasiado grande para unirlo aquí. ${whereItIs(file.path)}`,
    }
  }
  const bytes = await read(ref.sha256)
  if (bytes === null) throw new MakingStopped({ code: 'attachment-missing', detail: ref.name })
  budget.left -= ref.size
  return kind === 'pdf' ? { kind, bytes } : { kind: 'image', mediaType: kind, bytes }
}

/** What the combined PDF is made of: the papers of the session, then each point with its annexes. */
export async function combinedParts(
  plan: SessionPlan,
  drawn: readonly DrawnDocument[],
  annexes: readonly PlannedAnnex[],
  read: ReadAttachment,
): Promise<readonly CombinedPart[]> {
  const budget = { left: MOST_COMBINED_BYTES }
  const parts: CombinedPart[] = drawn.map(({ planned, pdf }) => ({
    title: planned.title,
    level: 0,
    header: planned.title,
    content: { kind: 'ours', bytes: pdf },
  }))
  for (const point of plan.points) {
    const own = annexes.filter(({ pointId }) => pointId === point.id)
    if (own.length === 0) continue
    const title = `Punto ${point.number}. ${point.title}`
    parts.push({ title, level: 0, header: title, content: { kind: 'none' } })
    for (const [index, annex] of own.entries()) {
      const header = `Punto ${point.number} · Anexo ${index + 1} · ${annex.ref.name}`
      parts.push({
        title: annex.ref.name,
        level: 1,
        header,
        content: await annexContent(annex, budget, read),
      })
    }
  }
  return parts
}

/** What stands on the first page of the combined PDF. */
export function combinedTitle(body: Body, plan: SessionPlan, at: Instant): Omit<CombinedInput, 'parts'> {
  const { session } = plan
  return {
    title: `Expediente: ${sessionTitle(session)}`,
    subtitle: `${body.name} · ${longDate(session.date)}`,
    at,
  }
}

/** Joins the PDF in a worker; giving up ends the worker. */
export function combineInWorker(input: CombinedInput, signal: AbortSignal): Promise<Combined> {
  const worker = new Worker(new URL('../combined-pdf/combined-pdf-worker.ts', import.meta.url), {
    type: 'module',
  })
  return new Promise<Combined>((resolve, reject) => {
    const failed = (detail: string) => reject(new MakingStopped({ code: 'render-failed', detail }))
    setTimeout(() => failed('TIMEOUT'), PATIENCE_MS)
    signal.addEventListener('abort', () => reject(new MakingStopped({ code: 'cancelled', detail: '' })))
    worker.onmessage = (event: MessageEvent<Combined>) => resolve(event.data)
    worker.onerror = (event) => failed(event.message)
    worker.postMessage(input)
  }).finally(() => worker.terminate())
}
