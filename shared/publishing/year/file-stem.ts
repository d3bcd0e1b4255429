const LONGEST = 60

/** A text as the end of a file name: small letters, digits and hyphens; `fallback` when none is left. */
export function fileStem(text: string, fallback: string): string {
  const stem = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return stem === '' ? fallback : stem
}
