import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { itemIdSchema } from '../../../shared/domain/follow-up'
import { useBodyFollowUp } from '../../commands/follow-up/use-body-follow-up'
import type { FollowUp } from '../../data/follow-up-book'
import { EmptyState } from '../../ui/empty-state'
import { Kbd } from '../../ui/kbd'
import { Screen } from '../../ui/screen'
import { FollowUpActionsContext } from './actions-context'
import { ActionsMenu } from './actions-menu'
import { BulkBar } from './bulk-bar'
import { itemsText } from './choices'
import { ExampleOffer } from './example-offer'
import { FilterBar, GroupingChoice } from './filter-bar'
import classes from './follow-up.module.css'
import { ImportScreen } from './import/import-screen'
import { focusList } from './list-focus'
import { ModeView } from './mode-view'
import { MODES, type Mode, modeSchema } from './modes'
import { SidePanel } from './side-panel'
import { StateHint } from './state-hint'
import { useFollowUpEdit } from './use-follow-up-edit'
import { type LookControl, useLook } from './use-look'
import { ANY_KEY, SCREEN_LETTERS, useScreenKeys } from './use-screen-keys'
import { useSelection } from './use-selection'
import { type Panel, useSidePanel } from './use-side-panel'

interface FollowUpScreenProps {
  /** The item to open with, from the address. */
  readonly itemId?: string | undefined
}

interface ToolsProps {
  readonly control: LookControl
  readonly filter: RefObject<HTMLInputElement | null>
  readonly onPanel: (panel: Panel) => void
  readonly onImport: () => void
}

function Tools({ control, filter, onPanel, onImport }: ToolsProps) {
  const { look, setFilter } = control
  return (
    <>
      <TextInput
        ref={filter}
        w={240}
        aria-label="Buscar asuntos"
        placeholder="Buscar: área, clave…"
        leftSection={<IconSearch size={16} />}
        rightSection={<Kbd keys="/" />}
        value={look.filter.text}
        onChange={(event) => setFilter({ ...look.filter, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          // Esc empties the field, and once empty goes back to the list.
          if (event.key === 'Escape' && look.filter.text === '') focusList()
          else if (event.key === 'Escape') setFilter({ ...look.filter, text: '' })
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          focusList()
        }}
      />
      <ActionsMenu control={control} onPanel={onPanel} onImport={onImport} />
      <Button
        leftSection={<IconPlus size={16} />}
        rightSection={<Kbd keys="N" />}
        onClick={() => onPanel({ kind: 'new' })}
      >
        Nuevo asunto
      </Button>
    </>
  )
}

function Nothing({ onPanel, onImport }: Pick<ToolsProps, 'onPanel' | 'onImport'>) {
  return (
    <EmptyState
      title="Todavía no hay asuntos en seguimiento"
      hint="Traiga aquí lo que se acordó: de los hechos de una sesión, de la hoja de cálculo que lleva hoy, o escrito a mano."
    >
      <Button onClick={() => onPanel({ kind: 'promote', sessionId: null })}>Promover de una sesión…</Button>
      <Button variant="default" onClick={onImport}>
        Importar hoja de cálculo…
      </Button>
      <Button variant="default" rightSection={<Kbd keys="N" />} onClick={() => onPanel({ kind: 'new' })}>
        Nuevo asunto
      </Button>
      <ExampleOffer />
    </EmptyState>
  )
}

function ModeSwitch({ mode, onMode }: { readonly mode: Mode; readonly onMode: (mode: Mode) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Cómo se muestran"
      data={MODES.map(({ value, label }) => ({ value, label }))}
      value={mode}
      transitionDuration={0}
      onChange={(value) => onMode(modeSchema.parse(value))}
    />
  )
}

function countText(shown: number, all: number, overdue: number): string {
  const count = shown === all ? itemsText(all) : `${shown.toLocaleString('es-MX')} de ${itemsText(all)}`
  if (overdue === 0) return `${count}, ninguno vencido`
  return `${count}, ${overdue === 1 ? '1 vencido' : `${overdue.toLocaleString('es-MX')} vencidos`}`
}

function Loaded({ followUp, itemId }: FollowUpScreenProps & { readonly followUp: FollowUp }) {
  const { run, undoLast } = useFollowUpEdit()
  const actions = useMemo(() => ({ run }), [run])
  const control = useLook(followUp)
  const selection = useSelection(control.lines, itemIdSchema.safeParse(itemId).data ?? null)
  const panel = useSidePanel()
  const [mode, setMode] = useState<Mode>('table')
  const [editing, setEditing] = useState<string | null>(null)
  const [isImporting, setImporting] = useState(false)
  const filter = useRef<HTMLInputElement>(null)
  const keys = useScreenKeys({ followUp, selection, panel, filter, run, undoLast, isOff: isImporting })
  const { overdue } = followUp.index.counts.urgencies
  const isEmpty = followUp.records.length === 0
  if (isImporting) {
    return (
      <FollowUpActionsContext value={actions}>
        <ImportScreen followUp={followUp} onClose={() => setImporting(false)} />
      </FollowUpActionsContext>
    )
  }
  const doors = { onPanel: panel.open, onImport: () => setImporting(true) }
  return (
    <FollowUpActionsContext value={actions}>
      <Screen
        title="Seguimiento"
        subtitle={
          <span aria-live="polite">{countText(control.shown.length, followUp.records.length, overdue)}</span>
        }
        actions={<Tools control={control} filter={filter} {...doors} />}
      >
        <div className={classes.screen}>
          <div className={classes.list}>
            {!isEmpty && (
              <div className={classes.modes}>
                <ModeSwitch mode={mode} onMode={setMode} />
                {mode === 'table' && <GroupingChoice {...control} />}
              </div>
            )}
            {!isEmpty && mode !== 'changes' && <FilterBar control={control} followUp={followUp} />}
            {selection.ticked.size > 0 && <BulkBar selection={selection} today={followUp.context.today} />}
            {keys.isChoosingState && <StateHint />}
            {isEmpty ? (
              <Nothing {...doors} />
            ) : (
              <ModeView
                mode={mode}
                followUp={followUp}
                control={control}
                selection={selection}
                filter={filter}
                editing={editing}
                onEdit={setEditing}
                onOpen={keys.openPanel}
                letters={keys.isChoosingState ? ANY_KEY : SCREEN_LETTERS}
              />
            )}
          </div>
          <SidePanel panel={panel} selection={selection} followUp={followUp} />
        </div>
      </Screen>
    </FollowUpActionsContext>
  )
}

/** Everything agreed that somebody must do, and how each thing stands. */
export function FollowUpScreen({ itemId }: FollowUpScreenProps) {
  const followUp = useBodyFollowUp()
  return followUp ? <Loaded followUp={followUp} itemId={itemId} /> : null
}
