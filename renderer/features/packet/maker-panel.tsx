import { Button, Progress } from '@mantine/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useDeps } from '../../commands/deps'
import type { MadePacket, MakingProgress } from '../../commands/packet/make/packet-choice'
import { type MakerState, packetMakerOf } from '../../commands/packet/make/packet-maker'
import { revealSaved } from '../../commands/packet/make/reveal-saved'
import { formatBytes } from '../../ui/format'
import { MessageNote } from '../../ui/message-note'
import classes from './packet.module.css'
import { failureText, failureTitle, progressText } from './packet-words'

/** The maker of packets and what it is doing, followed while it changes. */
export function useMaker() {
  const maker = packetMakerOf(useDeps())
  const state = useSyncExternalStore(maker.subscribe, maker.state)
  return { maker, state }
}

function Making({
  progress,
  onCancel,
}: {
  readonly progress: MakingProgress
  readonly onCancel: () => void
}) {
  const text = progressText(progress)
  const known = progress.total > 0
  const percent = known ? Math.round((progress.done / progress.total) * 100) : 100
  return (
    <div className={classes.group}>
      <p className={classes.heading} role="status">
        {text}
      </p>
      <Progress value={percent} animated={!known} striped={!known} aria-label="Avance del expediente" />
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel}>
          Cancelar
        </Button>
        <span className={classes.muted}>Puede seguir trabajando en otra pantalla.</span>
      </div>
    </div>
  )
}

function Made({ made }: { readonly made: MadePacket }) {
  const deps = useDeps()
  const { written, packet, leftOut } = made
  const facts = [
    ['Archivo', written.path],
    ['Tamaño', `${formatBytes(written.size)}, con ${written.payload.files} archivos`],
    ['SHA-256', written.sha256],
    ...(written.fingerprint === null ? [] : [['Huella de la firma', written.fingerprint]]),
  ]
  return (
    <MessageNote kind="done" title={`Versión ${packet.version} lista`}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {leftOut.length > 0 && (
        <p className={classes.muted}>
          No se pudieron unir al PDF, pero van en la carpeta de anexos: {leftOut.join(', ')}.
        </p>
      )}
      <Button
        mt="xs"
        size="compact-sm"
        variant="default"
        onClick={() => void revealSaved(deps, written.fileId)}
      >
        Mostrar en la carpeta
      </Button>
    </MessageNote>
  )
}

function isSame(state: Exclude<MakerState, { kind: 'idle' }>, id: string): boolean {
  const { scope } = state
  return (scope.kind === 'session' ? scope.sessionId : scope.bodyId) === id
}

function Shown({ id, state }: { readonly id: string; readonly state: MakerState }) {
  const { maker } = useMaker()
  if (state.kind === 'idle') return null
  if (!isSame(state, id)) {
    return state.kind === 'making' ? (
      <MessageNote kind="info">Se está haciendo otro expediente; espere a que termine.</MessageNote>
    ) : null
  }
  switch (state.kind) {
    case 'making':
      return <Making progress={state.progress} onCancel={() => maker.cancel()} />
    case 'made':
      return <Made made={state.made} />
    case 'failed':
      return (
        <MessageNote kind="error" title={failureTitle(state.failure)}>
          {failureText(state.failure)}
        </MessageNote>
      )
  }
}

/** What the maker is doing with this session or body; that it is busy with another one. Comes into sight. */
export function MakerPanel({ id }: { readonly id: string }) {
  const { state } = useMaker()
  const panel = useRef<HTMLDivElement>(null)
  const before = useRef(state.kind)
  useEffect(() => {
    if (before.current !== state.kind) panel.current?.scrollIntoView({ block: 'nearest' })
    before.current = state.kind
  }, [state.kind])
  return (
    <div ref={panel} className={classes.result}>
      <Shown id={id} state={state} />
    </div>
  )
}
