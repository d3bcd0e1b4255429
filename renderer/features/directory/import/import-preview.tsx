import { Button, NativeSelect, Switch } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import {
  changesNothing,
  type Directory,
  type DirectoryPlan,
  planDirectoryImport,
  readLayout,
} from '../../../../shared/domain/people'
import { useDeps } from '../../../commands/deps'
import { importDirectory } from '../../../commands/directory/import-directory'
import type { NamedSheet } from '../../../commands/directory/spreadsheet/read-workbook'
import { Kbd } from '../../../ui/kbd'
import { Screen } from '../../../ui/screen'
import { useShortcuts } from '../../../ui/use-shortcuts'
import type { DirectoryEdits } from '../use-directory-edits'
import { ColumnChoices } from './column-choices'
import classes from './import.module.css'
import { type ImportDraft, startDraft } from './import-draft'
import { ImportNotes } from './import-notes'
import { ImportTable } from './import-table'
import { countRows, countsText, previewRows, rowsText } from './preview-rows'

interface ImportPreviewProps {
  readonly directory: Directory
  readonly name: string
  readonly sheets: readonly NamedSheet[]
  readonly edits: DirectoryEdits
  readonly onClose: () => void
}

/** The sheet that most looks like a directory: the one with most headings understood. */
function likeliest(sheets: readonly NamedSheet[]): number {
  const known = sheets.map(
    ({ sheet }) => readLayout(sheet).columns.filter((column) => column !== null).length,
  )
  return known.indexOf(Math.max(...known))
}

function useImport(
  { directory, edits, onClose }: ImportPreviewProps,
  draft: ImportDraft,
  plan: DirectoryPlan,
) {
  const deps = useDeps()
  const [isSaving, setSaving] = useState(false)
  const importRows = async (onlyGoodRows: boolean) => {
    if (isSaving || changesNothing(plan) || (plan.problems.length > 0 && !onlyGoodRows)) return
    setSaving(true)
    const count = plan.rows.filter(({ outcome }) => outcome !== 'same').length
    const done = `${count === 1 ? 'Se importó' : 'Se importaron'} ${rowsText(count)} al directorio.`
    const result = await edits.run({ what: 'la importación', done }, () =>
      importDirectory(deps, { ...draft, bodyId: directory.body.id, onlyGoodRows }),
    )
    setSaving(false)
    if (result.ok) onClose()
  }
  return { isSaving, importRows }
}

interface ActionsProps {
  readonly plan: DirectoryPlan
  readonly isSaving: boolean
  readonly importRows: (onlyGoodRows: boolean) => Promise<void>
  readonly onClose: () => void
}

/** A correction takes its own field away: the focus goes on to the next one, or to the import itself. */
function useNextFocus(plan: DirectoryPlan): void {
  useEffect(() => {
    if (plan && document.activeElement !== document.body) return
    const next = document.querySelector<HTMLElement>('[data-correction]')
    const go = document.querySelector<HTMLElement>('[data-import]:not(:disabled)')
    const target = next ?? go
    target?.focus()
  }, [plan])
}

/** One thing to do next: import everything, or what can be imported. */
function Actions({ plan, isSaving, importRows, onClose }: ActionsProps) {
  const count = plan.rows.filter(({ outcome }) => outcome !== 'same').length
  const hasProblems = plan.problems.length > 0
  useShortcuts({ 'ctrl+enter': () => void importRows(false) })
  return (
    <>
      <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
        Cancelar
      </Button>
      {hasProblems && count > 0 && (
        <Button variant="default" loading={isSaving} onClick={() => void importRows(true)}>
          {count === 1 ? 'Importar solo la fila correcta' : `Importar solo las ${rowsText(count)} correctas`}
        </Button>
      )}
      <Button
        data-import
        disabled={hasProblems || count === 0}
        loading={isSaving}
        rightSection={<Kbd keys="Ctrl+Enter" />}
        onClick={() => void importRows(false)}
      >
        {count === 0 || hasProblems ? 'Importar' : `Importar ${rowsText(count)}`}
      </Button>
    </>
  )
}

/** What an import would do, row by row, before anything is stored. */
export function ImportPreview(props: ImportPreviewProps) {
  const { directory, name, sheets, onClose } = props
  const { effects } = useDeps()
  const [index, setIndex] = useState(() => likeliest(sheets))
  const [drafts, setDrafts] = useState(() => sheets.map(({ sheet }) => startDraft(sheet)))
  const [onlyBad, setOnlyBad] = useState(false)
  const draft = drafts[index] ?? startDraft({ rows: [], marks: [] })
  const plan = useMemo(
    () => planDirectoryImport({ ...draft, directory, effects }),
    [draft, directory, effects],
  )
  const change = (next: ImportDraft) => setDrafts(drafts.map((each, at) => (at === index ? next : each)))
  const { isSaving, importRows } = useImport(props, draft, plan)
  useNextFocus(plan)
  const rows = previewRows(draft, plan)
  const counts = countRows(rows)
  return (
    <Screen
      title={name}
      subtitle={
        <span aria-live="polite">
          {plan.isUsable ? countsText(counts) : 'No se entiende la hoja'}. Nada se guarda hasta que usted
          importe.
        </span>
      }
      actions={<Actions plan={plan} isSaving={isSaving} importRows={importRows} onClose={onClose} />}
    >
      <div className={classes.bar}>
        {sheets.length > 1 && (
          <NativeSelect
            label="Hoja"
            size="xs"
            data={sheets.map((sheet, at) => ({ value: String(at), label: sheet.name }))}
            value={String(index)}
            onChange={(event) => setIndex(Number(event.currentTarget.value))}
          />
        )}
        {plan.isUsable && counts.bad > 0 && (
          <Switch
            label="Ver solo las filas con problemas"
            checked={onlyBad}
            onChange={(event) => setOnlyBad(event.currentTarget.checked)}
          />
        )}
      </div>
      <ImportNotes plan={plan} counts={counts} formulas={sheets[index]?.formulas ?? 0} />
      <ColumnChoices draft={draft} plan={plan} onChange={change} />
      {plan.isUsable && (
        <ImportTable
          rows={onlyBad && counts.bad > 0 ? rows.filter(({ kind }) => kind === 'bad') : rows}
          draft={draft}
          onChange={change}
        />
      )}
    </Screen>
  )
}
