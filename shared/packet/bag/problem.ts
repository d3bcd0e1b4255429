import type { ManifestLineFault } from './manifest'

/** Why a bag is not complete: something is missing, or not as BagIt 1.0 says (RFC 8493 §3). */
export type IncompleteProblem =
  | { readonly kind: 'missing-file'; readonly path: string }
  | { readonly kind: 'no-payload' }
  | { readonly kind: 'no-payload-manifest' }
  | { readonly kind: 'bad-declaration' }
  | { readonly kind: 'version'; readonly found: string }
  | { readonly kind: 'encoding'; readonly found: string }
  | { readonly kind: 'not-utf8' | 'byte-order-mark'; readonly path: string }
  /** Lines are counted from 1. */
  | {
      readonly kind: 'bad-line'
      readonly path: string
      readonly line: number
      readonly fault: ManifestLineFault
    }
  | { readonly kind: 'listed-twice'; readonly manifest: string; readonly path: string }
  | { readonly kind: 'listed-missing'; readonly manifest: string; readonly path: string }
  | { readonly kind: 'payload-unlisted'; readonly manifest: string; readonly path: string }
  | { readonly kind: 'manifest-unlisted'; readonly manifest: string; readonly path: string }
  | { readonly kind: 'twin-paths'; readonly path: string; readonly other: string }
  | { readonly kind: 'fetch' }
  | { readonly kind: 'bad-info-line'; readonly line: number }
  | { readonly kind: 'oxum-repeated' }
  | { readonly kind: 'oxum-form'; readonly found: string }
  | { readonly kind: 'oxum-differs'; readonly found: string; readonly counted: string }
  /** Asked of a packet, not of every bag. */
  | { readonly kind: 'tag-unlisted'; readonly path: string }

/** Why a bag that may be complete is not valid. */
export type InvalidProblem =
  | { readonly kind: 'wrong-digest'; readonly manifest: string; readonly path: string }
  /** A manifest that cannot be checked here. */
  | { readonly kind: 'unknown-algorithm'; readonly manifest: string }

/** What is wrong with a bag. */
export type BagProblem = IncompleteProblem | InvalidProblem

/** What the standard recommends otherwise, and refuses nothing for. */
export type BagNotice =
  | { readonly kind: 'case-twins'; readonly path: string; readonly other: string }
  | { readonly kind: 'tag-unlisted'; readonly path: string }
  | { readonly kind: 'tag-manifests-differ' }
  | { readonly kind: 'no-tag-manifest' }

/** Outcome of checking a bag; the lists hold at most {@link MAX_BAG_PROBLEMS} each. */
export interface BagReport {
  /** Everything that should be there is, in the form of the standard. */
  readonly complete: boolean
  /** Complete, and every checksum of every manifest is that of its file. */
  readonly valid: boolean
  readonly incomplete: readonly IncompleteProblem[]
  readonly invalid: readonly InvalidProblem[]
  readonly notices: readonly BagNotice[]
}

/** Most problems listed of each sort: a damaged bag may have one for every file. */
export const MAX_BAG_PROBLEMS = 200
