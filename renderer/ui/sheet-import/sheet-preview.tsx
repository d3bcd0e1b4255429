import { Button, NativeSelect, Progress, Switch } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import {
  countRows,
  countsText,
  type NamedSheet,
  type PreviewRow,
  previewRows,
  rememberColumns,
  rowsText,
  rowsToStore,
  type SheetDraft,
  type SheetPlan,
  startDraft,
  toggleRow,
} from '../../../shared/lib/sheet'
import { Kbd } from '../kbd'
import { Screen } from '../screen'
import { useShortcuts } from '../use-shortcuts'
import { ColumnChoices } from './column-choices'
import classes from './sheet-import.module.css'
import type { SheetJob } from './sheet-job'
import type { SheetKind } from './sheet-kind'
import { SheetNotes } from './sheet-notes'
import { SheetTable } from './sheet-table'
import { useSheetPlan } from './use-sheet-plan'

interface SheetPreviewProps<Id extends string, P extends SheetPlan<Id>> {
  readonly kind: SheetKind<Id, P>
  readonly job: SheetJob<Id, P>
  readonly name: string
  readonly sheets: readonly NamedSheet[]
  readonly onClose: () => void
}

interface ActionsProps<Id extends string> {
  readonly plan: SheetPlan<Id> | null
  readonly isBusy: boolean
  readonly isSaving: boolean
  readonly store: (onlyGoodRows: boolean) => Promise<void>
  readonly onClose: () => void
}

/** One thing to do next: import everything, or what can be imported. */
function Actions<Id extends string>({ plan, isBusy, isSaving, store, onClose }: ActionsProps<Id>) {
  const count = plan ? rowsToStore(plan) : 0
  const hasProblems = plan !== null && plan.problems.length > 0
  useShortcuts({ 'ctrl+enter': () => void store(false) })
  return (
    <>
      <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
        Cancelar
      </Button>
      {hasProblems && count > 0 && (
        <Button variant="default" disabled={isBusy} loading={isSaving} onClick={() => void store(true)}>
          {count === 1 ? 'Importar solo la fila correcta' : `Importar solo las ${rowsText(count)} correctas`}
        </Button>
      )}
      <Button
        data-import
        disabled={isBusy || hasProblems || count === 0}
        loading={isSaving}
        rightSection={<Kbd keys="Ctrl+Enter" />}
        onClick={() => void store(false)}
      >
        {count === 0 || hasProblems ? 'Importar' : `Importar ${rowsText(count)}`}
      </Button>
    </>
  )
}

/** A correction takes its own field away: the focus goes on to the next one, or to the import itself. */
function useNextFocus(plan: SheetPlan<string> | null): void {
  useEffect(() => {
    if (plan === null || document.activeElement !== document.body) return
    const next = document.querySelector<HTMLElement>('[data-correction]')
    const go = document.querySelector<HTMLElement>('[data-import]:not(:disabled)')
    const target = next ?? go
    target?.focus()
  }, [plan])
}

/** The sheets of the file, each with its corrections; at first the one with most headings understood. */
function useDrafts<Id extends string, P extends SheetPlan<Id>>(props: SheetPreviewProps<Id, P>) {
  const { kind, job, sheets } = props
  const [drafts, setDrafts] = useState(() => sheets.map(({ sheet }) => startDraft(sheet, job.memory)))
  const [index, setIndex] = useState(() => {
    const known = drafts.map((draft) => kind.editor.columnsOf(draft).filter((id) => id !== null).length)
    return known.indexOf(Math.max(...known))
  })
  const [empty] = useState(() => startDraft<Id>({ rows: [], marks: [] }))
  return {
    index,
    setIndex,
    draft: drafts[index] ?? empty,
    change: (next: SheetDraft<Id>) => setDrafts(drafts.map((each, at) => (at === index ? next : each))),
  }
}

function useStore<Id extends string, P extends SheetPlan<Id>>(
  { job, name, onClose }: SheetPreviewProps<Id, P>,
  draft: SheetDraft<Id>,
  plan: P | null,
) {
  const [isSaving, setSaving] = useState(false)
  const store = async (onlyGoodRows: boolean) => {
    const count = plan ? rowsToStore(plan) : 0
    if (!plan || isSaving || count === 0 || (plan.problems.length > 0 && !onlyGoodRows)) return
    setSaving(true)
    const isStored = await job.store(draft, name, { onlyGoodRows, count }).finally(() => setSaving(false))
    if (!isStored) return
    job.onRemember(rememberColumns(draft.sheet, plan.layout, draft.memory))
    onClose()
  }
  return { isSaving, store }
}

interface PlannedProps<Id extends string, P extends SheetPlan<Id>> {
  readonly kind: SheetKind<Id, P>
  readonly draft: SheetDraft<Id>
  readonly plan: P
  /** What the reader of the file says of it. */
  readonly told: readonly string[]
  readonly onChange: (draft: SheetDraft<Id>) => void
}

function toldOf(sheet: NamedSheet | undefined): readonly string[] {
  const { formulas = 0, notes = [] } = sheet ?? {}
  if (formulas === 0) return notes
  const taken =
    formulas === 1
      ? 'De 1 fórmula se tomó su valor guardado.'
      : `De ${formulas} fórmulas se tomó su valor guardado.`
  return [taken, ...notes]
}

/** Columns that the sheet has, or that say something of a row: the others would only be blank. */
function columnsWithText<Id extends string, P extends SheetPlan<Id>>(
  kind: SheetKind<Id, P>,
  draft: SheetDraft<Id>,
  rows: readonly PreviewRow<Id, P>[],
): readonly Id[] {
  const present = new Set(kind.editor.columnsOf(draft))
  const says = (row: PreviewRow<Id, P>, id: Id) => {
    if (row.kind === 'good') return kind.cellText(row.planned, id) !== ''
    return row.kind === 'bad' && row.problems.some(({ columnId }) => columnId === id)
  }
  return kind.shown.filter((id) => present.has(id) || rows.some((row) => says(row, id)))
}

/** What the plan says: notes, columns and rows. */
function Planned<Id extends string, P extends SheetPlan<Id>>(props: PlannedProps<Id, P>) {
  const { kind, draft, plan, told, onChange } = props
  const [onlyBad, setOnlyBad] = useState(false)
  const { rows, counts } = useMemo(() => {
    const all = previewRows<Id, P>(plan, draft.skip)
    return { rows: all, counts: countRows<Id, P>(all) }
  }, [plan, draft.skip])
  const cellOf = useMemo(() => {
    const columns = kind.editor.columnsOf(draft)
    return (row: number, id: Id) => draft.sheet.rows[row - 1]?.[columns.indexOf(id)] ?? ''
  }, [kind, draft])
  const table = useMemo(() => ({ ...kind, shown: columnsWithText(kind, draft, rows) }), [kind, draft, rows])
  const isFiltered = onlyBad && counts.bad > 0
  return (
    <>
      <SheetNotes
        plan={plan}
        draft={draft}
        counts={counts}
        told={told}
        nothingNew={kind.words.nothingNew}
        onChange={onChange}
      />
      <ColumnChoices kind={kind} draft={draft} plan={plan} onChange={onChange} />
      {plan.isUsable && counts.bad > 0 && (
        <Switch
          mb="sm"
          label="Ver solo las filas con problemas"
          checked={onlyBad}
          onChange={(event) => setOnlyBad(event.currentTarget.checked)}
        />
      )}
      {plan.isUsable && (
        <SheetTable
          kind={table}
          rows={isFiltered ? rows.filter((row) => row.kind === 'bad') : rows}
          cellOf={cellOf}
          onCorrect={(row, column, text) => onChange(kind.editor.editCell(draft, row, column, text))}
          onToggle={(row) => onChange(toggleRow(draft, row))}
        />
      )}
    </>
  )
}

function Reading({ progress, isFirst }: { readonly progress: number; readonly isFirst: boolean }) {
  return (
    <Progress
      className={classes.progress ?? ''}
      size="sm"
      value={progress * 100}
      transitionDuration={0}
      aria-label={isFirst ? 'Leyendo las filas' : 'Revisando las filas otra vez'}
    />
  )
}

/** What an import would do, row by row, before anything is stored. */
export function SheetPreview<Id extends string, P extends SheetPlan<Id>>(props: SheetPreviewProps<Id, P>) {
  const { kind, job, name, sheets, onClose } = props
  const { index, setIndex, draft, change } = useDrafts(props)
  const { plan, progress } = useSheetPlan(draft, name, job.plan)
  const { isSaving, store } = useStore(props, draft, plan)
  useNextFocus(plan)
  const counts = useMemo(
    () => plan && countRows<Id, P>(previewRows<Id, P>(plan, draft.skip)),
    [plan, draft.skip],
  )
  const said = plan?.isUsable === false ? 'No se entiende la hoja' : counts && countsText(counts)
  return (
    <Screen
      title={name}
      subtitle={
        <span aria-live="polite">{said ?? 'Leyendo las filas'}. Nada se guarda hasta que usted importe.</span>
      }
      actions={
        <Actions plan={plan} isBusy={progress !== null} isSaving={isSaving} store={store} onClose={onClose} />
      }
    >
      {progress !== null && <Reading progress={progress} isFirst={plan === null} />}
      {sheets.length > 1 && (
        <NativeSelect
          w={260}
          mb="sm"
          label="Hoja"
          size="xs"
          data={sheets.map((sheet, at) => ({ value: String(at), label: sheet.name }))}
          value={String(index)}
          onChange={(event) => setIndex(Number(event.currentTarget.value))}
        />
      )}
      {plan && (
        <Planned
          key={index}
          kind={kind}
          draft={draft}
          plan={plan}
          told={toldOf(sheets[index])}
          onChange={change}
        />
      )}
    </Screen>
  )
}
