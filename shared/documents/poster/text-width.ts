/** Widths of Arial in thousandths of its size, which the metric-compatible fonts share, by width. */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [260, '|'],
  [278, ' \u00a0!,./:;I[\\]ft·'],
  [333, '()-`r¡ºª°“”'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'ckJsvxyz'],
  [556, '#$0123456789?L_abdeghnopqu«»–§'],
  [584, '+<=>~'],
  [611, 'FTZ¿'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%æ'],
  [944, 'W'],
  [1000, '—…Æ'],
  [1015, '@'],
]

/** Of a character that is not in the table: as wide as the widest ideograph. */
const UNKNOWN = 1400

const byCharacter = new Map(
  WIDTHS.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
)

/** Width of a text in points when it is set at a size in points; marks over letters take no place. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0
  for (const character of text.normalize('NFD')) {
    if (/\p{M}/u.test(character)) continue
    thousandths += byCharacter.get(character) ?? UNKNOWN
  }
  return (thousandths * size) / 1000
}

/**
 * Lines that a text takes when it is broken between words, as the page does, and inside those that are
 * longer than a line. Widths and size in points; at least one line.
 */
export function linesOf(text: string, size: number, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/[ \t\n]+|(?<=[-–—])(?=\p{L})/u)) {
    const wide = textWidth(word, size)
    const space = used === 0 ? 0 : textWidth(' ', size)
    if (used + space + wide <= width) {
      used += space + wide
      continue
    }
    if (used > 0) lines += 1
    const more = Math.ceil(wide / width) - 1
    lines += more
    used = wide - more * width
  }
  return lines
}
