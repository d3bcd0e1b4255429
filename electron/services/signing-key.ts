import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { z } from 'zod'
import type { PacketFailure, SaveFailure, SigningKeyState, UnreadableKey } from '../../shared/ipc'
import { required } from '../../shared/lib/assert'
import { err, ok, type Result } from '../../shared/lib/result'
import { fingerprintOf } from '../../shared/packet/bag'
import { writeFileDurably } from './durable-file'
import { type FileSystem, ifPresent } from './file-system'
import type { SignatureFiles } from './packet/packet-writing'
import { saveFailure } from './save-file'

/** Only the user may read the file, and only he may write it. */
const PRIVATE_MODE = 0o600

/** Largest key file that is read. */
const MAX_BYTES = 64 * 1024

/** The operating system's keychain, when it really protects something. */
export interface Keychain {
  /** False where there is none, or one that only hides. */
  readonly protects: () => boolean
  readonly encrypt: (text: string) => Uint8Array
  /** Throws when it was not encrypted here. */
  readonly decrypt: (bytes: Uint8Array) => string
}

/** The file: the private key (PKCS #8, PEM) as text, or encrypted by the keychain and in base64. */
const fileSchema = z.strictObject({
  format: z.literal('quorum-signing-key'),
  version: z.literal(1),
  protection: z.enum(['keychain', 'file']),
  privateKey: z.string().min(1),
})

interface Loaded {
  readonly privateKey: KeyObject
  readonly shown: Extract<SigningKeyState, { readonly kind: 'ready' }>
}

/** The key is there and cannot be used. */
class Unreadable {
  readonly shown: Extract<SigningKeyState, { readonly kind: 'unreadable' }>

  constructor(reason: UnreadableKey) {
    this.shown = { kind: 'unreadable', reason }
  }
}

/**
 * The key this installation signs packets with: made when it is first needed, and the same ever after. One
 * that cannot be read stays where it is, and nothing is signed, until the user asks for a new one: that has
 * another fingerprint, of which everybody who knows the old one will be warned.
 */
export class SigningKeyStore {
  readonly #fs: FileSystem
  readonly #file: string
  readonly #keychain: Keychain
  #loading: Promise<Loaded | Unreadable> | null = null

  constructor(fs: FileSystem, file: string, keychain: Keychain) {
    this.#fs = fs
    this.#file = file
    this.#keychain = keychain
  }

  /** What may be shown of the key. */
  async show(): Promise<Result<SigningKeyState, SaveFailure>> {
    const loaded = await this.#loaded(() => this.#load())
    return loaded.ok ? ok(loaded.value.shown) : loaded
  }

  /** Makes a new key in place of one that cannot be read, which is kept aside; a good one stays. */
  async replace(): Promise<Result<SigningKeyState, SaveFailure>> {
    const found = await this.#loaded(() => this.#load())
    if (!found.ok) return found
    if (!(found.value instanceof Unreadable)) return ok(found.value.shown)
    const made = await this.#loaded(() => this.#replace())
    return made.ok ? ok(made.value.shown) : made
  }

  /** Signs bytes (Ed25519, 64 bytes). */
  async sign(
    bytes: Uint8Array,
  ): Promise<Result<{ readonly files: SignatureFiles; readonly fingerprint: string }, PacketFailure>> {
    const loaded = await this.#loaded(() => this.#load())
    if (!loaded.ok) return loaded
    if (loaded.value instanceof Unreadable) {
      return err({ code: 'key-unreadable', detail: loaded.value.shown.reason })
    }
    const { privateKey, shown } = loaded.value
    const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
    const files = { signature: sign(null, bytes, privateKey), publicKeyPem }
    return ok({ files, fingerprint: shown.fingerprint })
  }

  async #loaded(load: () => Promise<Loaded | Unreadable>): Promise<Result<Loaded | Unreadable, SaveFailure>> {
    const loading = this.#loading ?? load()
    this.#loading = loading
    // Looked at again the next time: neither a locked keychain nor a full disk stays so.
    const forget = () => {
      if (this.#loading === loading) this.#loading = null
    }
    try {
      const loaded = await loading
      if (loaded instanceof Unreadable) forget()
      return ok(loaded)
    } catch (error) {
      forget()
      return err(saveFailure(error))
    }
  }

  async #load(): Promise<Loaded | Unreadable> {
    const text = await ifPresent(this.#read())
    return text === null ? this.#create() : this.#parse(text)
  }

  async #replace(): Promise<Loaded> {
    await this.#fs.rename(this.#file, await this.#asideName())
    return this.#create()
  }

  async #read(): Promise<string> {
    const handle = await this.#fs.open(this.#file, 'r')
    try {
      const { size } = await handle.stat()
      // Not ours, whatever it is; read as damaged.
      return size > MAX_BYTES ? '' : (await handle.readFile()).toString('utf8')
    } finally {
      await handle.close()
    }
  }

  #parse(text: string): Loaded | Unreadable {
    const file = fileSchema.safeParse(parseJson(text))
    if (!file.success) return new Unreadable('damaged')
    const { protection, privateKey } = file.data
    if (protection === 'file') return loadedFrom(privateKey, false) ?? new Unreadable('damaged')
    if (!this.#keychain.protects()) return new Unreadable('no-keychain')
    const pem = this.#opened(privateKey)
    if (pem === null) return new Unreadable('refused')
    return loadedFrom(pem, true) ?? new Unreadable('damaged')
  }

  #opened(sealed: string): string | null {
    try {
      return this.#keychain.decrypt(Buffer.from(sealed, 'base64'))
    } catch {
      return null
    }
  }

  async #create(): Promise<Loaded> {
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const protectedBySystem = this.#keychain.protects()
    const file: z.infer<typeof fileSchema> = {
      format: 'quorum-signing-key',
      version: 1,
      protection: protectedBySystem ? 'keychain' : 'file',
      privateKey: protectedBySystem ? Buffer.from(this.#keychain.encrypt(pem)).toString('base64') : pem,
    }
    const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`)
    await writeFileDurably(this.#fs, this.#file, [bytes], PRIVATE_MODE)
    return required(loadedFrom(pem, protectedBySystem), 'the key that was just made')
  }

  async #asideName(): Promise<string> {
    for (let count = 1; ; count += 1) {
      const name = `${this.#file}.damaged-${count}`
      if ((await ifPresent(this.#fs.stat(name))) === null) return name
    }
  }
}

/** The key in a PEM; null when it is none, or of another kind. */
function loadedFrom(pem: string, protectedBySystem: boolean): Loaded | null {
  try {
    const privateKey = createPrivateKey(pem)
    if (privateKey.asymmetricKeyType !== 'ed25519') return null
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    return { privateKey, shown: { kind: 'ready', fingerprint: fingerprintOf(spki), protectedBySystem } }
  } catch {
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
