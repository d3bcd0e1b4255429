import type { BagReport, RecordsProblem } from '../../../../shared/packet'

/** Why a packet was not taken in. Nothing of it was kept. */
export type IncomingRefusal =
  /** The file went away or another program holds it. */
  | { readonly code: 'unreadable' }
  | { readonly code: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  /** Neither a ZIP nor an encrypted one. */
  | { readonly code: 'not-an-archive' }
  /** Encrypted, and no passphrase was given; or the one given does not open it. */
  | { readonly code: 'needs-passphrase' }
  | { readonly code: 'wrong-passphrase' }
  /** Encrypted for keys, or as text: another program has to open it first. */
  | { readonly code: 'other-encryption' }
  | { readonly code: 'work-factor'; readonly found: number; readonly max: number }
  /** The encrypted stream ends too soon, or was changed. */
  | { readonly code: 'encryption-cut' }
  | { readonly code: 'encryption-altered' }
  /** The archive contradicts itself, is cut, or its checksums do not fit. */
  | { readonly code: 'archive-damaged'; readonly detail: string }
  | { readonly code: 'too-many-entries'; readonly max: number }
  /** It unpacks to more than it says, or to more than a packet may. */
  | { readonly code: 'too-much-inside'; readonly path: string }
  /** A name that no packet has: it would land outside, or not at all, on some system. */
  | { readonly code: 'bad-name'; readonly path: string }
  | { readonly code: 'twin-names'; readonly path: string }
  /** A link, a device, or anything else that is neither file nor folder. */
  | { readonly code: 'not-a-file'; readonly path: string }
  /** No bag in it. */
  | { readonly code: 'not-a-packet' }
  /** Not complete, or not valid: the report says which, and everything that is wrong. */
  | { readonly code: 'bad-bag'; readonly report: BagReport }
  | { readonly code: 'bad-signature'; readonly reason: 'half-missing' | 'bad-key' | 'bad-signature' }
  /** It was cancelled, took too long, or used up the memory. */
  | { readonly code: 'stopped' }
  /** Rows that were made by a newer version of the app, or are none. */
  | { readonly code: 'bad-records'; readonly problem: RecordsProblem }

/** Carries a refusal out of streams; everything else that is thrown is a bug. */
export class Refused extends Error {
  readonly refusal: IncomingRefusal

  constructor(refusal: IncomingRefusal) {
    super(refusal.code)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** Throws the refusal; the reader of the packet turns it into a value. */
export function refuse(refusal: IncomingRefusal): never {
  throw new Refused(refusal)
}
