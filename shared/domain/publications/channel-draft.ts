import { isIsoDate, isoDate } from '../../lib/iso-date'
import { oneLine } from '../../lib/one-line'
import { err, ok, type Result } from '../../lib/result'
import type { Channel, ChannelKind } from './channel'

/** A channel as it is typed; sizes in pixels and days as written, empty for none. */
export interface ChannelDraft {
  readonly name: string
  readonly kind: ChannelKind
  readonly width: string
  readonly height: string
  readonly validFrom: string
  readonly validUntil: string
}

/** Something wrong in a channel, with the sentence for the user. */
export interface ChannelProblem {
  readonly field: keyof ChannelDraft
  readonly message: string
}

/** The form of a stored channel. */
export function draftOfChannel({ name, kind, image, validFrom, validUntil }: Channel): ChannelDraft {
  return {
    name,
    kind,
    width: image ? String(image.width) : '',
    height: image ? String(image.height) : '',
    validFrom: validFrom ?? '',
    validUntil: validUntil ?? '',
  }
}

function sizeProblems({ width, height }: ChannelDraft): readonly ChannelProblem[] {
  if (width.trim() === '' && height.trim() === '') return []
  return (['width', 'height'] as const).flatMap((field) => {
    const text = field === 'width' ? width.trim() : height.trim()
    const pixels = Number(text)
    const fits = /^\d+$/.test(text) && pixels >= 16 && pixels <= 20_000
    return fits ? [] : [{ field, message: 'Escriba los pixeles, de 16 a 20,000, o deje ambos en blanco.' }]
  })
}

/** Reads a typed channel; every field that is wrong is named. */
export function readChannel(
  draft: ChannelDraft,
): Result<Omit<Channel, 'id' | 'bodyId' | 'order'>, readonly ChannelProblem[]> {
  const problems: ChannelProblem[] = [...sizeProblems(draft)]
  const name = oneLine(draft.name)
  if (name === '') problems.push({ field: 'name', message: 'Escriba el nombre del canal.' })
  if (name.length > 100) {
    const message = `El nombre tiene ${name.length} caracteres y el máximo es 100.`
    problems.push({ field: 'name', message })
  }
  const [from, until] = [draft.validFrom.trim(), draft.validUntil.trim()]
  const wrongDay = { message: 'La fecha no existe o está incompleta.' }
  if (from !== '' && !isIsoDate(from)) problems.push({ field: 'validFrom', ...wrongDay })
  if (until !== '' && !isIsoDate(until)) problems.push({ field: 'validUntil', ...wrongDay })
  else if (from !== '' && until !== '' && until < from) {
    problems.push({ field: 'validUntil', message: 'La vigencia termina antes de empezar.' })
  }
  if (problems.length > 0) return err(problems)
  const hasSize = draft.width.trim() !== ''
  return ok({
    name,
    kind: draft.kind,
    image: hasSize ? { width: Number(draft.width), height: Number(draft.height) } : null,
    validFrom: from === '' ? null : isoDate(from),
    validUntil: until === '' ? null : isoDate(until),
  })
}
