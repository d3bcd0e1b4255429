import { describe, expect, it } from 'vitest'
import { exampleSession } from '../../../../shared/examples'
import {
  NOTHING_STORED,
  planSessionFile,
  type SessionFile,
  summarizeSessionFile,
} from '../../../../shared/session-file'
import { countingEffects } from '../../../helpers/make-session'
import { dividedText, readRight } from '../../../helpers/session-files'

function summary(file: SessionFile) {
  const planned = planSessionFile(file, NOTHING_STORED, countingEffects())
  if (!planned.ok) throw new Error('refused')
  return summarizeSessionFile(file, planned.value)
}

describe('what a session file would do', () => {
  it('says body, session, attendance and what each point came to', () => {
    const told = summary(exampleSession())
    expect(told.body).toEqual({
      name: 'Comité de Gestión y Publicación Electrónica',
      acronym: 'CGyPE',
      isNew: true,
    })
    expect(told.session).toMatchObject({ title: 'Segunda sesión ordinaria 2017', date: '2017-11-15' })
    expect(told.attendance).toEqual({ called: 12, present: 12, absent: 0, voting: 7 })
    expect(told.points.map(({ number, outcome }) => `${number} ${outcome}`)).toEqual([
      '1 aprobado por unanimidad',
      '2 aprobado por unanimidad',
      '3 se dio por recibido',
      '4 se dio por recibido',
      '5 aprobado por unanimidad',
      '6 aprobado por unanimidad',
      '7 aprobado por unanimidad',
      '8 aprobado por unanimidad',
      '9 sin resultado',
    ])
    expect(told.points[0]?.counts).toBe('7 a favor')
    expect(told.totals.votes).toBe(6)
    expect(told.added.earlier).toHaveLength(2)
    expect(told.left).toEqual([])
  })

  it('says divided votes with their counts, seat by seat present or not', () => {
    const told = summary(readRight(dividedText()))
    const counted = told.points.map(({ counts }) => counts).filter((counts) => counts !== null)
    expect(counted.some((counts) => /en contra/.test(counts))).toBe(true)
    expect(told.points.flatMap(({ agreements }) => agreements)).toHaveLength(told.totals.agreements)
    expect(told.attendance.present + told.attendance.absent).toBe(told.attendance.called)
  })

  it('says what it does not bring: annexes, and reviews of items that are not followed here', () => {
    const file = readRight(dividedText())
    const annex = { name: 'a.pdf', path: '', sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 3 }
    const review = { do: 'review', item: 'X-1', title: 'Algo', outcome: 'pending' } as const
    const at = file.record.findIndex((step) => step.do === 'point') + 1
    const record = [...file.record.slice(0, at), review, ...file.record.slice(at)]
    const [first, ...others] = file.agenda
    if (!first) throw new Error('an agenda')
    const told = summary({ ...file, record, agenda: [{ ...first, annexes: [annex] }, ...others] })
    expect(told.left).toHaveLength(2)
    expect(told.left.join(' ')).toMatch(/un anexo[\s\S]*Un asunto revisado no está en el seguimiento/)
    expect(told.totals.reviews).toBe(1)
  })

  it('says that a session that was only prepared has nothing recorded', () => {
    const told = summary({ ...exampleSession(), record: [] })
    expect([told.phase, told.totals.votes]).toEqual(['before', 0])
    expect(told.points.every(({ outcome }) => outcome === 'pendiente')).toBe(true)
  })
})
