import type { IsoDate } from '../../lib/iso-date'
import type { Commemoration } from './commemoration'
import { commemorationIn, type FindCommemoration } from './compute-date'
import type { Publication, PublicationId } from './publication'

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
  for (const { id, images } of [...publications].sort((a, b) => a.on.localeCompare(b.on))) {
    for (const sha256 of new Set(images.map(({ file }) => file.sha256))) {
      uses.set(sha256, [...(uses.get(sha256) ?? []), id])
    }
  }
  return [...uses]
    .map(([sha256, used]) => ({ sha256, publications: used }))
    .sort((a, b) => b.publications.length - a.publications.length || a.sha256.localeCompare(b.sha256))
}

/** Bits in which two perceptual hashes (16 hex digits each) differ, 0 to 64. */
export function hashDistance(a: string, b: string): number {
  let distance = 0
  for (let digit = 0; digit < 16; digit++) {
    let bits = Number.parseInt(a[digit] ?? '0', 16) ^ Number.parseInt(b[digit] ?? '0', 16)
    for (; bits > 0; bits >>= 1) distance += bits & 1
  }
  return distance
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
  const distinct = [...new Map(images.map((image) => [image.sha256, image])).values()]
  const found: NearDuplicate[] = []
  distinct.forEach((first, index) => {
    for (const second of distinct.slice(index + 1)) {
      if (first.hash === null || second.hash === null) continue
      const distance = hashDistance(first.hash, second.hash)
      if (distance <= NEAR_DUPLICATE_BITS)
        found.push({ first: first.sha256, second: second.sha256, distance })
    }
  })
  return found.sort((a, b) => a.distance - b.distance)
}
