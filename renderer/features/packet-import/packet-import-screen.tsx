import { Button, Loader } from '@mantine/core'
import { IconArrowRight, IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportPlan } from '../../../shared/packet'
import { Kbd } from '../../ui/kbd'
import { MessageNote } from '../../ui/message-note'
import { Screen } from '../../ui/screen'
import { useShortcuts } from '../../ui/use-shortcuts'
import type { ImportState, ReadyPacket } from './import-state'
import classes from './packet-import.module.css'
import { PlanView } from './plan-view'
import { many } from './unit-words'
import { type ImportChoices, useChoices } from './use-choices'
import { type PacketImport, usePacketImport } from './use-packet-import'
import { VerdictView } from './verdict-view'
import { ChooseView, PassphraseView, ReadingView, RefusedView, UnsureView } from './waiting-view'

/** Where what was taken in is seen. */
export interface ImportedPlace {
  readonly bodyId: string
  /** Null for a whole body. */
  readonly sessionId: string | null
}

interface PacketImportProps {
  readonly onLeave: () => void
  readonly onShow: (place: ImportedPlace) => void
}

function footText(plan: ImportPlan, { taken, kept, undecided }: ImportChoices): string {
  const parts = [
    taken === 0
      ? 'No se importará nada'
      : `Se importará ${taken.toLocaleString('es-MX')} de ${many(plan.units.length, 'elemento', 'elementos')}`,
    kept === 0 ? '' : `se queda lo suyo en ${many(kept, 'conflicto', 'conflictos')}`,
    undecided === 0 ? '' : `${many(undecided, 'conflicto', 'conflictos')} sin decidir`,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** A packet for reading only: what to do with it instead. */
function NothingToImport() {
  return (
    <MessageNote kind="info" title="Este expediente es público: no trae nada que importar">
      Sirve para leerlo. Descomprímalo y abra <code>index.html</code> con cualquier navegador. Para traer una
      sesión a este equipo, pida el expediente para integrantes o un respaldo.
    </MessageNote>
  )
}

function Foot({
  plan,
  choices,
  isAllowed,
  isBusy,
  onApply,
  onCancel,
}: {
  readonly plan: ImportPlan | null
  readonly choices: ImportChoices
  readonly isAllowed: boolean
  readonly isBusy: string | null
  readonly onApply: () => void
  readonly onCancel: () => void
}) {
  const count = choices.taken + choices.kept
  return (
    <footer className={classes.foot}>
      <span className={classes.footSays} role="status">
        {isBusy ?? (plan === null ? '' : footText(plan, choices))}
      </span>
      <span className={classes.footButtons}>
        <Button
          variant="default"
          rightSection={<Kbd keys="Esc" />}
          onClick={onCancel}
          disabled={isBusy !== null}
        >
          {plan === null || count === 0 ? 'Cerrar' : 'Cancelar'}
        </Button>
        {plan !== null && (
          <Button
            leftSection={isBusy === null ? <IconFileImport size={16} /> : <Loader size={14} color="white" />}
            rightSection={<Kbd keys="Ctrl+Enter" />}
            disabled={count === 0 || !isAllowed || isBusy !== null}
            onClick={onApply}
          >
            Importar {count > 0 ? count.toLocaleString('es-MX') : ''}
          </Button>
        )}
      </span>
    </footer>
  )
}

function ReadyView({
  ready,
  problem,
  says,
  actions,
}: {
  readonly ready: ReadyPacket
  readonly problem: string | null
  readonly says: string | null
  readonly actions: PacketImport
}) {
  const { packet, sender, plan } = ready
  const [isCompared, setCompared] = useState(false)
  const choices = useChoices(plan)
  const isAllowed = sender.kind !== 'other' || isCompared
  const apply = () => {
    if (plan !== null && isAllowed && says === null && choices.taken + choices.kept > 0) {
      actions.apply(ready, choices.chosen)
    }
  }
  useShortcuts({ 'ctrl+enter': apply, escape: actions.cancel })
  const hasNews = plan === null || plan.units.some(({ state }) => state !== 'identical' && state !== 'older')
  return (
    <div className={classes.body}>
      <div className={classes.scroll}>
        {problem !== null && (
          <MessageNote kind="error" title="No se importó">
            {problem} <strong>No se cambió nada.</strong>
          </MessageNote>
        )}
        <VerdictView packet={packet} sender={sender} isCompared={isCompared} onCompared={setCompared} />
        {plan === null && <NothingToImport />}
        {!hasNews && (
          <MessageNote kind="done" title="Ya está todo aquí">
            Este expediente no trae nada que este equipo no tenga.
          </MessageNote>
        )}
        {plan !== null && <PlanView plan={plan} choices={choices} />}
      </div>
      <Foot
        plan={plan}
        choices={choices}
        isAllowed={isAllowed}
        isBusy={says}
        onApply={apply}
        onCancel={actions.cancel}
      />
    </div>
  )
}

/** On disk, and the database refuses it for now. */
const NOT_SHOWN =
  'Está guardado en el registro, pero la pantalla todavía no lo tiene: cierre Quórum y ábralo de nuevo.'

function DoneView({
  actions,
  onShow,
}: {
  readonly actions: PacketImport
  readonly onShow: PacketImportProps['onShow']
}) {
  const { state } = actions
  if (state.kind !== 'done') return null
  const { ready, committed, isShown, isUndone } = state
  const header = ready.packet.records?.header
  const rows = committed.changeSet.changes.filter(({ table }) => table !== 'origins').length
  return (
    <section className={classes.refused} aria-label="Expediente importado">
      <MessageNote kind="done" title={isUndone ? 'Se deshizo la importación' : 'Se importó el expediente'}>
        {isUndone
          ? 'Todo quedó como estaba antes de importar.'
          : `${header?.bodyName ?? ''}: ${many(rows, 'registro guardado', 'registros guardados')} en un solo cambio, que se puede deshacer entero. `}
        {!isUndone && !isShown && <strong>{NOT_SHOWN}</strong>}
      </MessageNote>
      <span className={classes.footButtons}>
        {!isUndone && isShown && header && (
          <Button
            rightSection={<IconArrowRight size={16} />}
            onClick={() => onShow({ bodyId: header.bodyId, sessionId: header.sessionId })}
          >
            Ver lo que llegó
          </Button>
        )}
        {!isUndone && isShown && (
          <Button variant="default" rightSection={<Kbd keys="Ctrl+Z" />} onClick={() => actions.undo(state)}>
            Deshacer
          </Button>
        )}
        <Button variant="default" rightSection={<Kbd keys="Ctrl+O" />} onClick={actions.choose}>
          Importar otro…
        </Button>
      </span>
    </section>
  )
}

function StateView({
  actions,
  onShow,
}: {
  readonly actions: PacketImport
  readonly onShow: PacketImportProps['onShow']
}) {
  const { state } = actions
  switch (state.kind) {
    case 'choose':
      return (
        <>
          {state.problem !== null && (
            <MessageNote kind="error" title="No se pudo abrir">
              {state.problem}
            </MessageNote>
          )}
          <ChooseView onChoose={actions.choose} />
        </>
      )
    case 'reading':
      return <ReadingView name={state.name} progress={state.progress} onCancel={actions.cancel} />
    case 'passphrase':
      return (
        <PassphraseView
          name={state.name}
          wasWrong={state.wasWrong}
          onPassphrase={actions.openWith}
          onCancel={actions.cancel}
        />
      )
    case 'refused':
      return <RefusedView name={state.name} refusal={state.refusal} onChoose={actions.choose} />
    case 'ready':
      return <ReadyView ready={state.ready} problem={state.problem} says={null} actions={actions} />
    case 'applying':
      return <ReadyView ready={state.ready} problem={null} says={state.says} actions={actions} />
    case 'unsure':
      return <UnsureView name={state.name} onChoose={actions.choose} />
    case 'done':
      return <DoneView actions={actions} onShow={onShow} />
  }
}

/** States in which nothing is being looked at. */
const OVER: ReadonlySet<ImportState['kind']> = new Set(['choose', 'refused', 'unsure'])

/** From a file to what it would change here, and from there to what was chosen. */
export function PacketImportScreen({ onLeave, onShow }: PacketImportProps) {
  const actions = usePacketImport()
  const { state } = actions
  const name = 'ready' in state ? state.ready.name : 'name' in state ? state.name : null
  useShortcuts({
    'ctrl+o': actions.choose,
    'ctrl+z': () => (state.kind === 'done' && state.isShown && !state.isUndone ? actions.undo(state) : false),
    escape: () => (OVER.has(state.kind) ? onLeave() : actions.cancel()),
  })
  return (
    <Screen title="Importar expediente" subtitle={name ?? 'Un expediente o el respaldo de un órgano'}>
      <StateView actions={actions} onShow={onShow} />
    </Screen>
  )
}
