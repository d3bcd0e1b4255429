import { describe, expect, it } from 'vitest'
import {
  type BagNotice,
  type BagProblem,
  bagNoticeText,
  bagProblemText,
  MAX_BAG_PROBLEMS,
  verifyBag,
  verifyPacket,
} from '../../../../../shared/packet'
import { type Bag, bagOf, changed, contentsOf, digestOf, resealed, rewritten } from '../../../../helpers/bag'

const bag = bagOf({ 'index.html': '<p>', 'data/a.txt': 'a', 'data/sub/b.txt': 'bb' }, [
  ['Source-Organization', 'INE'],
])
const MANIFEST = 'manifest-sha256.txt'
const TAGS = 'tagmanifest-sha512.txt'
const digest = digestOf(Buffer.from('a')).sha256

function kinds(given: Bag): readonly string[] {
  const { incomplete, invalid } = verifyBag(contentsOf(given))
  return [...new Set([...incomplete, ...invalid].map(({ kind }) => kind))]
}

/** The bag with its first manifest rewritten, and nothing else wrong. */
function manifest(rewrite: (text: string) => string): Bag {
  return rewritten(bag, MANIFEST, rewrite)
}

function declared(text: string): Bag {
  return rewritten(bag, 'bagit.txt', () => text)
}

function info(rewrite: (text: string) => string): Bag {
  return rewritten(bag, 'bag-info.txt', rewrite)
}

/** Without tag manifests, so that only payload rules are looked at. */
const untagged = changed(bag, { 'tagmanifest-sha256.txt': null, 'tagmanifest-sha512.txt': null })

describe('bags that the standard accepts', () => {
  it.each<[string, Bag]>([
    ['the bag as it was made', bag],
    ['lines that end in CRLF', manifest((text) => text.replaceAll('\n', '\r\n'))],
    ['lines that end in CR', manifest((text) => text.replaceAll('\n', '\r'))],
    ['a last line without ending', manifest((text) => text.trimEnd())],
    ['checksums in upper case', manifest((text) => text.replace(/^\w+/gm, (hex) => hex.toUpperCase()))],
    ['one space after the checksum', manifest((text) => text.replaceAll('  ', ' '))],
    ['tabs after the checksum', manifest((text) => text.replaceAll('  ', '\t \t'))],
    ['no tag manifests', untagged],
    ['no bag-info.txt', resealed(changed(bag, { 'bag-info.txt': null }))],
    ['an empty payload file', bagOf({ 'data/empty': '' })],
    ['another tag file, not listed', changed(bag, { 'notas.txt': 'x' })],
    ['elements of bag-info.txt that repeat', info((text) => `Contact-Name: A\nContact-Name: B\n${text}`)],
    ['a value that goes on, indented by a tab', info((text) => `X: one\n\ttwo\n${text}`)],
    ['Payload-Oxum in other letters', info((text) => text.replace('Payload-Oxum', 'PAYLOAD-OXUM'))],
    ['a declaration with CRLF', declared('BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n')],
    ['an encoding in lower case', declared('BagIt-Version: 1.0\nTag-File-Character-Encoding: utf-8\n')],
    ['only one payload manifest', resealed(changed(bag, { 'manifest-sha512.txt': null }))],
    ['names in another Unicode form', normalized()],
    ['%0a in lower case', encoded('data/x\ny', (text) => text.replace('%0A', '%0a'))],
    ['a percent sign that is encoded', encoded('data/50%', (text) => text)],
    ['spaces inside a path', encoded('data/a b  c', (text) => text)],
  ])('%s', (_, given) => {
    expect(kinds(given)).toEqual([])
    expect(verifyBag(contentsOf(given))).toMatchObject({ complete: true, valid: true })
  })
})

/** A payload file of any name, with a manifest written by hand. */
function encoded(path: string, rewrite: (text: string) => string): Bag {
  const bytes = Buffer.from('x')
  const written = path.replace('%', '%25').replace('\n', '%0A')
  return new Map([
    ['bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    [path, bytes],
    [MANIFEST, Buffer.from(rewrite(`${digestOf(bytes).sha256} ${written}\n`))],
  ])
}

/** The manifest has the composed form of a name; the file system gave the decomposed one. */
function normalized(): Bag {
  const made = encoded('data/sesión', (text) => text.normalize('NFC'))
  const bytes = made.get('data/sesión') ?? new Uint8Array()
  return changed(changed(made, { 'data/sesión': null }), { ['data/sesión'.normalize('NFD')]: bytes })
}

describe('bags that are not complete', () => {
  it.each<[string, Bag, BagProblem['kind'][]]>([
    ['no bagit.txt', resealed(changed(untagged, { 'bagit.txt': null })), ['missing-file']],
    ['an empty declaration', declared(''), ['bad-declaration']],
    ['a declaration of one line', declared('BagIt-Version: 1.0\n'), ['bad-declaration']],
    [
      'a declaration of three lines',
      declared('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n'),
      ['bad-declaration'],
    ],
    [
      'a declaration in the wrong order',
      declared('Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n'),
      ['bad-declaration'],
    ],
    [
      'a label in other letters',
      declared('Bagit-version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['bad-declaration'],
    ],
    [
      'two spaces in the declaration',
      declared('BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['bad-declaration'],
    ],
    [
      'a version of one number',
      declared('BagIt-Version: 1\nTag-File-Character-Encoding: UTF-8\n'),
      ['bad-declaration'],
    ],
    ['an older version', declared('BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n'), ['version']],
    ['a version to come', declared('BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n'), ['version']],
    [
      'another encoding',
      declared('BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n'),
      ['encoding'],
    ],
    [
      'a mark before the declaration',
      declared('\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['byte-order-mark'],
    ],
    ['a mark before a manifest', manifest((text) => `\ufeff${text}`), ['byte-order-mark']],
    ['no payload', bagOf({ 'index.html': 'x' }), ['no-payload']],
    [
      'no payload manifest',
      resealed(changed(bag, { 'manifest-sha256.txt': null, 'manifest-sha512.txt': null })),
      ['no-payload-manifest'],
    ],
    ['a payload file gone', changed(bag, { 'data/a.txt': null }), ['listed-missing', 'oxum-differs']],
    ['a payload file more', changed(bag, { 'data/z.txt': 'z' }), ['payload-unlisted', 'oxum-differs']],
    ['a file in one manifest only', manifest((text) => text.replace(/.*b\.txt\n/, '')), ['payload-unlisted']],
    ['a file listed twice', manifest((text) => text + text.split('\n')[0]), ['listed-twice']],
    ['a listed tag file gone', changed(bag, { 'index.html': null }), ['listed-missing']],
    ['a folder listed', manifest((text) => `${text}${digest} data/sub/\n`), ['bad-line']],
    ['a path outside data/', manifest((text) => `${text}${digest} index.html\n`), ['bad-line']],
    ['a path that climbs', manifest((text) => `${text}${digest} data/../x\n`), ['bad-line']],
    ['an absolute path', manifest((text) => `${text}${digest} /etc/passwd\n`), ['bad-line']],
    ['a home folder', manifest((text) => `${text}${digest} ~root/x\n`), ['bad-line']],
    ['a drive', manifest((text) => `${text}${digest} C:/x\n`), ['bad-line']],
    ['a path of Windows', manifest((text) => `${text}${digest} \\\\?\\C:\\x\n`), ['bad-line']],
    [
      'backslashes',
      manifest((text) => text.replace('data/a.txt', 'data\\a.txt')),
      ['bad-line', 'payload-unlisted'],
    ],
    ['a percent sign alone', manifest((text) => `${text}${digest} data/50%\n`), ['bad-line']],
    [
      'a space encoded',
      manifest((text) => text.replace('data/a.txt', 'data/a%2Etxt')),
      ['bad-line', 'payload-unlisted'],
    ],
    [
      'an asterisk of md5sum',
      manifest((text) => text.replaceAll('  ', ' *')),
      ['bad-line', 'payload-unlisted'],
    ],
    ['a backslash of md5sum', manifest((text) => `\\${text}`), ['bad-line', 'payload-unlisted']],
    ['no white space', manifest((text) => text.replaceAll('  ', '')), ['bad-line', 'payload-unlisted']],
    ['an empty line', manifest((text) => `${text}\n\n`), ['bad-line']],
    ['a comment', manifest((text) => `# lista\n${text}`), ['bad-line']],
    ['a checksum cut', manifest((text) => text.replace(/^\w/, '')), ['bad-line', 'payload-unlisted']],
    [
      'a checksum that is no hexadecimal',
      manifest((text) => text.replace(/^\w/, 'g')),
      ['bad-line', 'payload-unlisted'],
    ],
    [
      'payload in a tag manifest',
      changed(bag, {
        [TAGS]: `${Buffer.from(bag.get(TAGS) ?? [])}${digestOf(Buffer.from('a')).sha512} data/a.txt\n`,
      }),
      ['bad-line'],
    ],
    [
      'a tag manifest in a tag manifest',
      changed(bag, {
        [TAGS]: `${Buffer.from(bag.get(TAGS) ?? [])}${'0'.repeat(128)} tagmanifest-sha256.txt\n`,
      }),
      ['bad-line'],
    ],
    [
      'a payload manifest that no tag manifest lists',
      changed(bag, {
        [TAGS]: Buffer.from(bag.get(TAGS) ?? [])
          .toString()
          .replace(/.*manifest-sha256.txt\n/, ''),
      }),
      ['manifest-unlisted'],
    ],
    ['fetch.txt', changed(bag, { 'fetch.txt': 'https://example.com/a 1 data/a.txt\n' }), ['fetch']],
    ['an element without colon', info((text) => `Contact-Name\n${text}`), ['bad-info-line']],
    ['no space after the colon', info((text) => `Contact-Name:A\n${text}`), ['bad-info-line']],
    ['a space before the colon', info((text) => `Contact-Name : A\n${text}`), ['bad-info-line']],
    ['an element that goes on from nothing', info((text) => `  A\n${text}`), ['bad-info-line']],
    ['an empty value', info((text) => `Contact-Name: \n${text}`), ['bad-info-line']],
    ['Payload-Oxum twice', info((text) => `${text}Payload-Oxum: 3.2\n`), ['oxum-repeated']],
    ['Payload-Oxum of other bytes', info((text) => text.replace('3.2', '4.2')), ['oxum-differs']],
    ['Payload-Oxum of other files', info((text) => text.replace('3.2', '3.1')), ['oxum-differs']],
    ['Payload-Oxum without files', info((text) => text.replace('3.2', '3')), ['oxum-form']],
    [
      'tag files that are not UTF-8',
      changed(untagged, { 'bag-info.txt': Uint8Array.of(0xc3, 0x28) }),
      ['not-utf8'],
    ],
    [
      'one name in two Unicode forms',
      changed(
        encoded('data/ñ', (text) => text),
        { ['data/ñ'.normalize('NFD')]: 'x' },
      ),
      ['twin-paths'],
    ],
  ])('%s', (_, given, expected) => {
    expect(kinds(given)).toEqual(expect.arrayContaining(expected))
    const report = verifyBag(contentsOf(given))
    expect(report).toMatchObject({ complete: false, valid: false })
    for (const problem of report.incomplete) expect(bagProblemText(problem)).toMatch(/\S.*\.$/s)
  })
})

describe('bags that are complete and not valid', () => {
  it.each<[string, Bag, BagProblem['kind']]>([
    ['a payload file changed, of the same size', changed(bag, { 'data/a.txt': 'z' }), 'wrong-digest'],
    ['a tag file changed', changed(bag, { 'index.html': '<b>' }), 'wrong-digest'],
    [
      'one manifest that does not agree',
      manifest((text) => text.replace(/^\w+/, '0'.repeat(64))),
      'wrong-digest',
    ],
    [
      'a manifest of an algorithm not known',
      resealed(changed(bag, { 'manifest-md5.txt': md5() })),
      'unknown-algorithm',
    ],
    [
      'an algorithm in upper case',
      resealed(changed(bag, { 'manifest-SHA256.txt': bag.get(MANIFEST) ?? '' })),
      'unknown-algorithm',
    ],
  ])('%s', (_, given, expected) => {
    expect(kinds(given)).toContain(expected)
    const report = verifyBag(contentsOf(given))
    expect(report).toMatchObject({ complete: true, valid: false })
    for (const problem of report.invalid) expect(bagProblemText(problem)).toMatch(/\S.*\.$/s)
  })
})

function md5(): string {
  return `${'0'.repeat(32)}  data/a.txt\n${'0'.repeat(32)}  data/sub/b.txt\n`
}

describe('what the standard only recommends', () => {
  it.each<[string, Bag, BagNotice['kind']]>([
    ['a tag file that nobody lists', changed(bag, { 'notas.txt': 'x' }), 'tag-unlisted'],
    ['no tag manifest', untagged, 'no-tag-manifest'],
    [
      'tag manifests of different files',
      changed(bag, {
        [TAGS]: Buffer.from(bag.get(TAGS) ?? [])
          .toString()
          .replace(/.*index.html\n/, ''),
      }),
      'tag-manifests-differ',
    ],
    ['names that differ in case', resealed(changed(bag, { 'Index.html': 'x' })), 'case-twins'],
  ])('%s is noticed', (_, given, expected) => {
    const { notices } = verifyBag(contentsOf(given))
    expect(notices.map(({ kind }) => kind)).toContain(expected)
    for (const notice of notices) expect(bagNoticeText(notice)).toMatch(/\.$/)
  })
})

describe('a packet, more than a bag', () => {
  it.each<[string, Bag]>([
    ['a page that no manifest vouches for', changed(bag, { 'otra.html': '<script>' })],
    ['no tag manifests', untagged],
    ['one algorithm only', resealed(changed(bag, { 'manifest-sha512.txt': null }))],
    ['no bag-info.txt', resealed(changed(bag, { 'bag-info.txt': null }))],
  ])('is refused with %s', (_, given) => {
    expect(verifyBag(contentsOf(given)).valid).toBe(true)
    expect(verifyPacket(contentsOf(given))).toMatchObject({ complete: false, valid: false })
  })

  it('may carry a signature, which cannot be in a manifest', () => {
    const signed = changed(bag, {
      'firma/tagmanifest-sha512.txt.sig': 'x',
      'firma/clave-publica.pem': 'y',
    })
    expect(verifyPacket(contentsOf(signed)).valid).toBe(true)
  })

  it('lists no more problems than can be read', () => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`data/${n}`, 'x']))
    const gone = Object.fromEntries(Object.keys(files).map((path) => [path, null]))
    const report = verifyPacket(contentsOf(changed(bagOf({ ...files, 'data/kept': 'k' }), gone)))
    expect(report.incomplete).toHaveLength(MAX_BAG_PROBLEMS)
  })
})
