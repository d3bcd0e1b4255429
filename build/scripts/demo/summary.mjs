import { isDeepStrictEqual } from 'node:util'

/**
 * A session as a reader of the minuta would see it, without ids, so that two records of it can be compared.
 * Left out is what the room does not ask for: reasons of ballots, and from which speech a commitment comes,
 * which it takes from the last request.
 * @param {import('../../../shared/domain/sessions/index').SessionState} state
 */
export function summarize(state) {
  const { plan } = state
  const nameOf = (/** @type {string} */ id) => plan.attendees.find((a) => a.id === id)?.fullName ?? id
  const numberOf = (/** @type {string | null} */ id) => plan.points.find((p) => p.id === id)?.number ?? null
  return {
    sesión: sessionOf(plan),
    asistentes: plan.attendees.map(attendeeOf),
    firmas: signersOf(plan).map(nameOf),
    orden: plan.points.map(({ number, title, presenter, kind, closing }) => ({
      number,
      title,
      presenter,
      kind,
      closing,
    })),
    fase: [state.phase, state.openedAt, state.closedAt],
    quórum: state.quorumVerified && [state.quorumVerified.present, state.quorumVerified.required],
    movimientos: state.movements.map((m) => [nameOf(m.attendeeId), m.movement, m.time]),
    resultados: plan.points.map((point) => resultOf(state, point)),
    votaciones: [...state.votes.values()].map((vote) => voteOf(vote, nameOf, numberOf)),
    asentado: state.facts.flatMap((fact) => recordOf(fact, nameOf, numberOf)),
    anomalías: state.anomalies.map((anomaly) => anomaly.refusal.code),
  }
}

/** @param {import('../../../shared/domain/sessions/index').SessionPlan} plan */
function sessionOf({ session }) {
  const { type, ordinal, date, time, place, modality } = session
  return { type, ordinal, date, time, place, modality }
}

/**
 * Who signs, in the order of the sheet: first those that the session puts in order, then the list.
 * @param {import('../../../shared/domain/sessions/index').SessionPlan} plan
 */
function signersOf({ session, attendees }) {
  const signing = attendees.filter((attendee) => attendee.signs).map((attendee) => attendee.id)
  return [...new Set([...session.signatureOrder, ...signing])]
}

/** @param {import('../../../shared/domain/sessions/index').Attendee} attendee */
function attendeeOf(attendee) {
  const { id, sessionId, seatId, personId, order, ...shown } = attendee
  return shown
}

/**
 * @param {import('../../../shared/domain/sessions/index').SessionState} state
 * @param {import('../../../shared/domain/sessions/index').Point} point
 */
function resultOf(state, point) {
  const status = state.points.get(point.id)
  if (status?.kind === 'ended') return [point.number, status.outcome, status.reason]
  if (status?.kind !== 'voted') return [point.number, status?.kind ?? null]
  const vote = state.votes.get(status.voteId)
  return [point.number, vote?.status === 'closed' ? vote.result : null]
}

/**
 * @param {import('../../../shared/domain/sessions/index').Vote} vote
 * @param {(id: string) => string} nameOf
 * @param {(id: string | null) => number | null} numberOf
 */
function voteOf(vote, nameOf, numberOf) {
  const where = { punto: numberOf(vote.pointId), vuelta: vote.round }
  if (vote.status === 'open') return { ...where, abierta: true }
  const ballots = vote.electorate.map((entry) => [nameOf(entry.attendeeId), entry.option, entry.reason])
  const { counts, result, subject, declaredReason } = vote
  return {
    ...where,
    asunto: subject,
    cómputo: counts,
    resultado: result,
    razón: declaredReason,
    votos: ballots,
  }
}

/**
 * @param {import('../../../shared/domain/sessions/index').EffectiveFact} fact
 * @param {(id: string) => string} nameOf
 * @param {(id: string | null) => number | null} numberOf
 * @returns {readonly Readonly<Record<string, unknown>>[]}
 */
function recordOf({ body, time }, nameOf, numberOf) {
  switch (body.kind) {
    case 'speech': {
      const { speaker } = body
      const who = speaker?.kind === 'attendee' ? nameOf(speaker.attendeeId) : speaker
      return [{ hora: time, punto: numberOf(body.pointId), quién: who, acto: body.act, texto: body.text }]
    }
    case 'agreement':
      return [{ hora: time, punto: numberOf(body.pointId), acuerdo: body.number, texto: body.text }]
    case 'commitment':
      return [
        {
          hora: time,
          punto: numberOf(body.pointId),
          compromiso: body.text,
          responsables: body.responsible,
          plazo: body.due,
        },
      ]
    case 'item-reviewed':
      return [
        {
          hora: time,
          punto: numberOf(body.pointId),
          asunto: [body.item.code, body.item.title],
          queda: body.outcome,
          nota: body.note,
        },
      ]
    default:
      return []
  }
}

/**
 * Where two summaries differ, as "camino: se esperaba … y hay …".
 * @param {unknown} expected
 * @param {unknown} actual
 * @param {string} [path]
 * @returns {string[]}
 */
export function differences(expected, actual, path = '') {
  if (isDeepStrictEqual(expected, actual)) return []
  const containers = isContainer(expected) && isContainer(actual)
  if (!containers || Array.isArray(expected) !== Array.isArray(actual)) {
    return [`${path || 'sesión'}: se esperaba ${JSON.stringify(expected)} y hay ${JSON.stringify(actual)}`]
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)])
  return [...keys].flatMap((key) => {
    const step = Array.isArray(expected) ? `[${Number(key) + 1}]` : path === '' ? key : `.${key}`
    return differences(Reflect.get(expected, key), Reflect.get(actual, key), path + step)
  })
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isContainer(value) {
  return typeof value === 'object' && value !== null
}
