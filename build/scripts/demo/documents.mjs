import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzip } from '../../runtime/unzip.mjs'

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** @param {string} text */
function decodeEntities(text) {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (name)])
}

/**
 * The paragraphs of a DOCX as plain text, read back from the file.
 * @param {string} path
 */
export async function readDocxParagraphs(path) {
  const folder = await mkdtemp(join(tmpdir(), 'quorum-docx-'))
  try {
    await unzip(path, folder, (name) => (name === 'word/document.xml' ? 'document.xml' : null))
    const xml = await readFile(join(folder, 'document.xml'), 'utf8')
    return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
      decodeEntities([...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('')),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Pages of a PDF, counted from its page objects; 0 when it has none that can be read.
 * @param {string} path
 */
export async function countPdfPages(path) {
  const bytes = await readFile(path, 'latin1')
  if (!bytes.startsWith('%PDF-')) return 0
  return [...bytes.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

/**
 * Sentences of the minuta that a document lacks.
 * @param {readonly string[]} sentences
 * @param {readonly string[]} paragraphs
 */
export function missingSentences(sentences, paragraphs) {
  // The bullet of a list is a look of its paragraph, not part of its text.
  const plain = (/** @type {string} */ text) => text.replace(/^• /, '').replace(/\s+/g, ' ').trim()
  const whole = plain(paragraphs.join('\n'))
  return sentences.filter((sentence) => !whole.includes(plain(sentence)))
}
