/**
 * Layout of a packet, version 1. A packet is a ZIP of one folder, which is a BagIt bag (RFC 8493). What
 * is below `data/` is the payload; everything else are tag files.
 */
export const PACKET_LAYOUT_VERSION = 1

/** Where things are in the bag, with `/` between folders. */
export const PACKET_PATHS = {
  /** The page that shows everything, offline. */
  reader: 'index.html',
  /** How to check the packet with standard tools, one page. */
  readme: 'LEAME.txt',
  bagDeclaration: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  manifestSha256: 'manifest-sha256.txt',
  manifestSha512: 'manifest-sha512.txt',
  tagManifestSha256: 'tagmanifest-sha256.txt',
  tagManifestSha512: 'tagmanifest-sha512.txt',
  /** Signature over the bytes of tagmanifest-sha512.txt; not itself in a manifest. */
  signature: 'firma/tagmanifest-sha512.txt.sig',
  /** Public key of the signature, SPKI in PEM, for openssl. */
  publicKey: 'firma/clave-publica.pem',
  documents: 'data/documentos',
  annexes: 'data/anexos',
  combined: 'data/expediente.pdf',
  session: 'data/datos/sesion.json',
  sessionSchema: 'data/datos/sesion.schema.json',
  popolo: 'data/datos/votaciones.json',
  calendar: 'data/datos/calendario.ics',
  tables: 'data/datos/tablas',
  tableMetadata: 'data/datos/tablas/csv-metadata.json',
  /** The rows that another Quórum takes in; absent from a public packet. */
  records: 'data/registros/registros.jsonl',
  /** Attachments of a body that are not annexes of the session, by their SHA-256. */
  files: 'data/archivos',
} as const

/** A file of the packet that the interface made, at its path in the bag. */
export interface MadePacketFile {
  readonly kind: 'made'
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file of the packet that is a stored attachment, at its path in the bag. */
export interface AttachedPacketFile {
  readonly kind: 'attached'
  readonly path: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** A file of the packet, before it is written. Tag files that BagIt itself asks for are not among them. */
export type PacketFile = MadePacketFile | AttachedPacketFile
