import type { Body } from '../../domain/bodies'
import { type Point, presidentOf, type SessionPlan, secretaryOf, sessionName } from '../../domain/sessions'
import type { IsoDate } from '../../lib/iso-date'
import type { Block, DocTree } from '../doc-tree'
import { attendanceRows, listName } from '../minuta/attendance'
import { bodyNames, roleTitle } from '../minuta/names'
import { cleanLine, endSentence, longDate, sentence, timeWords, withPreposition } from '../spanish'
import { heading, paragraph, sessionFront, sessionPaper } from './parts'

/** What a convocatoria is made from. `issuedOn` is the day it is sent. */
export interface ConvocatoriaInput {
  readonly body: Body
  readonly plan: SessionPlan
  readonly issuedOn: IsoDate
}

const HOW = { presencial: 'presencial', virtual: 'virtual', semipresencial: 'semipresencial' } as const

function callSentence({ body, plan }: ConvocatoriaInput): string {
  const { session } = plan
  const names = bodyNames(body)
  const place = cleanLine(session.place)
  const president = presidentOf(plan)
  const title = president && roleTitle(president, body)
  const lead = title
    ? `por instrucciones ${withPreposition('de', `${president.gender === 'f' ? 'la' : 'el'} ${title}`)}, `
    : ''
  return sentence(
    `${lead}se convoca a quienes integran ${names.full} a la ${sessionName(session)}, ` +
      `que se celebrará en modalidad ${HOW[session.modality]} el ${longDate(session.date)}, a las ${timeWords(session.time)}` +
      `${place === '' ? '' : `, en ${place}`}, conforme al siguiente orden del día`,
  )
}

function agenda(points: readonly Point[]): readonly Block[] {
  if (points.length === 0) return [paragraph('El orden del día no tiene puntos todavía.', 'notice')]
  const rows = points.map((point) => [
    String(point.number),
    cleanLine(point.title) + (point.presenter === '' ? '' : ` [${cleanLine(point.presenter)}]`),
    point.attachments.map(({ name }) => cleanLine(name)).join('; ') || '—',
  ])
  return [
    heading(2, 'Orden del Día'),
    {
      kind: 'table',
      caption: 'Orden del día, con los anexos de cada punto',
      columns: [
        { title: 'Núm.', width: 10 },
        { title: 'Asunto', width: 60 },
        { title: 'Anexos', width: 30 },
      ],
      rows: rows.map((row) => row.map((cell) => cell.slice(0, 3_900))),
    },
  ]
}

/**
 * The call to a session: what, when, where, how, the agenda with its annexes, who is called, and the
 * Secretaría Técnica that sends it. The seeds hold no convocatoria (domain §1), so its wording is
 * plain; notice and agenda come from the session as prepared.
 */
export function buildConvocatoria(input: ConvocatoriaInput): DocTree {
  const { body, plan, issuedOn } = input
  const { session, attendees } = plan
  const secretary = secretaryOf(plan)
  const voters = attendees.filter(({ hasVote }) => hasVote)
  const others = attendees.filter(({ hasVote }) => !hasVote)
  const people = (caption: string, listed: typeof attendees): readonly Block[] =>
    listed.length === 0
      ? []
      : [
          heading(3, caption),
          {
            kind: 'table',
            caption,
            columns: [
              { title: 'Nombre', width: 42 },
              { title: 'Cargo', width: 58 },
            ],
            rows: attendanceRows(listed),
          },
        ]
  return sessionPaper(body, session, 'Convocatoria', [
    ...sessionFront(body, session, `Convocatoria a la ${sessionName(session)}`, session.time),
    paragraph(endSentence(`Fecha de la convocatoria: ${longDate(issuedOn)}`)),
    paragraph(callSentence(input)),
    ...agenda(plan.points),
    ...(attendees.length === 0 ? [] : [heading(2, 'Personas convocadas')]),
    ...people('Con voz y voto', voters),
    ...people('Con voz', others),
    ...(secretary
      ? [
          {
            kind: 'signatures' as const,
            signatories: [
              {
                name: listName(secretary),
                caption: cleanLine(roleTitle(secretary, body) ?? secretary.charge),
              },
            ],
          },
        ]
      : []),
  ])
}
