import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../../../../shared/documents'
import type { SpeechAct } from '../../../../../shared/domain/sessions'
import { makeBody } from '../../../../helpers/make-session'
import { committee, prepared } from '../../../../helpers/minuta-committee'

const plan = prepared().plan
const attendee = { kind: 'attendee', attendeeId: committee.secretary.id } as const

function said(act: SpeechAct, text: string): string {
  return sentenceOf({ speaker: attendee, act, text }, plan, makeBody())
}

describe('sentence of a speech', () => {
  it.each([
    [
      'informs',
      'quedaron pendientes 6 puntos',
      'La licenciada Azuara informó que quedaron pendientes 6 puntos.',
    ],
    ['informs', 'que se cumplió', 'La licenciada Azuara informó que se cumplió.'],
    ['informs', 'Sobre el avance', 'La licenciada Azuara informó sobre el avance.'],
    ['informs', 'El área trabaja', 'La licenciada Azuara informó que el área trabaja.'],
    ['presents', 'el informe', 'La licenciada Azuara presentó el informe.'],
    ['suggests', 'crear un histórico', 'La licenciada Azuara sugirió crear un histórico.'],
    ['instructs', 'a UNICOM informar', 'La licenciada Azuara instruyó a UNICOM informar.'],
    ['urges', 'consultar los convenios', 'La licenciada Azuara instó a consultar los convenios.'],
    ['urges', 'a consultar los convenios', 'La licenciada Azuara instó a consultar los convenios.'],
    ['urges', 'el área a responder', 'La licenciada Azuara instó al área a responder.'],
    ['proposes', 'reunirse con el INAI', 'La licenciada Azuara propuso reunirse con el INAI.'],
    ['requests', 'que se informe', 'La licenciada Azuara solicitó que se informe.'],
    ['points-out', 'México avanza', 'La licenciada Azuara señaló que México avanza.'],
    ['specifies', 'cuándo se entregará', 'La licenciada Azuara precisó cuándo se entregará.'],
    ['gives-floor', 'el ingeniero Torres', 'La licenciada Azuara cedió la palabra al ingeniero Torres.'],
    ['asks', '¿Hay fecha?', 'La licenciada Azuara preguntó: ¿Hay fecha?'],
    ['asks', 'si hay fecha', 'La licenciada Azuara preguntó si hay fecha.'],
    ['reiterates', 'la necesidad de datos', 'La licenciada Azuara reiteró la necesidad de datos.'],
    ['narrates', 'Se proyectó un video', 'Se proyectó un video.'],
  ] as const)('%s «%s»', (act, text, expected) => {
    expect(said(act, text)).toBe(expected)
  })

  it('cleans spaces and control characters, and keeps paragraphs and lists', () => {
    expect(said('informs', '  se   halló\u0007 lo siguiente \n\n - uno\n• dos \nY nada más')).toBe(
      'La licenciada Azuara informó que se halló lo siguiente:\n• uno\n• dos\nY nada más.',
    )
  })

  it('opens a list that has no words before it', () => {
    expect(said('presents', '• uno\n• dos')).toBe('La licenciada Azuara presentó lo siguiente:\n• uno\n• dos')
  })

  it('is impersonal when nobody is named, and empty without text', () => {
    const impersonal = sentenceOf({ speaker: null, act: 'informs', text: 'hay quórum' }, plan, makeBody())
    expect(impersonal).toBe('Se informó que hay quórum.')
    expect(said('informs', '  ')).toBe('')
  })

  it('names somebody outside the list by name', () => {
    const speaker = {
      kind: 'outsider',
      fullName: 'Diana Díaz',
      honorificLong: '',
      gender: 'f',
      charge: 'Representante de la DEPPP',
    } as const
    expect(sentenceOf({ speaker, act: 'informs', text: 'que sí' }, plan, makeBody())).toBe(
      'Diana Díaz informó que sí.',
    )
  })
})
