import { capitalize, foldText, ordinalWord } from '../../lib/spanish'
import type { Closing, Point, PointKind } from './point'
import type { Session, SessionType } from './session'

/**
 * What a point is about, read from its title as the real agendas word it (000, 001).
 */
export function proposeKind(title: string): PointKind {
  const text = foldText(title)
  if (/^asuntos generales/.test(text)) return 'general-matters'
  if (/aprobacion,? del? orden del dia/.test(text)) return 'agenda-approval'
  if (/(aprobacion|lectura) de las? minutas?/.test(text)) return 'prior-minutes'
  if (/seguimiento (de|a|a los|de los) acuerdos/.test(text)) return 'follow-up'
  if (/\bproyectos? de acuerdo/.test(text)) return 'agreement-draft'
  if (/\binformes?\b/.test(text)) return 'report'
  return 'other'
}

/**
 * How a point should close, from the formula of its title: "y, en su caso, aprobación" is voted,
 * "Presentación de…" is received, general matters close with no formula (domain R1, R2, §1.5).
 */
export function proposeClosing(title: string): Closing {
  const text = foldText(title)
  if (/^asuntos generales/.test(text)) return 'none'
  if (/\baprobacion\b/.test(text)) return 'vote'
  return /^(presentacion|informe)\b/.test(text) ? 'receive' : 'none'
}

/** General matters belong only to ordinary sessions (domain O1; 000 point 9). */
export function allowsGeneralMatters(type: SessionType): boolean {
  return type === 'ordinaria'
}

/** Next ordinal of a type in a year: one more than the largest used; 1 when there is none (O6). */
export function nextOrdinal(sessions: readonly Session[], type: SessionType, year: number): number {
  const used = sessions
    .filter((session) => session.type === type && session.date.startsWith(`${year}-`))
    .map((session) => session.ordinal ?? 0)
  return Math.max(0, ...used) + 1
}

/** Name of a session in prose: "segunda sesión ordinaria", "sesión extraordinaria" when unnumbered. */
export function sessionName(session: Pick<Session, 'type' | 'ordinal'>): string {
  const ordinal = session.ordinal === null ? '' : `${ordinalWord(session.ordinal, 'f')} `
  return `${ordinal}sesión ${session.type}`
}

/** A problem of the agenda as prepared; `point` null when it concerns the whole. */
export interface AgendaWarning {
  readonly code:
    | 'empty'
    | 'general-matters-in-extraordinary'
    | 'no-agenda-approval'
    | 'duplicate-title'
    | 'duplicate-number'
  readonly point: Point | null
}

/** What the secretary should look at before the session; nothing here blocks it but an empty agenda. */
export function agendaWarnings(session: Session, points: readonly Point[]): readonly AgendaWarning[] {
  if (points.length === 0) return [{ code: 'empty', point: null }]
  const warnings: AgendaWarning[] = []
  if (!points.some((point) => point.kind === 'agenda-approval')) {
    warnings.push({ code: 'no-agenda-approval', point: null })
  }
  points.forEach((point, index) => {
    const earlier = points.slice(0, index)
    if (point.kind === 'general-matters' && !allowsGeneralMatters(session.type)) {
      warnings.push({ code: 'general-matters-in-extraordinary', point })
    }
    if (earlier.some((other) => foldText(other.title) === foldText(point.title))) {
      warnings.push({ code: 'duplicate-title', point })
    }
    if (earlier.some((other) => other.number === point.number))
      warnings.push({ code: 'duplicate-number', point })
  })
  return warnings
}

/**
 * A title without its formula, for lists where every point would begin alike: "Proyecto de acuerdo del
 * Comité … por el que se modifica la competencia…" becomes "Se modifica la competencia…". Documents
 * always carry the whole title.
 */
export function shortTitle(title: string): string {
  const plain = title
    .replace(
      /^Presentación(?: y,? en su caso,? aprobación)?,? (?:del |de la |de los |de las |de |a la )?/i,
      '',
    )
    .replace(/^Proyecto de acuerdo\b.*? por (?:el|la) que (?:se )?/i, 'se ')
  return plain === '' ? title : capitalize(plain)
}
