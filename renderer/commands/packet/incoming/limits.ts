const KIB = 1024
const MIB = 1024 * KIB
const GIB = 1024 * MIB

/**
 * What a packet may cost before it is trusted. They bound work and memory, whatever the archive declares:
 * bytes are counted as they come out. A body of many years fits several times over.
 */
export const INCOMING_LIMITS = {
  /** The file itself. */
  fileBytes: 8 * GIB,
  entries: 20_000,
  /** Everything that may be read to list the archive: its directory and what marks its end. */
  listingBytes: 8 * MIB,
  /** Characters of a path, and folders in it. */
  pathLength: 240,
  depth: 8,
  /** One file, and all of them, unpacked. */
  entryBytes: 4 * GIB,
  totalBytes: 8 * GIB,
  /** Unpacked over packed, of a file that unpacks to more than `ratioFrom`. Our rows reach about 30. */
  ratio: 100,
  ratioFrom: 4 * MIB,
  /** registros.jsonl; a body of ten years stays far below. */
  recordsBytes: 128 * MIB,
  /** Manifests, bag-info.txt and what else of the bag is read as text. */
  tagBytes: 16 * MIB,
  /** Cost of the passphrase, as power of two: 18 is what age and Quórum write, and takes 256 MiB. */
  workFactor: 18,
  ageHeaderBytes: 16 * KIB,
} as const
