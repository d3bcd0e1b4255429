import type { Body } from '../../../shared/domain/bodies'
import type { IsoDate } from '../../../shared/lib/iso-date'
import type { Result } from '../../../shared/lib/result'
import {
  type AreaBatch,
  type AreaLetter,
  emailFile,
  formDataOf,
  isMailAddress,
  renderForm,
  todosFile,
  utf8,
} from '../../../shared/outputs'
import type { FolderFailure, MadeFile, SavedFile, SavedFolder, SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'
import { readPreference, writePreference } from '../local-preferences'

/** What can be made for an área. */
export type AreaFileKind = 'eml' | 'ics' | 'html'

/** An área with the letter as the user left it, and where it goes (empty when she will write it later). */
export interface AreaSending {
  readonly batch: AreaBatch
  readonly letter: AreaLetter
  readonly address: string
}

const addressKey = (batch: AreaBatch) => `seguimiento.correo.${batch.key}`

/** The address that was last used for an área on this computer; empty when there is none. */
export function areaAddress(batch: AreaBatch): string {
  return readPreference(addressKey(batch)) ?? ''
}

export function rememberAreaAddress(batch: AreaBatch, address: string): void {
  writePreference(addressKey(batch), address.trim() === '' ? null : address.trim())
}

function nameOf({ batch }: AreaSending, today: IsoDate): string {
  return `Seguimiento ${batch.name} ${today}`
}

function formText(deps: CommandDeps, body: Body, { batch }: AreaSending, today: IsoDate): string {
  const formId = deps.effects.newId()
  const madeAt = deps.effects.now()
  return renderForm(
    formDataOf({ formId, body, area: batch.name, madeAt, madeOn: today, records: batch.records }),
  )
}

function emailText(deps: CommandDeps, body: Body, sending: AreaSending, today: IsoDate): string {
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
  sending: AreaSending,
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

/** Writes one file for an área where the user chooses. */
export function saveAreaFile(
  deps: CommandDeps,
  body: Body,
  sending: AreaSending,
  kind: AreaFileKind,
  today: IsoDate,
): Promise<Result<SavedFile, SaveFailure>> {
  return deps.desktop.documents.saveFile(areaFile(deps, body, sending, kind, today))
}

/** Writes the three files of every área to the folder that the user chooses. */
export function saveAllAreaFiles(
  deps: CommandDeps,
  body: Body,
  sendings: readonly AreaSending[],
  today: IsoDate,
): Promise<Result<SavedFolder, FolderFailure>> {
  const kinds: readonly AreaFileKind[] = ['eml', 'ics', 'html']
  const files = sendings.flatMap((sending) => kinds.map((kind) => areaFile(deps, body, sending, kind, today)))
  return deps.desktop.documents.saveFolder({ files })
}
