import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { z } from 'zod'
import type { SaveFailure, SigningKey } from '../../shared/ipc'
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
  readonly shown: SigningKey
}

/** Code of the failure when the key is there but the keychain that opens it is not. */
const NO_KEYCHAIN = 'NO_KEYCHAIN'

/**
 * The key this installation signs packets with: made when it is first needed, and the same ever after. A
 * file that cannot be read is kept aside and replaced, which changes the fingerprint and is said.
 */
export class SigningKeyStore {
  readonly #fs: FileSystem
  readonly #file: string
  readonly #keychain: Keychain
  #loading: Promise<Loaded> | null = null

  constructor(fs: FileSystem, file: string, keychain: Keychain) {
    this.#fs = fs
    this.#file = file
    this.#keychain = keychain
  }

  /** What may be shown of the key. */
  async show(): Promise<Result<SigningKey, SaveFailure>> {
    const loaded = await this.#loaded()
    return loaded.ok ? ok(loaded.value.shown) : loaded
  }

  /** Signs bytes (Ed25519, 64 bytes). */
  async sign(
    bytes: Uint8Array,
  ): Promise<Result<{ readonly files: SignatureFiles; readonly fingerprint: string }, SaveFailure>> {
    const loaded = await this.#loaded()
    if (!loaded.ok) return loaded
    const { privateKey, shown } = loaded.value
    const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
    const files = { signature: sign(null, bytes, privateKey), publicKeyPem }
    return ok({ files, fingerprint: shown.fingerprint })
  }

  async #loaded(): Promise<Result<Loaded, SaveFailure>> {
    this.#loading ??= this.#load()
    try {
      return ok(await this.#loading)
    } catch (error) {
      // Tried again the next time: a full disk or a locked keychain does not last.
      this.#loading = null
      return err(saveFailure(error))
    }
  }

  async #load(): Promise<Loaded> {
    const text = await ifPresent(this.#read())
    if (text === null) return this.#create(false)
    const found = this.#parse(text)
    if (found !== null) return found
    await this.#fs.rename(this.#file, await this.#asideName())
    return this.#create(true)
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

  /** The key in the file; null when the file is damaged. Throws when the keychain is missing today. */
  #parse(text: string): Loaded | null {
    const file = fileSchema.safeParse(parseJson(text))
    if (!file.success) return null
    const { protection, privateKey } = file.data
    if (protection === 'keychain' && !this.#keychain.protects()) {
      throw Object.assign(new Error('The keychain that opens the key is missing'), { code: NO_KEYCHAIN })
    }
    try {
      const pem =
        protection === 'file' ? privateKey : this.#keychain.decrypt(Buffer.from(privateKey, 'base64'))
      return loadedFrom(createPrivateKey(pem), protection === 'keychain', false)
    } catch {
      return null
    }
  }

  async #create(replacedDamaged: boolean): Promise<Loaded> {
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
    return loadedFrom(privateKey, protectedBySystem, replacedDamaged)
  }

  async #asideName(): Promise<string> {
    for (let count = 1; ; count += 1) {
      const name = `${this.#file}.damaged-${count}`
      if ((await ifPresent(this.#fs.stat(name))) === null) return name
    }
  }
}

function loadedFrom(privateKey: KeyObject, protectedBySystem: boolean, replacedDamaged: boolean): Loaded {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('Another kind of key')
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return { privateKey, shown: { fingerprint: fingerprintOf(spki), protectedBySystem, replacedDamaged } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
