import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bagInfoText,
  decodeManifestPath,
  encodeManifestPath,
  infoValues,
  manifestText,
  packetInfo,
  parseBagInfo,
  payloadTagFiles,
  verifyPacket,
} from '../../../../../shared/packet'
import { parseManifest } from '../../../../../shared/packet/bag/manifest'
import { bagOf, contentsOf, digestOf } from '../../../../helpers/bag'
import { viewOf } from '../../../../helpers/packet-view'

const TOTALS = { bytes: 7, files: 2 }

describe('bag-info.txt', () => {
  it('keeps lines under 80 characters and unfolds to the same values, in order', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/[\s\p{Cc}:]/gu, 'x'))
    const value = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), (values) => {
        const text = bagInfoText(
          values.map((shown, index) => [`Label-${index}`, shown]),
          TOTALS,
        )
        const { elements, badLines } = parseBagInfo(text)
        expect(badLines).toEqual([])
        expect(elements.slice(0, -1).map(([, shown]) => shown)).toEqual(values)
        expect(infoValues(elements, 'payload-oxum')).toEqual(['7.2'])
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(79)
      }),
    )
  })

  it('cannot be given another element by a value', () => {
    const text = bagInfoText([['External-Description', 'Sesión\r\nPayload-Oxum: 0.0\u0000\tfin']], TOTALS)
    expect(text).toBe('External-Description: Sesión Payload-Oxum: 0.0 fin\nPayload-Oxum: 7.2\n')
  })

  it('leaves out what has no value and throws on what is no label', () => {
    expect(bagInfoText([['Contact-Name', ' \n ']], TOTALS)).toBe('Payload-Oxum: 7.2\n')
    for (const label of ['', 'a:b', 'a\nb', ' a', 'a ']) {
      expect(() => bagInfoText([[label, 'x']], TOTALS)).toThrow('Not a label')
    }
  })

  it('of a packet says what it is, with the day in the zone of the body', () => {
    const info = packetInfo(viewOf('public'), 'Quórum 0.1.0')
    expect(infoValues(info, 'Bagging-Date')).toEqual(['2017-11-16'])
    expect(infoValues(info, 'External-Description')).toEqual([
      'Segunda sesión ordinaria 2017, Comité de Gestión y Publicación Electrónica, 15 de noviembre de 2017.',
    ])
    expect(infoValues(info, 'Quorum-Audience')).toEqual(['public'])
    expect(JSON.stringify(info)).not.toContain('@')
  })
})

describe('manifests', () => {
  const digest = digestOf(Buffer.from('x'))

  it('encode line breaks and percent signs in paths, and nothing else', () => {
    expect(encodeManifestPath('data/50% ñ\r\n%0A')).toBe('data/50%25 ñ%0D%0A%250A')
    for (const bad of ['data/%20', 'data/%', 'data/%2', 'data/%2F'])
      expect(decodeManifestPath(bad)).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        expect(decodeManifestPath(encodeManifestPath(path))).toBe(path)
        expect(encodeManifestPath(path)).not.toMatch(/[\r\n]/)
      }),
    )
  })

  it('are read back as they were written, by path', () => {
    const paths = ['data/b', 'data/a b', 'data/ñ%', 'data/x\ny', 'data/\u2028']
    const text = manifestText(
      paths.map((path) => ({ path, ...digest })),
      'sha512',
    )
    const read = parseManifest(text, 'payload', 128)
    expect(read.faults).toEqual([])
    expect(read.entries.map(({ path }) => path)).toEqual([...paths].sort())
  })
})

describe('closing a bag', () => {
  it('gives a valid packet, the same for the same files in any order', () => {
    const files = { 'index.html': '<p>', 'LEAME.txt': 'Lea', 'data/b.txt': 'b', 'data/datos/a.txt': 'a' }
    const bag = bagOf(files, [['Source-Organization', 'INE']])
    expect(verifyPacket(contentsOf(bag))).toMatchObject({ complete: true, valid: true, notices: [] })
    const turned = bagOf(Object.fromEntries(Object.entries(files).reverse()), [
      ['Source-Organization', 'INE'],
    ])
    expect(new Map([...turned].sort())).toEqual(new Map([...bag].sort()))
    expect(Buffer.from(bag.get('bagit.txt') ?? []).toString()).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    )
  })

  it('throws on a path that no packet may have, or that is there twice but for case', () => {
    const file = (path: string) => ({ path, ...digestOf(Buffer.from('x')) })
    expect(() => payloadTagFiles([file('data/../x')], [])).toThrow('bad-start')
    expect(() => payloadTagFiles([file('data/a'), file('data/A')], [])).toThrow('Twice')
  })
})
