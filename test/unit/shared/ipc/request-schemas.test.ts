import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_ATTACHMENT_BYTES, MAX_DROPPED_FILES, MENU_COMMANDS } from '../../../../shared/ipc'
import { type Channel, PROJECTOR_CHANNELS } from '../../../../shared/ipc/contract'
import { PACKET_CHUNK_BYTES } from '../../../../shared/ipc/packet'
import { MAX_READ_LIMIT, requestSchemas } from '../../../../shared/ipc/request-schemas'
import { sampleChangeSet, sampleId } from '../../../helpers/sample-journal'

const channels = Object.keys(requestSchemas) as Channel[]
const sha256 = 'a'.repeat(64)
const tree = { title: 'Minuta', language: 'es-MX', header: '', footer: '', blocks: [] }
const withPrototypeKey = (value: object) =>
  JSON.parse(`${JSON.stringify(value).slice(0, -1)},"__proto__":{"x":1}}`)

const jobId = 'fddedf0a-3829-4ec8-9a83-003e78c75e38'
const start = { suggestedName: 'Expediente', bagName: 'CGyPE-v1', passphrase: null, expectedBytes: 0 }
const incomingUrl = `app://quorum/entrante/${'a'.repeat(43)}`

const yearStart = { format: 'folder', suggestedName: 'Publicaciones 2026', expectedBytes: 1 }

const accepted: readonly [Channel, unknown][] = [
  ['app:info', null],
  ['app:discard-database', null],
  ['app:notify', { title: 'Seguimiento: 1 asunto vencido', body: '', opens: 'open-calendar' }],
  ['journal:status', null],
  ['journal:reopen', null],
  ['journal:read', { afterSeq: 0, limit: 1 }],
  ['journal:append', { changeSet: sampleChangeSet(1) }],
  ['journal:stage', { changeSetId: sampleId(1), from: 0, changes: sampleChangeSet(1).changes }],
  ['journal:append-staged', { changeSet: sampleChangeSet(1), staged: 250 }],
  ['attachments:pick', null],
  ['attachments:add', { paths: ['/tmp/a.pdf'] }],
  ['attachments:store', { name: 'a.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([1]) }],
  ['attachments:open', { sha256, name: 'a.pdf' }],
  ['documents:save-docx', { suggestedName: 'minuta', bytes: new Uint8Array([1]) }],
  ['documents:save-pdf', { suggestedName: 'minuta', tree }],
  ['documents:render-pdf', { tree }],
  ['documents:save-file', { kind: 'eml', name: 'UNICOM', bytes: new Uint8Array([1]) }],
  ['documents:save-folder', { files: [{ kind: 'html', name: 'a', bytes: new Uint8Array([1]) }] }],
  ['documents:reveal', { fileId: 'fddedf0a-3829-4ec8-9a83-003e78c75e38' }],
  ['settings:get', null],
  ['settings:set', { theme: 'dark' }],
  ['settings:set', {}],
  ['settings:set', { dueNotices: false }],
  ['projector:open', { sessionId: '015fc000-0000-7000-8000-000000000001' }],
  ['projector:close', null],
  ['attachments:start-upload', { sha256, name: 'a.pdf', size: 1 }],
  ['attachments:send-upload', { uploadId: jobId, bytes: new Uint8Array([1]) }],
  ['attachments:finish-upload', { uploadId: jobId }],
  ['attachments:cancel-upload', { uploadId: jobId }],
  ['packet:begin', start],
  ['packet:begin', { ...start, passphrase: 'cuatro palabras sueltas' }],
  ['packet:add', { jobId, path: 'index.html', bytes: new Uint8Array(), last: true }],
  ['packet:attach', { jobId, path: 'data/anexos/a.pdf', sha256 }],
  ['packet:finish', { jobId, info: [['Bagging-Date', '2017-11-15']], sign: true }],
  ['packet:cancel', { jobId }],
  ['packet:signing-key', null],
  ['packet:replace-signing-key', null],
  ['year:begin', yearStart],
  ['year:add', { jobId, path: 'index.html', bytes: new Uint8Array(), last: true }],
  ['year:attach', { jobId, path: 'imagenes/a.png', sha256, role: 'image' }],
  ['year:finish', { jobId }],
  ['year:cancel', { jobId }],
  ['incoming:pick', null],
  ['incoming:add', { path: '/tmp/expediente.quorum.zip' }],
  ['incoming:take', null],
  ['incoming:close', { url: incomingUrl }],
]

const aChange = sampleChangeSet(1).changes

const refused: readonly [Channel, string, unknown][] = [
  ['app:info', 'an argument', {}],
  ['app:notify', 'an icon from elsewhere', { title: 'a', body: '', opens: 'open-calendar', icon: '/etc/x' }],
  ['app:notify', 'another screen', { title: 'a', body: '', opens: 'show-about' }],
  ['journal:status', 'nothing at all', undefined],
  ['journal:read', 'a negative place', { afterSeq: -1, limit: 1 }],
  ['journal:read', 'a fraction', { afterSeq: 0.5, limit: 1 }],
  ['journal:read', 'too many', { afterSeq: 0, limit: MAX_READ_LIMIT + 1 }],
  ['journal:append', 'a bare change set', sampleChangeSet(1)],
  ['journal:stage', 'no changes', { changeSetId: sampleId(1), from: 0, changes: [] }],
  ['journal:stage', 'a place before the first', { changeSetId: sampleId(1), from: -1, changes: aChange }],
  [
    'journal:stage',
    'a prototype key',
    withPrototypeKey({ changeSetId: sampleId(1), from: 0, changes: aChange }),
  ],
  ['journal:append-staged', 'nothing ahead', { changeSet: sampleChangeSet(1), staged: 0 }],
  ['journal:append-staged', 'too many in all', { changeSet: sampleChangeSet(1), staged: 100_000 }],
  ['journal:append', 'a prototype key', withPrototypeKey({ changeSet: sampleChangeSet(1) })],
  ['attachments:add', 'no paths', { paths: [] }],
  ['attachments:add', 'too many paths', { paths: new Array(MAX_DROPPED_FILES + 1).fill('/a') }],
  ['attachments:store', 'no bytes', { name: 'a', mediaType: 'text/plain', bytes: new Uint8Array() }],
  ['attachments:store', 'no type', { name: 'a', mediaType: 'pdf', bytes: new Uint8Array([1]) }],
  [
    'attachments:store',
    'a path to read',
    { name: 'a', mediaType: 'text/plain', bytes: new Uint8Array([1]), path: '/etc/passwd' },
  ],
  ['documents:render-pdf', 'another tree', { tree: { html: '<script>' } }],
  ['attachments:open', 'a path as hash', { sha256: `../../${'a'.repeat(58)}`, name: 'a' }],
  ['attachments:open', 'an upper-case hash', { sha256: sha256.toUpperCase(), name: 'a' }],
  ['documents:save-docx', 'a list as bytes', { suggestedName: 'a', bytes: [1, 2] }],
  ['documents:save-docx', 'no bytes', { suggestedName: 'a', bytes: new Uint8Array() }],
  [
    'documents:save-docx',
    'a path of its own',
    { suggestedName: 'a', bytes: new Uint8Array(1), path: '/etc/x' },
  ],
  ['documents:save-pdf', 'another tree', { suggestedName: 'a', tree: { html: '<script>' } }],
  ['documents:save-file', 'a kind that runs', { kind: 'exe', name: 'a', bytes: new Uint8Array([1]) }],
  ['documents:save-file', 'no bytes', { kind: 'ics', name: 'a', bytes: new Uint8Array() }],
  ['documents:save-folder', 'no files', { files: [] }],
  [
    'documents:save-folder',
    'a folder of its own',
    { folder: '/etc', files: [{ kind: 'ics', name: 'a', bytes: new Uint8Array([1]) }] },
  ],
  ['documents:reveal', 'a path', { fileId: '/etc/passwd' }],
  ['settings:set', 'a folder', { lastFolder: '/etc' }],
  ['settings:set', 'an unknown theme', { theme: 'pink' }],
  ['projector:open', 'an address', { sessionId: 'https://example.org' }],
  ['attachments:start-upload', 'a path as hash', { sha256: '../a', name: 'a', size: 1 }],
  ['attachments:start-upload', 'more than any file', { sha256, name: 'a', size: MAX_ATTACHMENT_BYTES + 1 }],
  [
    'attachments:send-upload',
    'more than a piece',
    { uploadId: jobId, bytes: new Uint8Array(PACKET_CHUNK_BYTES + 1) },
  ],
  ['packet:begin', 'a folder of its own', { ...start, folder: '/etc' }],
  ['packet:begin', 'a bag that leaves its folder', { ...start, bagName: '../etc' }],
  ['packet:begin', 'an empty passphrase', { ...start, passphrase: '' }],
  ['packet:add', 'text as bytes', { jobId, path: 'a', bytes: 'x', last: true }],
  ['packet:attach', 'a path to read', { jobId, path: 'a', sha256: '/etc/passwd' }],
  ['packet:finish', 'a label with a line break', { jobId, info: [['A\nB', 'x']], sign: false }],
  ['year:begin', 'a folder of its own', { ...yearStart, folder: '/etc' }],
  ['year:begin', 'another format', { ...yearStart, format: 'tar' }],
  ['year:attach', 'a path to read', { jobId, path: 'a', sha256: '/etc/passwd', role: 'image' }],
  ['year:attach', 'a role that keeps hidden data', { jobId, path: 'a', sha256, role: 'raw' }],
  ['year:finish', 'a path', { jobId, target: '/etc/x' }],
  ['documents:save-pdf', 'a poster that is not one', { suggestedName: 'a', tree: { kind: 'year-poster' } }],
  ['incoming:close', 'an address elsewhere', { url: 'https://example.org/entrante/x' }],
  ['incoming:close', 'a file', { url: 'file:///etc/passwd' }],
]

describe('request schemas', () => {
  it.each(accepted)('%s accepts what the preload sends', (channel, payload) => {
    expect(requestSchemas[channel].parse(payload)).toEqual(payload)
  })

  it('have an accepted sample for every channel', () => {
    expect(new Set(accepted.map(([channel]) => channel))).toEqual(new Set(channels))
  })

  it.each(refused)('%s refuses %s', (channel, _what, payload) => {
    expect(requestSchemas[channel].safeParse(payload).success).toBe(false)
  })

  it('never throw nor touch Object.prototype, whatever arrives', () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withMap: true,
      withTypedArray: true,
      withDate: true,
    })
    fc.assert(
      fc.property(fc.constantFrom(...channels), anything, (channel, payload) => {
        requestSchemas[channel].safeParse(payload)
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('rights and limits', () => {
  it('let the projector change nothing', () => {
    const changing = channels.filter((channel) => !PROJECTOR_CHANNELS.has(channel))
    expect(changing).toEqual(
      expect.arrayContaining(['journal:append', 'attachments:add', 'documents:save-pdf', 'settings:set']),
    )
    expect([...PROJECTOR_CHANNELS].every((channel) => channels.includes(channel))).toBe(true)
  })

  it('stay what users were told', () => {
    expect(MAX_ATTACHMENT_BYTES).toBe(2_147_483_648)
    expect(new Set(MENU_COMMANDS).size).toBe(MENU_COMMANDS.length)
  })
})
