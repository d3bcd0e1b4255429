import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_PACKET_PATH,
  PathSet,
  packetPathProblem,
  planAnnexes,
  safeFileName,
} from '../../../../../shared/packet'
import { makePoint, makeSession } from '../../../../helpers/make-session'

describe('names of files in a packet', () => {
  it.each([
    ['Informe año 2017.PDF', 'Informe-ano-2017.pdf'],
    ['José Ñandú — «versión» (2).docx', 'Jose-Nandu-version-2.docx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system.ini', 'system.ini'],
    ['CON', 'archivo-CON'],
    ['nul.txt', 'archivo-nul.txt'],
    ['com1.pdf', 'archivo-com1.pdf'],
    ['.oculto', 'oculto'],
    ['final. ', 'final'],
    ['   ', 'archivo'],
    ['日本語', 'archivo'],
    ['a\u0000b\u202egpj.exe', 'a-b-gpj.exe'],
    ['acta.tar.gz', 'acta-tar.gz'],
    ['ﬁrma.pdf', 'firma.pdf'],
    ['x.con extensión larguísima', 'x-con-extension-larguisima'],
    ['=cmd.csv', 'cmd.csv'],
  ])('«%s» is %s', (given, expected) => {
    expect(safeFileName(given)).toBe(expected)
  })

  it('is the same for both Unicode forms of a name', () => {
    expect(safeFileName('sesión.pdf'.normalize('NFD'))).toBe(safeFileName('sesión.pdf'.normalize('NFC')))
  })

  it('is always one that a packet may have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(packetPathProblem(`data/${safeFileName(name)}`)).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('paths of a packet', () => {
  it.each([
    ['', 'empty'],
    ['/data/x', 'empty-folder'],
    ['data//x', 'empty-folder'],
    ['data/../x', 'bad-start'],
    ['data/.x', 'bad-start'],
    ['data/x.', 'ends-with-dot'],
    ['data/x y', 'bad-character'],
    ['data\\x', 'bad-character'],
    ['data/ñ', 'bad-character'],
    ['C:/x', 'bad-character'],
    ['data/aux.pdf', 'device-name'],
    ['LPT9/x', 'device-name'],
    [`data/${'x'.repeat(MAX_PACKET_PATH)}`, 'too-long'],
  ])('«%s» is refused: %s', (path, problem) => {
    expect(packetPathProblem(path)).toBe(problem)
  })

  it('are different without counting case, however many files have one name', () => {
    const paths = new PathSet()
    const names = ['a.pdf', 'A.PDF', 'á.pdf', 'a.pdf', 'a-2.pdf']
    expect(names.map((name) => paths.add('data/x', name))).toEqual([
      'data/x/a.pdf',
      'data/x/A-2.pdf',
      'data/x/a-3.pdf',
      'data/x/a-4.pdf',
      'data/x/a-2-2.pdf',
    ])
  })

  it('of annexes are unique and short for any names', () => {
    const refs = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 255 }), { maxLength: 12 })
    fc.assert(
      fc.property(refs, (names) => {
        const attachments = names.map((name) => ({
          sha256: 'a'.repeat(64),
          name,
          mediaType: 'x/y',
          size: 1,
        }))
        const planned = planAnnexes([makePoint(makeSession(1), 1, { attachments })])
        const paths = planned.map(({ file }) => file.path.toLowerCase())
        expect(new Set(paths).size).toBe(names.length)
        expect(new Set(planned.map(({ id }) => id)).size).toBe(names.length)
        for (const path of paths) expect(packetPathProblem(path)).toBeNull()
      }),
    )
  })
})
