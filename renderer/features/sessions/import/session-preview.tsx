import type { SessionFileSummary, SummaryPoint } from '../../../../shared/session-file'
import { formatDay } from '../../../ui/format'
import { MessageNote } from '../../../ui/message-note'
import classes from './session-import.module.css'

function counted(n: number, one: string, several: string): string {
  return `${n} ${n === 1 ? one : several}`
}

function listed(parts: readonly (readonly [number, string, string])[]): string {
  return parts
    .filter(([n]) => n > 0)
    .map(([n, one, several]) => counted(n, one, several))
    .join(' · ')
}

const PHASES: Readonly<Record<SessionFileSummary['phase'], string>> = {
  before: 'sin abrir: se podrá registrar en la Sala',
  'in-session': 'en curso: se podrá seguir en la Sala',
  recess: 'en receso: se podrá seguir en la Sala',
  closed: 'concluida',
}

function bodyText({ body, added }: SessionFileSummary): string {
  if (body.isNew) return `${body.name} (${body.acronym}): se creará`
  const news = listed([
    [added.seats, 'área nueva', 'áreas nuevas'],
    [added.persons, 'persona nueva', 'personas nuevas'],
    [added.memberships, 'nombramiento nuevo', 'nombramientos nuevos'],
  ])
  return `${body.name} (${body.acronym}), que ya está${news === '' ? '; el directorio no cambia' : `; al directorio: ${news}`}`
}

function recordText({ totals }: SessionFileSummary): string {
  const parts = listed([
    [totals.votes, 'votación', 'votaciones'],
    [totals.agreements, 'acuerdo', 'acuerdos'],
    [totals.commitments, 'compromiso', 'compromisos'],
    [totals.reviews, 'pendiente revisado', 'pendientes revisados'],
    [totals.speeches, 'intervención', 'intervenciones'],
    [totals.facts, 'hecho en total', 'hechos en total'],
  ])
  return parts === '' ? 'nada: solo lo preparado' : parts
}

function PointRow({ point }: { readonly point: SummaryPoint }) {
  const more = point.votes > 1 ? `${point.votes} votaciones` : ''
  return (
    <tr>
      <td className={classes.number}>{point.number}</td>
      <td>{point.title}</td>
      <td className={classes.outcome}>
        {point.outcome}
        {point.counts !== null && <span className={classes.counts}>{point.counts}</span>}
        {more !== '' && <span className={classes.counts}>{more}</span>}
        {point.agreements.map((number, index) => (
          <span key={number ?? `sin-numero-${index}`} className={classes.counts}>
            {number === null ? 'Acuerdo sin número' : `Acuerdo ${number}`}
          </span>
        ))}
      </td>
    </tr>
  )
}

/** What taking the file in would do: body, session, attendance, points with their results, what is left out. */
export function SessionPreviewView({ summary }: { readonly summary: SessionFileSummary }) {
  const { session, attendance, points, added, left } = summary
  return (
    <>
      <dl className={classes.data}>
        <dt>Órgano</dt>
        <dd>{bodyText(summary)}</dd>
        <dt>Sesión</dt>
        <dd>
          {session.title}, {formatDay(session.date)}
          {session.place !== '' && ` · ${session.place}`} · {PHASES[summary.phase]}
        </dd>
        <dt>Asistencia</dt>
        <dd>
          {counted(attendance.called, 'persona convocada', 'personas convocadas')} · {attendance.voting} con
          voto · {attendance.present} {attendance.present === 1 ? 'asistió' : 'asistieron'} ·{' '}
          {attendance.absent} no
        </dd>
        <dt>Se registra</dt>
        <dd>{recordText(summary)}</dd>
        {added.earlier.length > 0 && (
          <>
            <dt>Antecedentes</dt>
            <dd>{added.earlier.join(' · ')}</dd>
          </>
        )}
      </dl>
      {left.length > 0 && (
        <MessageNote kind="warning" title="Qué no se trae">
          {left.join(' ')}
        </MessageNote>
      )}
      <table className={classes.points}>
        <caption>{counted(points.length, 'punto', 'puntos')} en el orden del día</caption>
        <thead>
          <tr>
            <th scope="col">Núm.</th>
            <th scope="col">Punto</th>
            <th scope="col">Resultado</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <PointRow key={point.number} point={point} />
          ))}
        </tbody>
      </table>
    </>
  )
}
