import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import {
  addPublication,
  changePublicationState,
} from '../../../renderer/commands/publications/edit-publication'
import { exportYear, type YearChoice } from '../../../renderer/commands/publications/year-export/export-year'
import { YearExporter } from '../../../renderer/commands/publications/year-export/year-exporter'
import { listChannels } from '../../../renderer/data/publications'
import { getBody } from '../../../renderer/data/repositories'
import { draftOfPublication } from '../../../shared/domain/publications'
import { required } from '../../../shared/lib/assert'
import { isoDate } from '../../../shared/lib/iso-date'
import { makeDeps } from '../../helpers/command-deps'
import { makeImage, makePlacement, makePublication } from '../../helpers/make-publication'
import { YearDesk } from '../../helpers/year-desk'

const CHOICE: YearChoice = { year: 2026, format: 'zip', content: 'with-drafts' }

async function setUp() {
  const desk = new YearDesk()
  const base = await makeDeps()
  const deps = { ...base, desktop: { ...base.desktop, yearExport: desk.door } }
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  const body = required(await getBody(deps.store, adopted.value.bodyId), 'body')
  const images = [makeImage('a', 'Una urna'), makeImage('b'), makeImage('c')]
  const evidence = [{ sha256: 'e'.repeat(64), name: 'CON: captura ñ.PNG', mediaType: 'image/png', size: 5 }]
  for (const title of ['Día de la Niñez', 'DÍA DE LA NIÑEZ']) {
    const channel = (await listChannels(deps.store, body.id))[0]
    const placements = channel ? [makePlacement(channel, { evidence })] : []
    const publication = makePublication(1, { title, note: `Nota de ${title}`, images, placements })
    const added = await addPublication(deps, body.id, draftOfPublication(publication), 'Azuara')
    if (!added.ok) throw new Error('publication refused')
  }
  const run = (choice: Partial<YearChoice> = {}, signal = new AbortController().signal) =>
    exportYear(deps, body, { ...CHOICE, ...choice }, { onProgress: () => undefined, signal })
  return { deps, body, desk, run }
}

describe('exporting a year', () => {
  it('hands over each stored file once, under a name that every system can hold, and then page and notes', async () => {
    const { desk, run } = await setUp()
    expect((await run()).ok).toBe(true)
    const { start, attached, made, state } = desk.last
    expect([start.format, start.suggestedName, state]).toEqual(['zip', 'Publicaciones 2026', 'finished'])
    expect(attached.map(({ path, role }) => [path, role])).toEqual(
      expect.arrayContaining([['imagenes/001-2026-05-10-dia-de-la-ninez.png', 'image']]),
    )
    expect(attached.filter(({ role }) => role === 'image')).toHaveLength(3)
    const paths = [...attached.map(({ path }) => path), ...made.keys()]
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
    for (const path of paths) expect(path).toMatch(/^[A-Za-z0-9._/-]{1,120}$/)
    expect([...made.keys()]).toEqual([
      'notas/001-2026-05-10-dia-de-la-ninez.txt',
      'notas/002-2026-05-10-dia-de-la-ninez.txt',
      'estilo.css',
      'index.html',
    ])
  })

  it('names what is missing in the page and in the answer, and what was taken out', async () => {
    const { desk, run } = await setUp()
    desk.outcomes.set('a'.repeat(64), {
      kind: 'written',
      removed: ['Exif'],
      hadLocation: true,
      unchecked: false,
    })
    desk.outcomes.set('b'.repeat(64), { kind: 'absent', reason: 'missing' })
    desk.outcomes.set('c'.repeat(64), { kind: 'absent', reason: 'damaged' })
    const exported = await run()
    if (!exported.ok) throw new Error(exported.error.code)
    const absent = exported.value.files.filter(({ outcome }) => outcome.kind === 'absent')
    expect(absent.map(({ name, title }) => [name, title])).toEqual([
      ['b.png', expect.stringMatching(/niñez/i)],
      ['c.png', expect.stringMatching(/niñez/i)],
    ])
    const page = desk.last.made.get('index.html') ?? ''
    expect(page).toContain('b.png: falta su archivo')
    expect(page).toContain('c.png: su archivo está dañado')
    expect(page).toContain('se quitaron sus datos ocultos (Exif); decían dónde se tomó')
  })

  it('takes only what was published unless asked for more, and says when that is nothing', async () => {
    const { deps, body, desk, run } = await setUp()
    expect(await run({ content: 'published' })).toEqual({
      ok: false,
      error: { code: 'nothing', year: 2026, leftOut: 2 },
    })
    expect(desk.years).toEqual([])
    expect(await run({ year: 2031 })).toMatchObject({ ok: false, error: { code: 'nothing', leftOut: 0 } })
    const [first] = await deps.store.where('publications', 'bodyId', body.id)
    const change = {
      to: 'published',
      on: isoDate('2026-05-10'),
      author: 'Azuara',
      note: 'Por acuerdo',
    } as const
    const published = await changePublicationState(deps, required(first, 'publication').id, change)
    expect(published.ok).toBe(true)
    const exported = await run({ content: 'published' })
    expect(exported).toMatchObject({ ok: true, value: { publications: 1, leftOut: 1 } })
    expect(desk.last.made.get('index.html')).toContain('no lleva 1 publicación que no se publicó')
  })

  it.each(['begin', 'attach', 'add', 'finish'] as const)(
    'says what the disk answered to %s, and gives up',
    async (call) => {
      const { desk, run } = await setUp()
      desk.failures.set(call, { code: 'disk-full', detail: 'ENOSPC' })
      expect(await run()).toEqual({ ok: false, error: { code: 'disk-full', detail: 'ENOSPC' } })
      if (call !== 'begin') expect(desk.last.state).toBe('cancelled')
    },
  )

  it('is given up in the middle of its files', async () => {
    const { deps, body, desk } = await setUp()
    const exporter = new YearExporter(deps)
    desk.onAttach = () => exporter.cancel()
    await exporter.start(body, CHOICE)
    expect(exporter.state()).toEqual({ kind: 'idle' })
    expect(desk.last).toMatchObject({ state: 'cancelled', attached: [{ role: 'image' }] })
  })
})
