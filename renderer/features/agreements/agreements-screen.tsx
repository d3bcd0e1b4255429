import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { sentenceOf } from '../../../shared/documents'
import type { Body } from '../../../shared/domain/bodies'
import {
  type EffectiveFact,
  findPoint,
  foldSession,
  type PlainFactBody,
  type SessionId,
  type SessionState,
  shortTitle,
} from '../../../shared/domain/sessions'
import { capitalize, joinSpanish } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { useBody } from '../../data/current-body'
import { getRecord } from '../../data/repositories'
import { useLive } from '../../data/use-live'
import { EmptyState } from '../../ui/empty-state'
import classes from './agreements.module.css'

type Agreement = Extract<PlainFactBody, { kind: 'agreement' }>
type Commitment = Extract<PlainFactBody, { kind: 'commitment' }>

interface Entry<T> {
  readonly fact: EffectiveFact
  readonly body: T
}

function entriesOf<T extends PlainFactBody['kind']>(
  state: SessionState,
  kind: T,
): readonly Entry<Extract<PlainFactBody, { kind: T }>>[] {
  return state.facts.flatMap((fact) =>
    fact.body.kind === kind ? [{ fact, body: fact.body as Extract<PlainFactBody, { kind: T }> }] : [],
  )
}

/** The sentence of the minuta that the commitment was taken from, null when it came from none. */
function sourceSentence(state: SessionState, body: Body, commitment: Commitment): string | null {
  const source = state.facts.find((fact) => fact.id === commitment.sourceFactId)?.body
  return source?.kind === 'speech' ? sentenceOf(source, state.plan, body) : null
}

function PointCell({ state, body }: { readonly state: SessionState; readonly body: Agreement | Commitment }) {
  const point = findPoint(state.plan, body.pointId)
  return (
    <Table.Td className={classes.point}>
      {point && (
        <span title={point.title}>
          {point.number}. {shortTitle(point.title)}
        </span>
      )}
    </Table.Td>
  )
}

function Agreements({ state }: { readonly state: SessionState }) {
  const entries = entriesOf(state, 'agreement')
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="acuerdos">
      <h2 id="acuerdos" className={classes.title}>
        Acuerdos <span className={classes.count}>{entries.length}</span>
      </h2>
      <Table verticalSpacing="xs" withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Número</Table.Th>
            <Table.Th>Acuerdo</Table.Th>
            <Table.Th>Punto</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ fact, body }) => (
            <Table.Tr key={fact.id}>
              <Table.Td className={classes.number}>{body.number ?? 'sin número'}</Table.Td>
              <Table.Td>{body.text}</Table.Td>
              <PointCell state={state} body={body} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

/** What was asked, and the sentence it came from when that says more. */
function CommitmentCell({
  state,
  commitment,
}: {
  readonly state: SessionState
  readonly commitment: Commitment
}) {
  const sentence = sourceSentence(state, useBody(), commitment)
  return (
    <Table.Td>
      {capitalize(commitment.text)}
      {sentence !== null && <p className={classes.source}>{sentence}</p>}
    </Table.Td>
  )
}

function Commitments({ state }: { readonly state: SessionState }) {
  const entries = entriesOf(state, 'commitment')
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="compromisos">
      <h2 id="compromisos" className={classes.title}>
        Compromisos para seguimiento <span className={classes.count}>{entries.length}</span>
      </h2>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Qué se pidió</Table.Th>
            <Table.Th>Responsables</Table.Th>
            <Table.Th>Plazo</Table.Th>
            <Table.Th>Punto</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ fact, body }) => (
            <Table.Tr key={fact.id}>
              <CommitmentCell state={state} commitment={body} />
              <Table.Td>
                {body.responsible.length > 0 ? joinSpanish(body.responsible) : 'por definir'}
              </Table.Td>
              <Table.Td>{body.due ?? 'sin plazo'}</Table.Td>
              <PointCell state={state} body={body} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

interface AgreementsScreenProps {
  readonly sessionId: SessionId
  /** Takes what was agreed to the follow-up. */
  readonly promote?: ReactNode
}

/** What was agreed in the session: resolutions, and what somebody was asked for. */
export function AgreementsScreen({ sessionId, promote }: AgreementsScreenProps) {
  const { store } = useDeps()
  const record = useLive(() => getRecord(store, sessionId), [store, sessionId])
  if (!record) return null
  const state = foldSession(record.plan, record.facts)
  const nothing = !state.facts.some(({ body }) => body.kind === 'agreement' || body.kind === 'commitment')
  if (nothing) {
    return (
      <EmptyState
        title="Esta sesión no tiene acuerdos ni compromisos"
        hint="En la Sala, la tecla A registra un acuerdo del punto en discusión, y S convierte la última petición en un compromiso."
      />
    )
  }
  return (
    <div className={classes.screen}>
      {promote}
      <Agreements state={state} />
      <Commitments state={state} />
    </div>
  )
}
