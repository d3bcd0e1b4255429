/** Dates of the information dictionary as Chromium writes them: by the clock, and once each. */
const DATES = /\/(?:CreationDate|ModDate) \(D:\d{14}(?:Z|[+-]\d\d'\d\d'?)?\)/g

/** The program that made it: Chromium's user agent, which names the system and its version. */
const CREATOR = /\/Creator \((?:[^()\\]|\\[\s\S])*\)/

/**
 * A PDF without what differs from one print of the same document to the next: when it was made and on
 * what system. Blanks of the same length take its place, since a PDF counts its own bytes. Text of the
 * document cannot look like these entries: inside a string of a PDF every parenthesis is escaped.
 */
export function withoutClock(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const blank = (found: string) => ' '.repeat(found.length)
  return Buffer.from(text.replace(DATES, blank).replace(CREATOR, blank), 'latin1')
}
