import { readPreference, writePreference } from '../../commands/local-preferences'

const AUTHOR = 'calendario.autor'

/** Who signs the next change of state: whoever signed the last one on this computer. */
export function planAuthor(): string {
  return readPreference(AUTHOR) ?? 'Secretaría Técnica'
}

export function rememberPlanAuthor(author: string): void {
  if (author.trim() !== '') writePreference(AUTHOR, author.trim())
}
