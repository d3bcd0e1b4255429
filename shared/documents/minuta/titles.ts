import { foldText } from '../../lib/spanish'
import { articleFor, cleanLine, withPreposition } from '../spanish'

const ACTION = '(?:presentaci[oó]n|lectura|an[aá]lisis|discusi[oó]n|revisi[oó]n|aprobaci[oó]n|votaci[oó]n)'
const FORMULA = new RegExp(
  `^(?:presentaci[oó]n|lectura|aprobaci[oó]n)(?:\\s*,?\\s*(?:y\\b\\s*,?\\s*)?(?:en su caso\\s*,?\\s*)?${ACTION})*` +
    '\\s+(del|de la|de los|de las|de)\\s+(.+)$',
  'i',
)

/** Common nouns that agendas capitalise at the start of a title and prose does not. */
const COMMON_NOUNS = new Set(
  (
    'proyecto proyectos informe informes minuta minutas acuerdo acuerdos propuesta propuestas programa ' +
    'programas plan planes calendario lineamientos criterios seguimiento reporte reportes dictamen ' +
    'solicitud solicitudes resultados manual reglamento estrategia catalogo modificacion actualizacion'
  ).split(' '),
)

function lowerCommonNoun(text: string): string {
  const first = /^\p{L}+/u.exec(text)?.[0] ?? ''
  const isCommon = /^\p{Lu}\p{Ll}+$/u.test(first) && COMMON_NOUNS.has(foldText(first))
  return isCommon ? text.charAt(0).toLocaleLowerCase('es-MX') + text.slice(1) : text
}

/** What a title is about, as a noun phrase with its article, without the formula "Presentación de…". */
function subjectOf(title: string): string | null {
  const clean = cleanLine(title).replace(/\.$/, '')
  const match = FORMULA.exec(clean)
  if (match) {
    const link = (match[1] ?? '').toLowerCase()
    const article = link === 'del' ? 'el ' : link.replace(/^de\s?/, '').replace(/(\w)$/, '$1 ')
    return article + lowerCommonNoun(match[2] ?? '')
  }
  const lowered = lowerCommonNoun(clean)
  if (lowered === clean) return null
  return `${articleFor(lowered)} ${lowered}`
}

/**
 * How a sentence says what a point is about: "relativo al proyecto de acuerdo del Comité…", or
 * "denominado «…»" when the title follows no known formula and its grammar cannot be told.
 */
export function aboutPoint(title: string): string {
  const subject = subjectOf(title)
  return subject === null
    ? `denominado «${cleanLine(title).replace(/\.$/, '')}»`
    : `relativo ${withPreposition('a', subject)}`
}

/** What a point puts to approval, as an object: "el proyecto de acuerdo…"; null when it cannot be told. */
export function pointSubject(title: string): string | null {
  return subjectOf(title)
}
