import { describe, expect, it } from 'vitest'
import {
  type DateFormDraft,
  draftToStore,
  isBlank,
  keepPending,
  NEW_EXCEPTION,
  pendingProblems,
  readableExceptions,
} from '../../../../../renderer/features/calendar/catalogue/exceptions-model'
import { draftOfCommemoration, type ExceptionDraft } from '../../../../../shared/domain/publications'
import { makeCommemoration } from '../../../../helpers/make-publication'

const july: ExceptionDraft = { ...NEW_EXCEPTION, year: '2018', from: '2018-07-01' }
const skipped: ExceptionDraft = { ...NEW_EXCEPTION, year: '2020', observed: false }

function form(changes: Partial<DateFormDraft>): DateFormDraft {
  return { ...draftOfCommemoration(makeCommemoration(1)), pending: null, ...changes }
}

describe('an exception that is being written', () => {
  it('joins the list in order of years, in its own place when it changes one', () => {
    const added = form({ exceptions: [skipped], pending: { at: null, draft: july, isTried: false } })
    expect(keepPending(added)).toEqual({ ok: true, value: [july, skipped] })
    const later = { ...skipped, year: '2016' }
    const changed = form({ exceptions: [july, skipped], pending: { at: 1, draft: later, isTried: false } })
    expect(keepPending(changed)).toEqual({ ok: true, value: [later, july] })
  })

  it('may keep its year when it is changed, and not take that of another', () => {
    const same = form({
      exceptions: [july],
      pending: { at: 0, draft: { ...july, reason: 'LGIPE' }, isTried: true },
    })
    expect(pendingProblems(same)).toEqual([])
    const twice = form({ exceptions: [july], pending: { at: null, draft: july, isTried: true } })
    expect(pendingProblems(twice).map(({ field }) => field)).toEqual(['year'])
    expect(pendingProblems({ ...twice, pending: { at: null, draft: july, isTried: false } })).toEqual([])
  })

  it('is stored with its date even if nobody added it to the list', () => {
    const written = form({ exceptions: [skipped], pending: { at: null, draft: july, isTried: false } })
    const stored = draftToStore(written)
    expect(stored.ok && stored.value.exceptions).toEqual([july, skipped])
    expect(stored.ok && 'pending' in stored.value).toBe(false)
  })

  it('is passed over when nothing was written, and keeps the date from being stored when it is half done', () => {
    const blank = { at: null, draft: { ...NEW_EXCEPTION, observed: false }, isTried: false }
    expect(isBlank(blank)).toBe(true)
    expect(isBlank({ ...blank, at: 0 })).toBe(false)
    const stored = draftToStore(form({ exceptions: [july], pending: blank }))
    expect(stored.ok && stored.value.exceptions).toEqual([july])
    const half = form({ pending: { at: null, draft: { ...july, from: '' }, isTried: false } })
    expect(draftToStore(half)).toEqual({
      ok: false,
      error: [
        {
          field: 'exceptions',
          message:
            'La excepción que escribe está incompleta. Elija a qué día se pasó, o marque que ese año no se observa.',
        },
      ],
    })
  })

  it('is in the preview as soon as it can be understood', () => {
    const years = (draft: DateFormDraft) => readableExceptions(draft).map(({ year }) => year)
    const pending = { at: null, draft: july, isTried: false }
    expect(years(form({ exceptions: [skipped], pending }))).toEqual([2018, 2020])
    expect(years(form({ exceptions: [skipped], pending: { ...pending, draft: NEW_EXCEPTION } }))).toEqual([
      2020,
    ])
  })
})
