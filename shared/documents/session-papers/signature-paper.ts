import type { Body } from '../../domain/bodies'
import type { SessionState } from '../../domain/sessions'
import type { IsoDate } from '../../lib/iso-date'
import type { DocTree } from '../doc-tree'
import { attendedOf } from '../minuta/attendance'
import { replay } from '../minuta/replay'
import { signatoriesOf, signatureSheet } from '../minuta/signature-sheet'
import { longDate } from '../spanish'
import { paragraph, sessionFront, sessionPaper } from './parts'

/** What the sheet is made from; `headHash` is the head of the journal, null when it is not known now. */
export interface SignaturePaperInput {
  readonly body: Body
  readonly state: SessionState
  readonly headHash: string | null
  readonly generatedOn: IsoDate
}

/** The signature sheet by itself, for whoever signs on paper: the same people, order and heading as in the minuta. */
export function buildSignaturePaper({ body, state, headHash, generatedOn }: SignaturePaperInput): DocTree {
  const { session } = state.plan
  const signatories = signatoriesOf(attendedOf(state, replay(state)), session)
  const sheet = { body, session, signatories, headHash, generatedOn: longDate(generatedOn) }
  return sessionPaper(body, session, 'Hoja de firmas', [
    ...sessionFront(body, session, 'Hoja de firmas', state.openedAt ?? session.time),
    ...(signatories.length === 0
      ? [paragraph('Nadie de la lista de asistencia firma la minuta.', 'notice')]
      : signatureSheet(sheet, null)),
  ])
}
