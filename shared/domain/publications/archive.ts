import type { IsoDate } from '../../lib/iso-date'
import type { Commemoration } from './commemoration'
import { commemorationIn, type FindCommemoration } from './compute-date'
import type { Publication, PublicationId, PublicationImage } from './publication'

/** One year of a date: what was done, or nothing. `on` is the day it fell on, null when it had none. */
export interface YearOfDate {
  readonly year: number
  readonly on: IsoDate | null
  readonly publications: readonly Publication[]
}

/**
 * The sheet of a date through the years, newest first, from the first year with a publication (or
 * since `from`) until `to`: years with nothing are there too, so that the gap is seen.
 */
export function sheetOf(
  commemoration: Commemoration,
  publications: readonly Publication[],
  years: { readonly from: number; readonly to: number },
  find: FindCommemoration,
): readonly YearOfDate[] {
  const own = publications.filter(({ commemorationId }) => commemorationId === commemoration.id)
  const first = Math.min(years.from, ...own.map(({ year }) => year))
  const last = Math.max(years.to, ...own.map(({ year }) => year))
  return Array.from({ length: last - first + 1 }, (_, index) => last - index).map((year) => ({
    year,
    on: commemorationIn(commemoration, year, find)?.from ?? null,
    publications: own.filter((publication) => publication.year === year),
  }))
}

/** Publications of other years on the same day and month, newest first. */
export function sameDayInOtherYears(
  publications: readonly Publication[],
  day: IsoDate,
): readonly Publication[] {
  return publications
    .filter(({ on }) => on.slice(5) === day.slice(5) && on.slice(0, 4) !== day.slice(0, 4))
    .sort((a, b) => b.on.localeCompare(a.on))
}

/** An image of the archive and the publications that used it, oldest first. */
export interface ImageUse {
  readonly sha256: string
  readonly publications: readonly PublicationId[]
}

/** Where each image was used and how often; the most used first. */
export function imageUses(publications: readonly Publication[]): readonly ImageUse[] {
  const uses = new Map<string, PublicationId[]>()
  const used = publications.filter(({ images }) => images.length > 0)
  for (const { id, images } of used.sort((a, b) => a.on.localeCompare(b.on))) {
    for (const sha256 of new Set(images.map(({ file }) => file.sha256))) {
      const known = uses.get(sha256)
      if (known) known.push(id)
      else uses.set(sha256, [id])
    }
  }
  return [...uses]
    .map(([sha256, used]) => ({ sha256, publications: used }))
    .sort((a, b) => b.publications.length - a.publications.length || a.sha256.localeCompare(b.sha256))
}

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** A perceptual hash as two numbers of 32 bits, so that thousands are compared at once. */
function wordsOf(hash: string): readonly [number, number] {
  return [Number.parseInt(hash.slice(0, 8), 16) | 0, Number.parseInt(hash.slice(8), 16) | 0]
}

/** Bits in which two perceptual hashes (16 hex digits each) differ, 0 to 64. */
export function hashDistance(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  return bitsOf(first[0] ^ second[0]) + bitsOf(first[1] ^ second[1])
}

/** Two images that differ in no more bits than this look the same at a glance. */
export const NEAR_DUPLICATE_BITS = 8

/** Pairs of different files that look alike, the most alike first. */
export interface NearDuplicate {
  readonly first: string
  readonly second: string
  /** Bits that differ, 0 to {@link NEAR_DUPLICATE_BITS}. */
  readonly distance: number
}

/** Images (by SHA-256) that look like others; those without a perceptual hash are passed over. */
export function nearDuplicates(
  images: readonly { readonly sha256: string; readonly hash: string | null }[],
): readonly NearDuplicate[] {
  const distinct = [...new Map(images.map((image) => [image.sha256, image])).values()].flatMap(
    ({ sha256, hash }) => (hash === null ? [] : [{ sha256, words: wordsOf(hash) }]),
  )
  const found: NearDuplicate[] = []
  distinct.forEach((one, index) => {
    for (let at = index + 1; at < distinct.length; at++) {
      const other = distinct[at]
      if (!other) continue
      const distance = bitsOf(one.words[0] ^ other.words[0]) + bitsOf(one.words[1] ^ other.words[1])
      if (distance <= NEAR_DUPLICATE_BITS) {
        found.push({ first: one.sha256, second: other.sha256, distance })
      }
    }
  })
  return found.sort((a, b) => a.distance - b.distance)
}

/** A publication with the one of its images that is spoken of. */
export interface UsedImage {
  readonly publication: Publication
  readonly image: PublicationImage
}

/** Publications that used exactly this file, newest first. */
export function usesOf(sha256: string, publications: readonly Publication[]): readonly UsedImage[] {
  return publications
    .flatMap((publication) => {
      const image = publication.images.find(({ file }) => file.sha256 === sha256)
      return image ? [{ publication, image }] : []
    })
    .sort((a, b) => b.publication.on.localeCompare(a.publication.on))
}

/** Other files that look like an image, each where it was last used, the most alike first. */
export function imagesLike(
  { file, hash }: Pick<PublicationImage, 'file' | 'hash'>,
  publications: readonly Publication[],
): readonly UsedImage[] {
  if (hash === null) return []
  const alike = new Map<string, UsedImage & { readonly distance: number }>()
  for (const publication of publications) {
    for (const image of publication.images) {
      if (image.hash === null || image.file.sha256 === file.sha256) continue
      const distance = hashDistance(hash, image.hash)
      const known = alike.get(image.file.sha256)
      if (distance > NEAR_DUPLICATE_BITS || (known && known.publication.on > publication.on)) continue
      alike.set(image.file.sha256, { publication, image, distance })
    }
  }
  return [...alike.values()].sort((a, b) => a.distance - b.distance)
}
