/** JSON as people and programs read it: indented, with a line break at the end, the same for the same data. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
