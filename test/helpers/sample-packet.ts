import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { Encrypter } from 'age-encryption'
import { type RawEntry, rawZip } from './raw-zip'

/** Files of a bag by their path below the top folder. */
export type BagFiles = ReadonlyMap<string, Buffer>

/** What a sample packet is made of; everything has a plain default. */
export interface SamplePacket {
  readonly payload?: Readonly<Record<string, string | Uint8Array>>
  readonly tags?: Readonly<Record<string, string | Uint8Array>>
  /** Seed of the signing key; null leaves the packet unsigned. */
  readonly signer?: number | null
}

const TOP = 'CGyPE-2017-ORD-02'
const PKCS8_PREFIX = '302e020100300506032b657004220420'

const PAYLOAD = {
  'data/documentos/01-minuta.pdf': '%PDF-1.7\n% minuta de la segunda sesión ordinaria\n',
  'data/documentos/01-minuta.docx': 'PK: documento de la segunda sesión ordinaria'.repeat(40),
  'data/anexos/punto-05/01-proyecto.pdf': '%PDF-1.7\n% proyecto de acuerdo\n'.repeat(90),
  'data/datos/sesion.json': '{"sesion":"2ª ordinaria 2017"}\n',
}

const TAGS = {
  'index.html': '<!doctype html><html lang="es-MX"><title>Expediente</title><p>Segunda sesión</p></html>',
  'LEAME.txt': 'Cómo revisar este expediente\n',
}

/** A key that is always the same for the same seed. */
export function signingKey(seed: number): KeyObject {
  const bytes = createHash('sha256').update(`key ${seed}`).digest('hex')
  return createPrivateKey({ key: Buffer.from(PKCS8_PREFIX + bytes, 'hex'), format: 'der', type: 'pkcs8' })
}

function manifest(algorithm: string, files: BagFiles, wanted: (path: string) => boolean): Buffer {
  const lines = [...files]
    .filter(([path]) => wanted(path))
    .map(([path, bytes]) => `${createHash(algorithm).update(bytes).digest('hex')}  ${path}\n`)
  return Buffer.from(lines.join(''))
}

const isPayload = (path: string) => path.startsWith('data/')
const isSignature = (path: string) => path.startsWith('firma/')

/** Adds everything that BagIt asks for: manifests that fit whatever the files now say. */
export function withManifests(files: BagFiles): BagFiles {
  const bag = new Map(
    [...files].filter(([path]) => !/^(?:bagit|bag-info|(?:tag)?manifest-\w+)\.txt$/.test(path)),
  )
  const payload = [...bag].filter(([path]) => isPayload(path))
  const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0)
  bag.set('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'))
  const info = `Source-Organization: CGyPE\nBagging-Date: 2017-11-15\nPayload-Oxum: ${bytes}.${payload.length}\n`
  bag.set('bag-info.txt', Buffer.from(info))
  for (const kind of ['sha256', 'sha512']) bag.set(`manifest-${kind}.txt`, manifest(kind, bag, isPayload))
  const tagged = (path: string) => !isPayload(path) && !isSignature(path) && !path.startsWith('tagmanifest')
  const tagManifests = ['sha256', 'sha512'].map(
    (kind) => [`tagmanifest-${kind}.txt`, manifest(kind, bag, tagged)] as const,
  )
  for (const [path, content] of tagManifests) bag.set(path, content)
  return bag
}

/** Signs the bag as its manifests now stand. */
export function signed(files: BagFiles, seed: number): BagFiles {
  const key = signingKey(seed)
  const message = files.get('tagmanifest-sha512.txt') ?? Buffer.alloc(0)
  const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  return new Map([
    ...files,
    ['firma/tagmanifest-sha512.txt.sig', sign(null, message, key)],
    ['firma/clave-publica.pem', Buffer.from(pem)],
  ])
}

/** The files of an honest packet. */
export function sampleBag({ payload = PAYLOAD, tags = {}, signer = 1 }: SamplePacket = {}): BagFiles {
  const files = Object.entries({ ...TAGS, ...tags, ...payload }).map(
    ([path, content]) => [path, Buffer.from(content as string)] as const,
  )
  const bag = withManifests(new Map(files))
  return signer === null ? bag : signed(bag, signer)
}

/** Entries of the archive in the order in which a packet is written. */
export function bagEntries(files: BagFiles, top = TOP): RawEntry[] {
  return [...files].map(([path, content]) => ({
    name: `${top}/${path}`,
    content,
    method: path.endsWith('.pdf') ? 0 : 8,
  }))
}

/** An honest packet as a file. */
export function samplePacket(sample: SamplePacket = {}): Uint8Array<ArrayBuffer> {
  return rawZip(bagEntries(sampleBag(sample)))
}

/** A file under a passphrase, at a cost that tests can afford. */
export async function encrypted(
  bytes: Uint8Array,
  passphrase: string,
  workFactor = 10,
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return new Uint8Array(await encrypter.encrypt(bytes))
}
