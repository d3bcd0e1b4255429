import type { Body } from '../../../shared/domain/bodies'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../shared/lib/result'
import {
  type AreaBatch,
  type AreaLetter,
  areaOficio,
  emailFile,
  formDataOf,
  isMailAddress,
  type OficioInput,
  renderForm,
  todosFile,
  utf8,
} from '../../../shared/outputs'
import type { FolderFailure, MadeFile, SavedFile, SavedFolder, SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'
import { readPreference, writePreference } from '../local-preferences'
import { type DocumentKind, docxBytes } from '../minuta/document-bytes'
import { saveDocument } from '../minuta/save-document'

/** What can be made for an área, besides its oficio. */
export type AreaFileKind = 'eml' | 'ics' | 'html'

/** An área with the letter as the user left it, and where it goes (empty when she will write it later). */
export interface AreaSending {
  readonly batch: AreaBatch
  readonly letter: AreaLetter
  readonly address: string
  readonly oficio: OficioParts
}

/** What an e-mail needs of it. */
type Mailing = Omit<AreaSending, 'oficio'>

const addressKey = (batch: AreaBatch) => `seguimiento.correo.${batch.key}`

/** The address that was last used for an área on this computer; empty when there is none. */
export function areaAddress(batch: AreaBatch): string {
  return readPreference(addressKey(batch)) ?? ''
}

export function rememberAreaAddress(batch: AreaBatch, address: string): void {
  writePreference(addressKey(batch), address.trim() === '' ? null : address.trim())
}

function nameOf({ batch }: Mailing, today: IsoDate): string {
  return `Seguimiento ${batch.name} ${today}`
}

function formText(deps: CommandDeps, body: Body, { batch }: Mailing, today: IsoDate): string {
  const formId = deps.effects.newId()
  const madeAt = deps.effects.now()
  return renderForm(
    formDataOf({ formId, body, area: batch.name, madeAt, madeOn: today, records: batch.records }),
  )
}

function emailText(deps: CommandDeps, body: Body, sending: Mailing, today: IsoDate): string {
  const { batch, letter } = sending
  const name = nameOf(sending, today)
  const at = deps.effects.now()
  const address = sending.address.trim()
  return emailFile({
    from: null,
    to: isMailAddress(address) ? [{ name: batch.fullName, address }] : [],
    subject: letter.subject,
    text: letter.text,
    files: [
      {
        name: `${name}.html`,
        mediaType: 'text/html; charset=utf-8',
        text: formText(deps, body, sending, today),
      },
      {
        name: `${name}.ics`,
        mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
        text: todosFile(batch.records, at),
      },
    ],
    at,
  })
}

/** One file for an área: the e-mail with the other two inside, the calendar, or the form. */
export function areaFile(
  deps: CommandDeps,
  body: Body,
  sending: Mailing,
  kind: AreaFileKind,
  today: IsoDate,
): MadeFile {
  const name = nameOf(sending, today)
  switch (kind) {
    case 'eml':
      return { kind, name, bytes: utf8(emailText(deps, body, sending, today)) }
    case 'ics':
      return { kind, name, bytes: utf8(todosFile(sending.batch.records, deps.effects.now())) }
    case 'html':
      return { kind, name, bytes: utf8(formText(deps, body, sending, today)) }
  }
}

/** What makes the oficio of an área besides its items. */
export type OficioParts = Omit<OficioInput, 'body' | 'batch' | 'today'>

/** The oficio of an área, as DOCX or PDF, where the user chooses. */
export function saveAreaOficio(
  deps: CommandDeps,
  kind: DocumentKind,
  oficio: OficioInput,
): Promise<Result<SavedFile, SaveFailure>> {
  return saveDocument(deps, kind, areaOficio(oficio))
}

/** Writes one file for an área where the user chooses. */
export function saveAreaFile(
  deps: CommandDeps,
  body: Body,
  sending: Mailing,
  kind: AreaFileKind,
  today: IsoDate,
): Promise<Result<SavedFile, SaveFailure>> {
  return deps.desktop.documents.saveFile(areaFile(deps, body, sending, kind, today))
}

async function oficioFile(
  body: Body,
  { batch, oficio }: AreaSending,
  today: IsoDate,
): Promise<Result<MadeFile, SaveFailure>> {
  const tree = areaOficio({ ...oficio, body, batch, today })
  const bytes = await docxBytes(tree)
  return bytes.ok ? ok({ kind: 'docx', name: tree.title, bytes: bytes.value }) : bytes
}

/** Writes the four files of every área to the folder that the user chooses. */
export async function saveAllAreaFiles(
  deps: CommandDeps,
  body: Body,
  sendings: readonly AreaSending[],
  today: IsoDate,
): Promise<Result<SavedFolder, FolderFailure>> {
  const kinds: readonly AreaFileKind[] = ['eml', 'ics', 'html']
  const files: MadeFile[] = []
  for (const sending of sendings) {
    const oficio = await oficioFile(body, sending, today)
    if (!oficio.ok) return err({ ...oficio.error, written: 0 })
    files.push(...kinds.map((kind) => areaFile(deps, body, sending, kind, today)), oficio.value)
  }
  return deps.desktop.documents.saveFolder({ files })
}
