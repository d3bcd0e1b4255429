import { describe, expect, it } from 'vitest'
import { type BodyId, bodyIdSchema } from '../../../../shared/domain/bodies'
import type { ItemRecord } from '../../../../shared/domain/follow-up'
import { required } from '../../../../shared/lib/assert'
import {
  itemFingerprint,
  type JudgedAnswer,
  judgeAnswers,
  PASTE_END,
  PASTE_START,
  readAnswers,
} from '../../../../shared/outputs'
import { makeItem, makeItemEvent } from '../../../helpers/make-item'
import { makeBody, testId } from '../../../helpers/make-session'
import { CONTEXT, makeAnswers, makeRecord } from '../../../helpers/outputs'

const item = makeItem(1)
const json = (value: unknown) => JSON.stringify(value)

function judge(
  record: ItemRecord,
  answer: Record<string, unknown>,
  bodyId: BodyId = makeBody().id,
): JudgedAnswer {
  const read = readAnswers(json(makeAnswers([{ itemId: item.id, ...answer }])))
  if (!read.ok) throw new Error(read.error.message)
  const [judged] = judgeAnswers(read.value, bodyId, new Map([[record.item.id, record]]), CONTEXT.today)
  return required(judged, 'a judged answer')
}

describe('a returned form is read', () => {
  const whole = json(makeAnswers([{ itemId: item.id, note: 'Listo «ñ»' }]))
  const digits = Buffer.from(whole).toString('base64')
  const block = digits.match(/.{1,64}/g) ?? []
  const length = `#${digits.length}#`
  const mail = ['Buenas tardes:', '', PASTE_START, length, ...block, PASTE_END, 'Saludos'].join('\r\n')

  it('from its file, also after an editor put a mark before it', () => {
    expect(readAnswers(whole)).toEqual(readAnswers(`\ufeff${whole}\n`))
    expect(readAnswers(whole)).toMatchObject({ ok: true, value: { area: 'UNICOM' } })
  })

  it('from the text of an e-mail, also when it was quoted and its lines broken', () => {
    const quoted = mail.replace(/^/gm, '> ').replace(/(\S{40})/g, '$1\r\n> ')
    expect(readAnswers(mail)).toEqual(readAnswers(whole))
    expect(readAnswers(quoted)).toEqual(readAnswers(whole))
  })

  it.each([
    ['nothing', '', 'not-answers'],
    ['another text', 'Buenas tardes', 'not-answers'],
    ['another JSON', '{"format":"otra"}', 'not-answers'],
    ['half a file', '{"format":"quorum/respuestas"', 'not-answers'],
    ['an e-mail without its end', mail.slice(0, -60), 'cut'],
    ['an e-mail with a line missing', mail.replace(`${block[1]}\r\n`, ''), 'cut'],
    ['a newer version', json({ ...makeAnswers([]), version: 2 }), 'newer'],
    ['a day that does not exist', json(makeAnswers([{ itemId: item.id, on: '2017-02-30' }])), 'damaged'],
    ['two answers for one item', json(makeAnswers([{ itemId: item.id }, { itemId: item.id }])), 'damaged'],
    ['an unknown key', json({ ...makeAnswers([]), extra: 1 }), 'damaged'],
    ['a prototype key', `${whole.slice(0, -1)},"__proto__":{"x":1}}`, 'damaged'],
    ['nobody who answers', json({ ...makeAnswers([]), answeredBy: ' ' }), 'damaged'],
  ])('and refused, in words, when it is %s', (_, text, code) => {
    const read = readAnswers(text)
    expect(read).toMatchObject({ ok: false, error: { code } })
    expect(read.ok || read.error.message.length > 20).toBe(true)
  })
})

describe('an answer', () => {
  const record = makeRecord(item)
  const fingerprint = itemFingerprint(record)

  it('changes the state when its item is as the form showed it', () => {
    const judged = judge(record, { fingerprint, state: 'fulfilled', note: 'Se liberó.' })
    expect(judged).toMatchObject({
      kind: 'ok',
      draft: {
        on: '2017-11-14',
        author: 'Jorge Torres Antuñano, Coordinador, UNICOM',
        source: { kind: 'correo', reference: 'Formulario de UNICOM' },
        body: { kind: 'state', to: 'fulfilled' },
        note: 'Se liberó.',
      },
    })
  })

  it('is progress when the state stays', () => {
    expect(judge(record, { fingerprint, note: 'Falta validar.' })).toMatchObject({
      kind: 'ok',
      draft: { body: { kind: 'progress' } },
    })
    expect(judge(record, { fingerprint })).toMatchObject({ kind: 'blank' })
  })

  it('says that the item changed since, and what was written in between', () => {
    const later = makeItemEvent(item, 1, '2017-11-14', { kind: 'state', to: 'in-progress' })
    const judged = judge(makeRecord(item, [later]), { fingerprint, state: 'fulfilled' })
    expect(judged).toMatchObject({ kind: 'changed', since: [{ id: later.id }] })
    const renamed = makeRecord(makeItem(1, { title: 'Otro título' }))
    expect(judge(renamed, { fingerprint, state: 'fulfilled' })).toMatchObject({ kind: 'changed', since: [] })
  })

  it('is not recorded twice', () => {
    const first = judge(record, { fingerprint, state: 'fulfilled', note: 'Se liberó.' })
    if (first.kind !== 'ok') throw new Error(first.kind)
    const { body, on, ...rest } = first.draft
    if (body.kind !== 'state') throw new Error(body.kind)
    const recorded = makeRecord(item, [makeItemEvent(item, 1, on, body, rest)])
    expect(judge(recorded, { fingerprint, state: 'fulfilled', note: 'Se liberó.' })).toMatchObject({
      kind: 'received',
    })
  })

  it('finds nothing when the item is gone or of another body', () => {
    const other = bodyIdSchema.parse(testId(2))
    expect(judge(makeRecord(makeItem(2)), { fingerprint, note: 'x' })).toMatchObject({ kind: 'gone' })
    expect(judge(record, { fingerprint, note: 'x' }, other)).toMatchObject({ kind: 'gone' })
  })

  it('is refused with the reason when its day cannot be', () => {
    const judged = judge(record, { fingerprint, state: 'fulfilled', on: '2017-11-16' })
    expect(judged).toMatchObject({ kind: 'refused', messages: ['La fecha es posterior a hoy.'] })
    expect(judge(record, { fingerprint, note: 'x', on: '2017-01-01' })).toMatchObject({ kind: 'refused' })
  })

  it('meets one period of what is done again and again', () => {
    const deadline = {
      term: { kind: 'recurring', every: 'half-year', by: 'calendar' },
      start: { event: 'approval', date: '2017-08-30', time: null },
      wording: 'al menos semestralmente',
    }
    const recurring = makeRecord(makeItem(1, { deadline }))
    expect(judge(recurring, { fingerprint: itemFingerprint(recurring), state: 'fulfilled' })).toMatchObject({
      kind: 'ok',
      draft: { body: { kind: 'delivery' } },
    })
  })
})
