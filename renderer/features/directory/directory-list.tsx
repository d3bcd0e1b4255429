import { Button, Group, Switch, Text, TextInput } from '@mantine/core'
import { IconFileSpreadsheet, IconPlus, IconSearch } from '@tabler/icons-react'
import { type RefObject, useRef, useState } from 'react'
import type { Directory } from '../../../shared/domain/people'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { EmptyState } from '../../ui/empty-state'
import { Kbd } from '../../ui/kbd'
import { MessageNote } from '../../ui/message-note'
import { Screen } from '../../ui/screen'
import { useShortcuts } from '../../ui/use-shortcuts'
import classes from './directory.module.css'
import { countsText, filterLines, type SeatLine } from './directory-lines'
import { NewSeatPanel } from './new-seat-panel'
import { SeatPanel } from './seat-panel'
import { rowOf, SeatsTable } from './seats-table'
import type { OpenForms } from './settle'
import type { DirectoryEdits } from './use-directory-edits'
import { useSeatList } from './use-seat-list'

interface DirectoryListProps {
  readonly directory: Directory
  readonly lines: readonly SeatLine[]
  readonly today: IsoDate
  readonly edits: DirectoryEdits
  readonly forms: OpenForms
  readonly onImport: () => void
}

interface ToolsProps {
  readonly filter: RefObject<HTMLInputElement | null>
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly withPast: boolean
  readonly onPast: (withPast: boolean) => void
  readonly onDown: () => void
  readonly onAdd: () => void
  readonly onImport: () => void
}

function Tools(props: ToolsProps) {
  return (
    <>
      <Switch
        label="Incluir los no vigentes"
        checked={props.withPast}
        onChange={(event) => props.onPast(event.currentTarget.checked)}
      />
      <TextInput
        ref={props.filter}
        w={220}
        aria-label="Filtrar el directorio"
        placeholder="Sigla, nombre, rol…"
        leftSection={<IconSearch size={16} />}
        rightSection={<Kbd keys="/" />}
        value={props.typed}
        onChange={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onType('')
          if (event.key === 'ArrowDown' || event.key === 'Enter') props.onDown()
        }}
      />
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} />}
        rightSection={<Kbd keys="Ctrl+V" />}
        onClick={props.onImport}
      >
        Pegar o abrir hoja
      </Button>
      <Button leftSection={<IconPlus size={16} />} rightSection={<Kbd keys="N" />} onClick={props.onAdd}>
        Agregar área
      </Button>
    </>
  )
}

function NothingYet({ onAdd, onImport }: Pick<ToolsProps, 'onAdd' | 'onImport'>) {
  return (
    <EmptyState
      title="El directorio está vacío"
      hint="Copie las celdas de su hoja de cálculo y péguelas aquí con Ctrl+V, abra el archivo, o agregue las áreas una por una. Quórum muestra qué entendió antes de guardar nada."
    >
      <Group>
        <Button leftSection={<IconFileSpreadsheet size={16} />} onClick={onImport}>
          Pegar o abrir hoja de cálculo
        </Button>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onAdd}>
          Agregar área
        </Button>
      </Group>
    </EmptyState>
  )
}

type SeatList = ReturnType<typeof useSeatList>

/** The detail at the right: a new seat, the chosen one, or nothing. */
function Detail({ list, directory, lines, today, edits }: DirectoryListProps & { readonly list: SeatList }) {
  if (list.isAdding) {
    return <NewSeatPanel bodyId={directory.body.id} edits={edits} onAdded={list.added} onClose={list.close} />
  }
  const chosen = lines.find(({ seat }) => seat.id === list.chosen)
  if (!chosen) return null
  const close = () => {
    list.close()
    rowOf(chosen.seat.id)?.focus()
  }
  return (
    <SeatPanel
      key={chosen.seat.id}
      line={chosen}
      directory={directory}
      today={today}
      edits={edits}
      onRemove={() => list.actions.remove(chosen)}
      onClose={close}
    />
  )
}

function hasValidity({ seat }: SeatLine): boolean {
  return seat.validFrom !== null || seat.validUntil !== null
}

interface SeatsProps {
  readonly list: SeatList
  readonly lines: readonly SeatLine[]
  readonly shown: readonly SeatLine[]
  readonly hasPeople: boolean
  readonly onClear: () => void
}

function Seats({ list, lines, shown, hasPeople, onClear }: SeatsProps) {
  return (
    <>
      {!hasPeople && (
        <div className={classes.hint}>
          <MessageNote kind="info" title="Faltan las personas">
            Copie de su hoja de cálculo las columnas Área o Sigla, Tratamiento y Nombre, y péguelas aquí con
            Ctrl+V; o elija un área y agregue a su titular.
          </MessageNote>
        </div>
      )}
      {shown.length > 0 ? (
        <SeatsTable
          lines={shown}
          selected={list.chosen}
          withValidity={lines.some(hasValidity)}
          actions={list.actions}
        />
      ) : (
        <EmptyState
          title="Ningún área coincide"
          hint="Pruebe con menos letras, o muestre también los no vigentes."
        >
          <Button variant="default" onClick={onClear}>
            Quitar el filtro
          </Button>
        </EmptyState>
      )}
      <Text size="xs" c="var(--q-muted)" mt="md">
        ↑ ↓ elegir · Enter editar · Alt+↑ ↓ cambiar el orden · Supr eliminar · Ctrl+Z deshacer
      </Text>
    </>
  )
}

/** Seats at the left, the chosen one at the right. */
export function DirectoryList(props: DirectoryListProps) {
  const { directory, lines, edits, forms, onImport } = props
  const [typed, setTyped] = useState('')
  const [withPast, setWithPast] = useState(false)
  const filter = useRef<HTMLInputElement>(null)
  const list = useSeatList({ lines, edits, forms, filter })
  const shown = filterLines(lines, typed, withPast)
  const hasDetail = list.isAdding || lines.some(({ seat }) => seat.id === list.chosen)
  useShortcuts({
    n: list.add,
    '/': () => filter.current?.focus(),
    'ctrl+f': () => filter.current?.focus(),
  })
  const goDown = () => {
    const first = shown[0]
    if (first) list.actions.select(first.seat.id)
  }
  return (
    <Screen
      title="Directorio"
      subtitle={<span aria-live="polite">{countsText(lines)}</span>}
      actions={
        <Tools
          filter={filter}
          typed={typed}
          onType={setTyped}
          withPast={withPast}
          onPast={setWithPast}
          onDown={goDown}
          onAdd={list.add}
          onImport={onImport}
        />
      }
    >
      <div className={hasDetail ? `${classes.screen} ${classes.withPanel}` : classes.screen}>
        <div className={classes.list}>
          {lines.length > 0 ? (
            <Seats
              list={list}
              lines={lines}
              shown={shown}
              hasPeople={directory.memberships.length > 0}
              onClear={() => setTyped('')}
            />
          ) : (
            !list.isAdding && <NothingYet onAdd={list.add} onImport={onImport} />
          )}
        </div>
        <Detail {...props} list={list} />
      </div>
    </Screen>
  )
}
