import {
  configure,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js'
import type { ByteSource } from './byte-source'
import { EntryNames, printable } from './entry-names'
import { INCOMING_LIMITS } from './limits'
import { Refused, refuse } from './refusal'

/** Packed bytes given to the inflater at a time: it returns all they unpack to, up to a thousand times more. */
const PACKED_PIECE_BYTES = 8 * 1024
/** Bytes of a file that is stored as it is, at a time. */
const STORED_PIECE_BYTES = 512 * 1024
const STORED = 0
const DEFLATED = 8
/** Extra fields that say nothing about content: ZIP64 sizes, and times and owners as Info-ZIP writes them. */
const HARMLESS_EXTRAS: ReadonlySet<number> = new Set([0x0001, 0x5455, 0x7875, 0x000a])
const UNIX_TYPE = 0xf000
const UNIX_FILE = 0x8000
const UNIX_FOLDER = 0x4000
const UNIX_SYSTEMS: ReadonlySet<number> = new Set([3, 19])

const STRICT = {
  strictness: 'strict',
  checkSignature: true,
  checkOverlappingEntry: true,
  useWebWorkers: false,
  useCompressionStream: true,
} as const

/** A file of the archive; `path` is below its top folder. Sizes are what the directory declares. */
export interface ArchiveFile {
  readonly path: string
  readonly size: number
  /** Hands over the content in pieces, counted and with its checksum compared at the end. */
  readonly read: (take: Take) => Promise<void>
}

/** The files of an archive that was listed and found consistent; none was unpacked yet. */
export interface Archive {
  readonly top: string
  readonly files: readonly ArchiveFile[]
}

/** Lets the archive reader see the source, counting what it reads while the directory is being listed. */
class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource
  #left: number = INCOMING_LIMITS.listingBytes
  #pieceBytes = PACKED_PIECE_BYTES

  constructor(source: ByteSource) {
    super(source)
    this.#source = source
    this.size = source.size
  }

  /** The directory is known; from here on each file has its own limits. */
  endListing(): void {
    this.#left = Number.POSITIVE_INFINITY
  }

  /** Files are read one after the other; says how the next one is packed. */
  expect(entry: Entry): void {
    this.#pieceBytes = entry.compressionMethod === STORED ? STORED_PIECE_BYTES : PACKED_PIECE_BYTES
    // The library gathers packed bytes up to this much before they are inflated, 256 KiB unless it is told.
    configure({ chunkSize: this.#pieceBytes })
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    // As the base class does: what is asked beyond the end is not there.
    const there = Math.max(0, Math.min(length, this.#source.size - offset))
    this.#left -= there
    if (this.#left < 0) refuse({ code: 'too-many-entries', max: INCOMING_LIMITS.entries })
    return there === 0 ? new Uint8Array() : this.#source.read(offset, there)
  }

  override createReadable(options: { offset?: number; size?: number } = {}): ReadableStream {
    return super.createReadable({ ...options, chunkSize: this.#pieceBytes })
  }
}

/** What the archive library finds wrong is damage of the file; our own refusals pass through. */
function asRefusal(error: unknown): Refused {
  if (error instanceof Refused) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new Refused({ code: 'archive-damaged', detail })
}

/** Only plain files and folders, packed in the two ways that every tool knows, with nothing hidden beside. */
function checkKind(entry: Entry): void {
  const path = printable(entry.filename)
  const system = entry.versionMadeBy >> 8
  const type = UNIX_SYSTEMS.has(system) ? (entry.externalFileAttributes >>> 16) & UNIX_TYPE : 0
  if (type !== 0 && type !== (entry.directory ? UNIX_FOLDER : UNIX_FILE)) refuse({ code: 'not-a-file', path })
  const packed = entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED
  const extras = [...(entry.extraField?.keys() ?? [])]
  const isPlain = packed && !entry.encrypted && entry.comment === ''
  if (!isPlain || extras.some((kind) => !HARMLESS_EXTRAS.has(kind))) {
    refuse({ code: 'archive-damaged', detail: `unusual entry ${path}` })
  }
}

/** A size that is declared and allowed; what comes out is counted again when it is read. */
function checkSize({ filename, compressedSize, uncompressedSize, directory }: Entry): void {
  const { entryBytes, ratio, ratioFrom } = INCOMING_LIMITS
  const path = printable(filename)
  const isBomb = uncompressedSize > ratioFrom && uncompressedSize > compressedSize * ratio
  if (uncompressedSize > entryBytes || isBomb) refuse({ code: 'too-much-inside', path })
  if (directory && (uncompressedSize > 0 || compressedSize > 0)) refuse({ code: 'not-a-file', path })
}

type Take = (bytes: Uint8Array) => void | Promise<void>

/** Counts what comes out of a file and hands it on; remembers why it stopped. */
class CountedOutput {
  readonly stream: WritableStream<Uint8Array>
  /** What `take` or the count threw: the library may report the broken stream instead. */
  failure: unknown = null
  #count = 0

  constructor(entry: FileEntry, take: Take) {
    this.stream = new WritableStream<Uint8Array>({
      write: async (bytes) => {
        try {
          this.#count += bytes.length
          if (this.#count > entry.uncompressedSize) {
            refuse({ code: 'too-much-inside', path: printable(entry.filename) })
          }
          await take(bytes)
        } catch (error) {
          this.failure = error
          throw error
        }
      },
    })
  }
}

async function readEntry(reader: SourceReader, entry: FileEntry, take: Take): Promise<void> {
  const output = new CountedOutput(entry, take)
  try {
    reader.expect(entry)
    await entry.getData(output.stream, STRICT)
  } catch (error) {
    if (output.failure instanceof Error) throw output.failure
    throw asRefusal(error)
  }
}

async function list(reader: SourceReader): Promise<Archive> {
  const names = new EntryNames()
  const files: ArchiveFile[] = []
  let count = 0
  let total = 0
  for await (const entry of new ZipReader(reader, STRICT).getEntriesGenerator()) {
    count += 1
    if (count > INCOMING_LIMITS.entries) refuse({ code: 'too-many-entries', max: INCOMING_LIMITS.entries })
    const path = names.add(entry.filename, entry.directory)
    checkKind(entry)
    checkSize(entry)
    total += entry.uncompressedSize
    if (total > INCOMING_LIMITS.totalBytes)
      refuse({ code: 'too-much-inside', path: printable(entry.filename) })
    if (path === null || entry.directory) continue
    files.push({ path, size: entry.uncompressedSize, read: (take) => readEntry(reader, entry, take) })
  }
  return { top: names.top ?? refuse({ code: 'not-a-packet' }), files }
}

/**
 * Lists an archive of unknown origin. Everything that two tools could read differently is refused, and
 * every name, kind and declared size that no packet has. Nothing is unpacked, and archives inside are
 * files like any other.
 */
export async function openArchive(source: ByteSource): Promise<Archive> {
  const reader = new SourceReader(source)
  try {
    const archive = await list(reader)
    reader.endListing()
    return archive
  } catch (error) {
    throw asRefusal(error)
  }
}
