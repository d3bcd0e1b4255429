/** A name without accents and in upper case, keeping Ñ, as typed on a keyboard in a hurry. */
function keyLetters(text: string): string {
  return text
    .toUpperCase()
    .replace(/Ñ/g, '#')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/#/g, 'Ñ')
    .replace(/[^A-ZÑ ]/g, '')
}

/**
 * Proposes the initials of a person: first letter of the given name and of the first surname found in
 * the short name, and further letters of the surname until nobody else in `taken` has them or one is
 * the beginning of the other (keys must never be ambiguous while typing). At most four letters.
 */
export function proposeInitials(fullName: string, shortName: string, taken: readonly string[]): string {
  const words = keyLetters(fullName)
    .split(/\s+/)
    .filter((word) => word.length > 0)
  const first = words[0] ?? 'X'
  const shortWords = keyLetters(shortName)
    .split(/\s+/)
    .filter((word) => word.length > 0)
  const surname = shortWords.find((word) => word !== first) ?? shortWords[0] ?? words[1] ?? 'X'
  const letters = [surname, ...words.slice(1).reverse(), ...words].join('')
  for (let length = 1; length <= 3; length++) {
    for (let start = 0; start + length <= letters.length; start++) {
      const candidate = (first[0] ?? 'X') + letters.slice(start, start + length)
      if (!taken.some((other) => other.startsWith(candidate) || candidate.startsWith(other))) return candidate
    }
  }
  return ((first[0] ?? 'X') + surname).slice(0, 4)
}

/** Pairs of initials that cannot be told apart while typing: equal, or one begins the other. */
export function ambiguousInitials(all: readonly string[]): readonly (readonly [string, string])[] {
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.startsWith(b) || b.startsWith(a))
      .map((b) => [a, b] as const),
  )
}
