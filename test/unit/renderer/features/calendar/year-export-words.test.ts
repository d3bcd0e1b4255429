import { describe, expect, it } from 'vitest'
import type {
  ExportedYear,
  OutgoingFile,
} from '../../../../../renderer/commands/publications/year-export/export-year'
import {
  absentTexts,
  exportedTexts,
  exportFailureText,
  exportProgressText,
} from '../../../../../renderer/features/calendar/archive/year-export-words'

function outgoing(name: string, outcome: OutgoingFile['outcome']): OutgoingFile {
  return { path: `imagenes/${name}`, sha256: 'a', role: 'image', name, size: 1, title: 'Día', outcome }
}

const cleaned = { kind: 'written', removed: ['Exif'], hadLocation: true, unchecked: false } as const

function exported(changes: Partial<ExportedYear> = {}): ExportedYear {
  const written = {
    fileId: '1',
    name: 'Publicaciones 2026 (2)',
    path: '/a/Publicaciones 2026 (2)',
    files: 9,
    size: 1_500_000,
    takenName: 'Publicaciones 2026',
  }
  return { year: 2026, written, publications: 1, leftOut: 2, files: [outgoing('a.png', cleaned)], ...changes }
}

describe('what is said of an exported year', () => {
  it('tells what went, under which name, and what was taken out or left out', () => {
    expect(exportedTexts(exported())).toEqual([
      '1 publicación en 9 archivos, 1.5 MB, en /a/Publicaciones 2026 (2).',
      'Ya había una carpeta «Publicaciones 2026», que no se tocó: esta se llama «Publicaciones 2026 (2)».',
      'Se quitaron datos ocultos de las copias de 1 imagen; 1 decía dónde se tomó.',
      'No van 2 publicaciones que no se han publicado.',
    ])
    expect(exportedTexts(exported({ files: [] }))).toContain(
      'Ninguna imagen llevaba datos ocultos que quitar.',
    )
  })

  it('names each file that did not go', () => {
    const files = [
      outgoing('a.png', { kind: 'absent', reason: 'missing' }),
      outgoing('b.png', { kind: 'absent', reason: 'damaged' }),
      outgoing('c.png', cleaned),
    ]
    expect(absentTexts(exported({ files }))).toEqual([
      'a.png, de «Día»: falta su archivo',
      'b.png, de «Día»: su archivo está dañado',
    ])
  })

  it('says why there is none and what to do', () => {
    expect(exportFailureText({ code: 'nothing', year: 2026, leftOut: 0 })).toContain('está vacío')
    expect(exportFailureText({ code: 'nothing', year: 2026, leftOut: 3 })).toMatch(
      /Hay 3 publicaciones.*«Incluir borradores»/,
    )
    expect(exportFailureText({ code: 'disk-full', detail: 'ENOSPC' })).toMatch(/no quedó nada.*lleno/)
    const space = {
      code: 'not-enough-space',
      detail: '',
      freeBytes: 1_000_000,
      neededBytes: 2_000_000,
    } as const
    expect(exportFailureText(space)).toContain('se necesitan 2 MB y hay 1 MB libres')
  })

  it('counts bytes while files are read', () => {
    expect(exportProgressText({ step: 'files', done: 1_000_000, total: 4_000_000 })).toContain('1 MB de 4 MB')
  })
})
