import { describe, expect, it } from 'vitest'
import { dueNotice } from '../../../../shared/outputs'
import { makeItem, makeItemEvent } from '../../../helpers/make-item'
import { makeRecord } from '../../../helpers/outputs'

function due(n: number, date: string) {
  const deadline = {
    term: { kind: 'fixed-date', date },
    start: { event: 'date', date: null, time: null },
    wording: '',
  }
  return makeItem(n, { deadline })
}

describe('the notice of the desktop on 15-nov-2017', () => {
  it('counts what is overdue, due today and soon, and names the nearest', () => {
    const records = [due(1, '2017-10-31'), due(2, '2017-11-15'), due(3, '2017-11-17'), due(4, '2018-02-01')]
    expect(dueNotice(records.map((item) => makeRecord(item)))).toEqual({
      title: 'Seguimiento: 1 asunto vencido, 1 vence hoy y 1 por vencer',
      body: 'SEG-2017-002: Asunto 2\nSEG-2017-003: Asunto 3\nSEG-2017-001: Asunto 1',
    })
  })

  it('is silent when nothing presses', () => {
    const late = due(1, '2017-10-31')
    const closed = makeRecord(late, [
      makeItemEvent(late, 1, '2017-10-30', { kind: 'state', to: 'fulfilled' }),
    ])
    expect(dueNotice([closed, makeRecord(due(2, '2018-02-01')), makeRecord(makeItem(3))])).toBeNull()
  })
})
