import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBag } from '../../../../../shared/packet'
import { type Bag, bagOf, changed, contentsOf, resealed, rewritten } from '../../../../helpers/bag'
import { bagProblems } from '../../../../helpers/rfc8493'
import { tempFolder } from '../../../../helpers/temp-folder'

const whole = bagOf(
  {
    'data/documentos/03-minuta.pdf': 'minuta',
    'data/anexos/punto-01/01-informe.pdf': 'informe',
    'index.html': '<!doctype html>',
    'LEAME.txt': 'léame',
  },
  [
    [
      'Source-Organization',
      'Instituto Nacional Electoral, con un nombre tan largo que su línea se tiene que doblar dos veces',
    ],
    ['Bagging-Date', '2017-11-20'],
  ],
)

async function onDisk(bag: Bag): Promise<string> {
  const folder = await tempFolder()
  for (const [file, bytes] of bag) {
    const target = path.join(folder, ...file.split('/'))
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
  return folder
}

/** Bags that RFC 8493 does not call complete and valid. */
const WRONG: Readonly<Record<string, Bag>> = {
  'a byte more in the payload': changed(whole, { 'data/documentos/03-minuta.pdf': 'minuta.' }),
  'a payload file that is gone': changed(whole, { 'data/documentos/03-minuta.pdf': null }),
  'a payload file that nobody lists': changed(whole, { 'data/extra.txt': 'x' }),
  'a tag file that was changed': changed(whole, { 'index.html': '<script>' }),
  'no declaration': resealed(changed(whole, { 'bagit.txt': null })),
  'another declaration': rewritten(whole, 'bagit.txt', () => 'BagIt-Version: 1.0\n'),
  'an oxum that does not add up': rewritten(whole, 'bag-info.txt', (text) =>
    text.replace(/Oxum: \d+/, 'Oxum: 1'),
  ),
  'a manifest that forgets a file': rewritten(whole, 'manifest-sha256.txt', (text) =>
    text.split('\n').slice(1).join('\n'),
  ),
  'a manifest that leaves the bag': rewritten(
    whole,
    'manifest-sha256.txt',
    (text) => `${text}${'a'.repeat(64)}  ../x\n`,
  ),
  'a line that is none': rewritten(whole, 'manifest-sha512.txt', (text) => `${text}hola\n`),
}

describe('a check of bags written from the RFC alone', () => {
  it('finds nothing wrong in what we write', async () => {
    expect(await bagProblems(await onDisk(whole))).toEqual([])
  })

  for (const [what, bag] of Object.entries(WRONG)) {
    it(`finds ${what}, as our own check does`, async () => {
      expect(await bagProblems(await onDisk(bag))).not.toEqual([])
      const verdict = verifyBag(contentsOf(bag))
      expect(verdict.complete && verdict.valid).toBe(false)
    })
  }
})
