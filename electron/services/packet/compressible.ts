/** Kinds of files that deflating makes much smaller; every other kind is compressed already, or hardly gains. */
const COMPRESSIBLE: ReadonlySet<string> = new Set([
  'bmp',
  'css',
  'csv',
  'htm',
  'html',
  'ics',
  'json',
  'jsonl',
  'md',
  'rtf',
  'svg',
  'tif',
  'tiff',
  'txt',
  'xml',
])

/** Whether a file of the bag is deflated, by its extension alone, so that the same file is always treated alike. */
export function isCompressible(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 && COMPRESSIBLE.has(name.slice(dot + 1).toLowerCase())
}
