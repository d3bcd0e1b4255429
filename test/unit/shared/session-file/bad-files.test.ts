import { describe, expect, it } from 'vitest'
import { SESSION_FILE_MAX_BYTES } from '../../../../shared/session-file'
import { dividedText, mutated, problemsOf } from '../../../helpers/session-files'

type Path = readonly (string | number)[]

const right = dividedText()

/** Positions in the record of the fixture, from 0. */
const STEP = { quorum: 1, agendaVote: 3, speech: 5, arrival: 6, outsider: 7, vote: 13, tie: 19 } as const

describe('readSessionFile', () => {
  it('accepts the fixture', () => {
    expect(problemsOf(right)).toEqual([])
  })

  it.each<readonly [what: string, text: string, problem: string]>([
    [
      'bad JSON',
      '{\n  "format": "quorum-session"\n  "version": 1\n}',
      'línea 3, columna 3: se esperaba una coma o «}» y hay «"»',
    ],
    ['a list', '[]', 'el archivo no es una sesión de Quórum: debe ser un objeto entre llaves'],
    [
      'another format',
      '{"format": "otro"}',
      'el archivo no es una sesión de Quórum: falta "format": "quorum-session"',
    ],
    ['no format', '{}', 'el archivo no es una sesión de Quórum: falta "format": "quorum-session"'],
    [
      'a newer version',
      mutated(right, ['version'], 2),
      'el archivo usa la versión 2 del formato y esta versión de Quórum lee hasta la 1; actualice Quórum para abrirlo',
    ],
    [
      'a version in words',
      mutated(right, ['version'], 'uno'),
      'la versión del formato debe ser un número entero, por ejemplo 1',
    ],
    [
      'prototype keys',
      right.replace('"notes"', '"__proto__"'),
      'línea 4, columna 3: la clave «__proto__» no se admite',
    ],
    [
      'a key twice',
      right.replace('"notes"', '"version"'),
      'línea 4, columna 3: la clave «version» está repetida',
    ],
  ])('refuses the file as a whole: %s', (_what, text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  it('refuses a file larger than 5 MB without parsing it, counting bytes', () => {
    const tooLarge = ['el archivo pasa de 5 MB']
    expect(problemsOf('x'.repeat(SESSION_FILE_MAX_BYTES + 1))).toEqual(tooLarge)
    expect(problemsOf('ñ'.repeat(SESSION_FILE_MAX_BYTES / 2 + 1))).toEqual(tooLarge)
  })

  it.each<readonly [path: Path, value: unknown, problem: string]>([
    [['agenda', 2, 'title'], undefined, 'agenda, punto 3: falta el título'],
    [['agenda', 2, 'title'], '  ', 'agenda, punto 3: el título está en blanco'],
    [['agenda', 2, 'title'], 7, 'agenda, punto 3: el título debe ser un texto entre comillas'],
    [['agenda'], [], 'la agenda no tiene ningún punto'],
    [['agenda'], undefined, 'falta la agenda («agenda»)'],
    [['agenda', 0, 'titulo'], 'x', 'agenda, punto 1: este formato no tiene la clave «titulo»'],
    [['extra'], 1, 'este formato no tiene la clave «extra»'],
    [['body', 'gender'], 'x', 'órgano: el género («gender») no puede ser «x»; use f o m'],
    [
      ['body', 'timeZone'],
      'Marte/Olimpo',
      'órgano: la zona horaria («timeZone») «Marte/Olimpo»: no existe; escriba por ejemplo America/Mexico_City',
    ],
    [['session', 'date'], '2026-02-30', 'sesión: la fecha «2026-02-30» no existe; se escribe AAAA-MM-DD'],
    [['session', 'date'], '19/02/2026', 'sesión: la fecha «19/02/2026» no existe; se escribe AAAA-MM-DD'],
    [['session', 'time'], '25:00', 'sesión: la hora «25:00» no existe; se escribe HH:mm, de 00:00 a 23:59'],
    [['session', 'ordinal'], 1.5, 'sesión: el número ordinal («ordinal») debe ser un número entero'],
    [['session', 'ordinal'], 0, 'sesión: el número ordinal («ordinal») debe ser 1 o más'],
    [
      ['people', 0, 'initials'],
      'mv',
      'personas, persona 1: el campo de iniciales («initials») «mv»: lleva de una a cuatro letras mayúsculas, sin acentos',
    ],
    [
      ['agenda', 2, 'links'],
      ['javascript:1'],
      'agenda, punto 3: el enlace «javascript:1» debe empezar con http:// o https://',
    ],
    [
      ['record', STEP.vote, 'ballots', 'BIB'],
      'nay',
      'desarrollo, paso 14: la votación por área («ballots») no puede ser «nay»; use yes, no, abstain, recused o not-voting',
    ],
    [
      ['record', STEP.vote, 'do'],
      'votar',
      'desarrollo, paso 14: la acción («do») no puede ser «votar»; use open, quorum, point, speech, vote, vote-open, ballot, rest, casting-vote, vote-close, outcome, agreement, commitment, review, presence, recess, resume o close',
    ],
    [['record', STEP.vote, 'do'], undefined, 'desarrollo, paso 14: falta la acción («do»)'],
    [
      ['record', STEP.speech, 'text'],
      'x'.repeat(20_001),
      'desarrollo, paso 6: el texto pasa de 20000 caracteres',
    ],
  ])('says where the shape is wrong: %j', (path, value, problem) => {
    expect(problemsOf(mutated(right, path, value))).toEqual([problem])
  })

  it.each<readonly [path: Path, value: unknown, problem: string]>([
    [['seats', 3, 'acronym'], 'aca', 'áreas, área 4: la sigla «aca» está repetida'],
    [['seats', 3, 'role'], 'presidency', 'áreas, área 4: ya hay otra área con el papel «presidency»'],
    [['people', 7, 'seat'], 'XXX', 'personas, persona 8: no hay un área con la sigla «XXX»'],
    [['people', 7, 'initials'], 'MV', 'personas, persona 8: las iniciales «MV» están repetidas'],
    [
      ['people', 7, 'initials'],
      'M',
      'personas, persona 8: las iniciales «MV» y «M» se confunden al teclearlas',
    ],
    [
      ['people', 7, 'fullName'],
      'Marina Velez Ortuno',
      'personas, persona 8: «Marina Velez Ortuno» ya está en la lista',
    ],
    [['attendance', 7, 'person'], 'ZZ', 'asistencia, línea 8: nadie tiene las iniciales «ZZ»'],
    [['attendance', 7, 'person'], 'MV', 'asistencia, línea 8: «MV» ya está en la lista'],
    [['people', 7, 'seat'], 'ACA', 'asistencia, línea 8: el área «ACA» ya viene representada'],
    [
      ['agenda', 1, 'approves'],
      ['2025-01-01'],
      'agenda, punto 2: no hay una sesión anterior del 2025-01-01 cuya minuta aprobar',
    ],
    [
      ['earlierSessions'],
      [{ type: 'ordinaria', ordinal: 1, date: '2026-03-01' }],
      'sesiones anteriores, sesión 1: 2026-03-01 no es anterior a la sesión (2026-02-19)',
    ],
    [
      ['body', 'agreementPattern'],
      'CE/{AAAA}',
      'órgano: el patrón de numeración «CE/{AAAA}» debe llevar el consecutivo una sola vez, por ejemplo {NNN}',
    ],
    [['signatures', 1], 'CONT', 'firmas, línea 2: Walter Figueroa Díaz no firma'],
    [['signatures', 1], 'PRES', 'firmas, línea 2: «PRES» ya está'],
    [['signatures', 1], 'NADIE', 'firmas, línea 2: «NADIE» no está en la lista de asistencia'],
  ])('says what the parts say wrongly about each other: %j', (path, value, problem) => {
    expect(problemsOf(mutated(right, path, value))[0]).toBe(problem)
  })

  it.each<readonly [path: Path, value: unknown, problem: string]>([
    [
      ['record', STEP.speech, 'speaker'],
      'XX',
      'desarrollo, paso 6 (punto 2): «XX» no está en la lista de asistencia; use las iniciales de una persona o la sigla de un área',
    ],
    [
      ['record', STEP.speech, 'speaker'],
      undefined,
      'desarrollo, paso 6 (punto 2): falta decir quién habla: «speaker» u «outsider»',
    ],
    [
      ['record', STEP.outsider, 'speaker'],
      'MV',
      'desarrollo, paso 8 (punto 2): use «speaker» o «outsider», no los dos',
    ],
    [
      ['record', STEP.vote, 'ballots', 'CONT'],
      'yes',
      'desarrollo, paso 14 (punto 3): Walter Figueroa Díaz no tiene voto',
    ],
    [
      ['record', STEP.vote, 'ballots', 'SEC'],
      'yes',
      'desarrollo, paso 14 (punto 3): Tomás Robledo Cid no tiene voto',
    ],
    [
      ['record', STEP.tie, 'ballots', 'FIN'],
      'yes',
      'desarrollo, paso 20 (punto 4): Noé Balderas Quiroz no puede votar porque no está presente',
    ],
    [
      ['record', STEP.vote, 'ballots', 'XX'],
      'yes',
      'desarrollo, paso 14 (punto 3): «XX» no está en la lista de asistencia; use las iniciales de una persona o la sigla de un área',
    ],
    [
      ['record', STEP.vote, 'rest'],
      undefined,
      'desarrollo, paso 14 (punto 3): falta el voto de Marina Vélez Ortuño, Lucía Arrieta Pons, Hugo Cárdenas Íñiguez e Irene Salgado Peña; escríbalo o use «rest» para los demás',
    ],
    [
      ['record', STEP.vote, 'unanimous'],
      true,
      'desarrollo, paso 14 (punto 3): use «unanimous» o «ballots», no los dos',
    ],
    [
      ['record', STEP.agendaVote, 'unanimous'],
      undefined,
      'desarrollo, paso 4 (punto 1): falta decir cómo se votó: «unanimous», «ballots» o «rest»',
    ],
    [
      ['record', STEP.vote, 'reasons'],
      { ACA: 'x' },
      'desarrollo, paso 14 (punto 3): hay un motivo («reasons») de «ACA», que no está en «ballots»',
    ],
    [
      ['record', STEP.vote, 'result'],
      'rejected',
      'desarrollo, paso 14 (punto 3): el resultado dice «no aprobado por mayoría» y las papeletas dan aprobado por mayoría (4 a favor, 1 en contra y 1 abstención)',
    ],
    [
      ['record', STEP.vote, 'by'],
      'unanimity',
      'desarrollo, paso 14 (punto 3): el resultado dice «aprobado por unanimidad» y las papeletas dan aprobado por mayoría (4 a favor, 1 en contra y 1 abstención)',
    ],
    [
      ['record', STEP.vote, 'count', 'yes'],
      5,
      'desarrollo, paso 14 (punto 3): el cómputo dice 5 a favor y son 4',
    ],
    [
      ['record', STEP.tie, 'castingVote'],
      undefined,
      'desarrollo, paso 20 (punto 4): el resultado dice «aprobado con voto de calidad» y las papeletas dan empatado (2 a favor, 2 en contra, 1 con excusa y 1 ausente)',
    ],
    [
      ['record', STEP.vote, 'castingVote'],
      'yes',
      'desarrollo, paso 14 (punto 3): hay voto de calidad («castingVote») y la votación no está empatada',
    ],
    [
      ['record', STEP.quorum, 'present'],
      7,
      'desarrollo, paso 2: dice que hay 7 áreas con voto presentes y son 5',
    ],
    [['record', STEP.quorum, 'required'], 3, 'desarrollo, paso 2: dice que el quórum requerido es 3 y es 4'],
    [['record', 4, 'number'], 9, 'desarrollo, paso 5 (punto 1): la agenda no tiene punto 9'],
    [
      ['record', STEP.arrival, 'status'],
      'absent',
      'desarrollo, paso 7 (punto 2): Hugo Cárdenas Íñiguez ya estaba así',
    ],
    [
      ['record', STEP.arrival, 'status'],
      'away',
      'desarrollo, paso 7 (punto 2): Hugo Cárdenas Íñiguez no puede salir porque no está presente',
    ],
    [
      ['record', STEP.arrival, 'at'],
      '09:20',
      'desarrollo, paso 7 (punto 2): la hora 09:20 es anterior a la del paso previo (09:36)',
    ],
    [['record', 0], { do: 'quorum' }, 'desarrollo, paso 1: la sesión todavía no se abre («open»)'],
    [
      ['record', 1],
      { do: 'speech', speaker: 'MV', act: 'informs', text: 'algo' },
      'desarrollo, paso 2: antes hay que abrir un punto («point»)',
    ],
    [
      ['record', 12, 'fromLastSpeech'],
      'sí',
      'desarrollo, paso 13: el origen («fromLastSpeech») debe ser true o false',
    ],
  ])('plays the script and says which step cannot be: %j', (path, value, problem) => {
    expect(problemsOf(mutated(right, path, value))).toEqual([problem])
  })

  it('lists several problems at once, in the order of the file', () => {
    const text = mutated(mutated(right, ['agenda', 2, 'title'], undefined), ['session', 'date'], '2026-13-01')
    expect(problemsOf(text)).toEqual([
      'sesión: la fecha «2026-13-01» no existe; se escribe AAAA-MM-DD',
      'agenda, punto 3: falta el título',
    ])
  })

  it('lets a session pass midnight', () => {
    const record = JSON.parse(right).record.slice(0, 5)
    const late = ['23:50', '23:51', '23:58', '00:01', '00:05'].map((at, index) => ({ ...record[index], at }))
    const text = mutated(mutated(right, ['record'], late), ['session', 'rollCall'], '23:45')
    expect(problemsOf(text)).toEqual([])
  })
})
