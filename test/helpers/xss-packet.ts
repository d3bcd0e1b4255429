import { canonicalJson, type JsonValue } from '../../shared/journal'
import { ROW_SCHEMAS } from '../../shared/schema/row-schemas'
import type { TableName } from '../../shared/schema/tables'

const RUN = 'window.__canary=1'

/** Ways in which text becomes script somewhere, each with a place for the canary. */
const SHAPES: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg/onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `"><img src=x onerror=${RUN}>`,
  `'><svg onload=${RUN}>`,
  `</title><script>${RUN}</script>`,
  `</textarea><img src=x onerror=${RUN}>`,
  `</style><svg onload=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<iframe src="javascript:parent.${RUN}">`,
  `<a href="javascript:${RUN}">x</a>`,
  `javascript:${RUN}`,
  `<details open ontoggle=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<body onload=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<link rel=stylesheet href=https://example.org/x.css>`,
  `<img src=https://example.org/x.png>`,
  `<object data="data:text/html,<script>${RUN}</script>">`,
  `<form action=https://example.org><button autofocus onfocus=${RUN}>`,
  `<base href=https://example.org/>`,
  `<meta http-equiv=refresh content="0;url=https://example.org">`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `\`;${RUN}//`,
  `";${RUN}//`,
  `\u202e<script>${RUN}</script>`,
]

/** Payload number `index`; no two are the same. */
export function payload(index: number): string {
  const shape = SHAPES[index % SHAPES.length] ?? ''
  return `${shape} n${index}`
}

type Json = { [key: string]: unknown }

/** Puts a payload in every text of a value where `accepts` lets it stand; counts them. */
function fill(value: unknown, accepts: () => boolean, next: () => string): void {
  if (typeof value !== 'object' || value === null) return
  const holder = value as Json
  for (const [key, inner] of Object.entries(holder)) {
    if (typeof inner !== 'string') {
      fill(inner, accepts, next)
      continue
    }
    holder[key] = next()
    if (!accepts()) holder[key] = inner
  }
}

/**
 * Lines of registros.jsonl with a payload in every text that the schema of its table lets be one, numbered
 * after `from`.
 */
export function withPayloads(
  lines: readonly string[],
  from: number,
): {
  readonly lines: readonly string[]
  readonly placed: number
  readonly fields: ReadonlySet<string>
} {
  let placed = 0
  const fields = new Set<string>()
  const [header = '', ...rest] = lines
  const filled = rest.map((line) => {
    const record = JSON.parse(line) as { table: TableName; row: Json | null }
    if (record.table === 'origins' || record.row === null) return line
    const schema = ROW_SCHEMAS[record.table]
    const accepts = () => schema.safeParse(record.row).success
    const before = placed
    fill(
      record.row,
      () => {
        const isFine = accepts()
        if (isFine) placed += 1
        return isFine
      },
      () => payload(from + placed),
    )
    if (placed > before) fields.add(record.table)
    return canonicalJson(record as unknown as JsonValue)
  })
  return { lines: [header, ...filled], placed, fields }
}
