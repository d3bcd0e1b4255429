import { foldText } from '../../lib/spanish'
import type { Body, Gender } from '../bodies'
import type { SeatRole } from './seat'

/** Words that belong to the surname after them: "de la Cruz". */
const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'san', 'santa', 'von', 'van', 'da', 'di'])

/** Given names whose ending misleads or says nothing. */
const FEMININE = new Set(
  `abigail araceli belen beatriz carmen caridad citlali concepcion consuelo dolores dulce edith elizabeth
   esther fanny flor heidi ines ingrid irene isabel itzel ivette ivonne jacqueline janet jazmin jennifer
   josefina judith karen karol leonor lety lissette liz lizbeth lourdes luz marisol mercedes mabel mirian
   monserrat nancy nayeli nelly noemi pilar raquel rocio rosario ruth sarai sol socorro soledad susan
   vianney xochitl yazmin yolotl zoe`.split(/\s+/),
)
const MASCULINE = new Set(
  `abel abraham adan adrian agustin alan alexander andres angel anibal ariel axel benjamin carlos cesar
   cristian cuauhtemoc cuitlahuac daniel david edgar eduar efrain elias enrique erick ernesto esteban fabian
   felipe felix fermin fidel gabriel gaspar german gil gilbert hector henry hernan hugo ignacio isaac
   isaias israel ivan jaime jair javier jeremias jesus joaquin joel jonathan jorge jose josue juan julian
   leon luis manuel martin matias melchor miguel misael moises nahum nestor nicolas noe omar oscar pascual
   rafael ramon raul ruben salvador samuel saul sebastian simon tomas uriel valentin vicente victor
   wilfrido xavier`.split(/\s+/),
)
/** Given names borne by women and men alike: only the user knows. */
const EITHER = new Set(['guadalupe', 'trinidad', 'cruz', 'refugio', 'alexis', 'rosario', 'reyes', 'ariel'])

function genderOfGivenName(word: string): Gender | null {
  const name = foldText(word)
  if (EITHER.has(name)) return null
  if (FEMININE.has(name)) return 'f'
  if (MASCULINE.has(name)) return 'm'
  if (name.endsWith('a')) return 'f'
  return name.endsWith('o') ? 'm' : null
}

/** Words of a name with each particle joined to the word it introduces: ["María", "de la Cruz"]. */
function nameParts(fullName: string): readonly string[] {
  const parts: string[] = []
  let pending = ''
  for (const word of fullName.split(/\s+/).filter((text) => text !== '')) {
    const joined = pending === '' ? word : `${pending} ${word}`
    if (PARTICLES.has(foldText(word)) && parts.length > 0) pending = joined
    else {
      parts.push(joined)
      pending = ''
    }
  }
  return parts
}

/** Guesses the grammatical gender from the given names; null when they do not tell. */
export function guessGender(fullName: string): Gender | null {
  const parts = nameParts(fullName)
  const given = parts.slice(0, Math.max(1, parts.length - 2))
  for (const word of given) {
    const gender = genderOfGivenName(word)
    if (gender) return gender
  }
  return null
}

/**
 * Proposes how prose names a person after the first time: her first surname ("Azuara"), or given name
 * and surname when somebody in `taken` has the same ("Rubén Álvarez", 000). A compound surname
 * ("Jacobo Molina") cannot be told apart from two and is entered by hand. `taken` holds folded names.
 */
export function proposeShortName(fullName: string, taken: ReadonlySet<string>): string {
  const parts = nameParts(fullName)
  const surname = (parts.length > 2 ? parts[parts.length - 2] : parts[parts.length - 1]) ?? fullName
  if (!taken.has(foldText(surname))) return surname
  return parts.length > 1 ? `${parts[0]} ${surname}` : surname
}

/** "de la Dirección…", "del Órgano…": the área with preposition and article. */
export function ofArea(areaName: string): string {
  const first = foldText(areaName).split(' ')[0] ?? ''
  const feminine = /(a|ion|dad|tud)$/.test(first)
  return `${feminine ? 'de la' : 'del'} ${areaName}`
}

/** "del Comité", "de la Comisión", from "el Comité", "la Comisión". */
export function ofBody(shortName: string): string {
  return /^el\s/i.test(shortName) ? `del ${shortName.slice(3)}` : `de ${shortName}`
}

/** Captions of a person in the documents. */
export interface Captions {
  readonly charge: string
  /** null: the signature sheet uses the charge. */
  readonly signatureCaption: string | null
}

/**
 * Proposes the captions of whoever holds a seat, in the wording of 000: "Representante de la …", with
 * the second capacity of the Presidencia and the Secretaría Técnica. The Presidencia signs as such.
 */
export function proposeCaptions(
  area: string,
  role: SeatRole,
  gender: Gender,
  body: Pick<Body, 'shortName'>,
): Captions {
  const representing = `Representante ${ofArea(area)}`
  const capacity = ofBody(body.shortName)
  switch (role) {
    case 'presidency': {
      const caption = `${gender === 'f' ? 'Presidenta' : 'Presidente'} ${capacity}`
      return { charge: `${representing} y ${caption}`, signatureCaption: caption }
    }
    case 'technical-secretariat': {
      const caption = `${gender === 'f' ? 'Secretaria Técnica' : 'Secretario Técnico'} ${capacity}`
      return { charge: `${representing} y ${caption}`, signatureCaption: null }
    }
    case 'content-manager':
      return {
        charge: `${gender === 'f' ? 'Gestora' : 'Gestor'} de Contenidos`,
        signatureCaption: null,
      }
    case 'member':
    case 'guest':
      return { charge: representing, signatureCaption: null }
  }
}
