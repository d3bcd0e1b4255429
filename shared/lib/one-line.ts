/** Text of a single line: whatever white space was typed or pasted, line breaks too, is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
