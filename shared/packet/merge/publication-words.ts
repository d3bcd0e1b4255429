import { type Party, partiesText } from '../../domain/follow-up'
import {
  CHANNEL_KIND_LABELS,
  CHECK_LABELS,
  type Channel,
  type Commemoration,
  describeException,
  describeRule,
  PUBLICATION_STATE_LABELS,
  type Publication,
  SCOPE_LABELS,
} from '../../domain/publications'
import type { IsoDate } from '../../lib/iso-date'
import { longDay } from '../../lib/spanish-date'
import type { FieldWords, NameOf } from './field-words'

const text = (value: string): string => value
const date = (value: IsoDate | null): string => (value === null ? '' : longDay(value))
const parties = (value: readonly Party[]): string => partiesText(value)
const yesNo = (value: boolean): string => (value ? 'sí' : 'no')

function exceptionsText(exceptions: Commemoration['exceptions']): string {
  return exceptions
    .map((each) => `${describeException(each)}${each.reason === '' ? '' : ` (${each.reason})`}`)
    .join('\n')
}

/** Words for the fields of a date of the catalogue. */
export const COMMEMORATION_WORDS: FieldWords<Commemoration> = {
  id: null,
  bodyId: null,
  name: ['Nombre', text],
  rule: ['Cuándo es', (value) => describeRule(value, () => null)],
  exceptions: ['Excepciones', exceptionsText],
  scope: ['Ámbito', (value) => SCOPE_LABELS[value]],
  suggested: ['Sin confirmar', yesNo],
  basis: ['Fundamento', text],
  since: ['Desde el año', (value) => (value === null ? '' : String(value))],
  note: ['Nota', text],
  validFrom: ['Vigente desde', date],
  validUntil: ['Vigente hasta', date],
}

/** Words for the fields of a channel. */
export const CHANNEL_WORDS: FieldWords<Channel> = {
  id: null,
  bodyId: null,
  order: ['Lugar', (value) => String(value + 1)],
  name: ['Nombre', text],
  kind: ['Tipo', (value) => CHANNEL_KIND_LABELS[value]],
  image: ['Tamaño de imagen', (value) => (value === null ? '' : `${value.width} × ${value.height}`)],
  validFrom: ['Vigente desde', date],
  validUntil: ['Vigente hasta', date],
}

function placementsText(placements: Publication['placements'], nameOf: NameOf): string {
  return placements
    .map(({ channelId, publishedOn, withdrawnOn, link, evidence, reach }) => {
      const told = [
        publishedOn === null ? '' : `publicado el ${longDay(publishedOn)}`,
        withdrawnOn === null ? '' : `retirado el ${longDay(withdrawnOn)}`,
        link ?? '',
        reach === null ? '' : `alcance ${reach}`,
        evidence.map(({ name }) => name).join(', '),
      ].filter((each) => each !== '')
      return [nameOf('channels', channelId), ...told].join(', ')
    })
    .join('\n')
}

function imagesText(images: Publication['images']): string {
  return images
    .map(({ file, alt, rights, source }) => [file.name, alt, rights, source].filter(Boolean).join(', '))
    .join('\n')
}

function consultText(consult: Publication['consult']): string {
  if (consult === null) return ''
  const { answer } = consult
  if (answer === null) return 'enviada, sin respuesta'
  return [answer.allowed ? 'permitida' : 'no permitida', answer.reference].filter(Boolean).join(', ')
}

function historyText(history: Publication['history']): string {
  return history
    .map(({ state, on, author, note }) =>
      [`${longDay(on)}: ${PUBLICATION_STATE_LABELS[state]}`, author, note].filter(Boolean).join(', '),
    )
    .join('\n')
}

/** Words for the fields of a publication. */
export const PUBLICATION_WORDS: FieldWords<Publication> = {
  id: null,
  bodyId: null,
  commemorationId: [
    'Fecha del catálogo',
    (value, nameOf) => (value === null ? '' : nameOf('commemorations', value)),
  ],
  startedFrom: null,
  year: ['Año del plan', String],
  title: ['Título', text],
  on: ['Día', date],
  from: ['Se muestra desde', date],
  until: ['Se muestra hasta', date],
  placements: ['Canales', placementsText],
  images: ['Imágenes', imagesText],
  note: ['Texto', text],
  hashtags: ['Etiquetas', (value) => value.join(' ')],
  links: ['Enlaces', (value) => value.join(', ')],
  responsible: ['Responsables', parties],
  approval: ['Acuerdo que aprueba', (value) => value?.reference ?? ''],
  confirmed: ['Revisado', (value) => value.map((check) => CHECK_LABELS[check]).join(', ')],
  consult: ['Consulta a la CNCS', consultText],
  state: ['Estado', (value) => PUBLICATION_STATE_LABELS[value]],
  history: ['Historia', historyText],
}
