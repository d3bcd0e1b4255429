import { Button, Loader } from '@mantine/core'
import { useMemo, useState } from 'react'
import { buildMinuta } from '../../../shared/documents'
import type { Body } from '../../../shared/domain/bodies'
import type { Audience } from '../../../shared/domain/packets'
import {
  foldSession,
  type Overlay,
  type Session,
  type SessionId,
  type SessionRecord,
} from '../../../shared/domain/sessions'
import type { VoteDetail } from '../../../shared/packet'
import { useDeps } from '../../commands/deps'
import type { PacketContents } from '../../commands/packet/make/packet-choice'
import { useBody } from '../../data/current-body'
import { listPackets } from '../../data/packets'
import { getRecord, listOverlays, listSessions } from '../../data/repositories'
import { useLive } from '../../data/use-live'
import { Kbd } from '../../ui/kbd'
import { MessageNote } from '../../ui/message-note'
import { useShortcuts } from '../../ui/use-shortcuts'
import { AudienceChoice } from './audience-choice'
import { ContentsChoice, VotesChoice } from './contents-choice'
import { MakerPanel, useMaker } from './maker-panel'
import classes from './packet.module.css'
import { passphraseProblem } from './packet-words'
import { type Protection, ProtectionFields } from './protection-fields'
import { VersionsList } from './versions-list'

const EVERYTHING: PacketContents = { documents: true, annexes: true, combined: true, followUp: true }
const OPEN: Protection = { passphrase: '', repeated: '', sign: true }

interface Reading {
  readonly body: Body
  readonly record: SessionRecord
  readonly overlays: readonly Overlay[]
  readonly sessions: readonly Session[]
}

/** What the secretary should know before she hands the session out; none of it stops her. */
function warningsOf({ body, record, overlays, sessions }: Reading): readonly string[] {
  const state = foldSession(record.plan, record.facts)
  const { session } = record.plan
  const { paragraphs } = buildMinuta({
    body,
    state,
    overlays,
    previousSessions: sessions,
    headHash: null,
    generatedOn: session.date,
  })
  const toReview = paragraphs.filter(({ status }) => status === 'needs-review').length
  const open = [...state.points.values()].filter(({ kind }) => kind === 'left' || kind === 'open').length
  return [
    state.phase === 'closed' ? '' : 'La sesión no se ha cerrado: los documentos dirán «borrador».',
    state.phase === 'closed' && open > 0
      ? `${open === 1 ? 'Un punto quedó' : `${open} puntos quedaron`} sin resultado.`
      : '',
    toReview > 0
      ? `${toReview === 1 ? 'Un párrafo reescrito de la minuta espera' : `${toReview} párrafos reescritos de la minuta esperan`} revisión.`
      : '',
  ].filter((text) => text !== '')
}

function useReading(sessionId: SessionId) {
  const { store } = useDeps()
  const body = useBody()
  return useLive(async () => {
    const [record, overlays, sessions, packets] = await Promise.all([
      getRecord(store, sessionId),
      listOverlays(store, sessionId),
      listSessions(store, body.id),
      listPackets(store, body.id, sessionId),
    ])
    return { body, record, overlays, sessions, packets }
  }, [store, sessionId, body])
}

function annexesOf(record: SessionRecord) {
  const files = record.plan.points.flatMap(({ attachments }) => attachments)
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
}

/** The packet of a session: for whom, with what, protected how; and the versions made before. */
export function PacketTab({ sessionId }: { readonly sessionId: SessionId }) {
  const reading = useReading(sessionId)
  const [audience, setAudience] = useState<Audience>('members')
  const [votes, setVotes] = useState<VoteDetail>('totals')
  const [include, setInclude] = useState(EVERYTHING)
  const [protection, setProtection] = useState(OPEN)
  const { maker, state } = useMaker()
  const warnings = useMemo(
    () => (reading?.record ? warningsOf({ ...reading, record: reading.record }) : []),
    [reading],
  )
  const problem = passphraseProblem(protection.passphrase, protection.repeated)
  const make = () => {
    if (problem !== null) return
    const passphrase = protection.passphrase === '' ? null : protection.passphrase
    const scope = { kind: 'session', sessionId } as const
    maker.start({ scope, audience, votes, include, passphrase, sign: protection.sign })
  }
  useShortcuts({ 'ctrl+e': make })
  if (!reading) return <Loader aria-label="Leyendo la sesión" m="xl" />
  if (!reading.record) return null
  const isClosed = foldSession(reading.record.plan, reading.record.facts).phase === 'closed'
  return (
    <div className={classes.page}>
      <div className={classes.choose}>
        <AudienceChoice
          value={audience}
          publicRefused={
            isClosed ? null : 'Podrá hacerse cuando la sesión se cierre: un borrador no se hace público.'
          }
          onChange={setAudience}
        />
        {audience === 'public' && <VotesChoice value={votes} onChange={setVotes} />}
        <ContentsChoice include={include} annexes={annexesOf(reading.record)} onChange={setInclude} />
        <ProtectionFields value={protection} onChange={setProtection} />
        {warnings.length > 0 && (
          <MessageNote kind="warning" title="Antes de repartirlo">
            {warnings.join(' ')}
          </MessageNote>
        )}
        <MakerPanel id={sessionId} />
        <div className={classes.foot}>
          <Button
            onClick={make}
            disabled={problem !== null || state.kind === 'making'}
            aria-keyshortcuts="Control+E"
          >
            Hacer expediente
          </Button>
          <Kbd keys="Ctrl+E" />
        </div>
      </div>
      <aside className={classes.side} aria-label="Versiones del expediente">
        <h2 className={classes.heading}>Versiones hechas</h2>
        <VersionsList packets={reading.packets} />
      </aside>
    </div>
  )
}
