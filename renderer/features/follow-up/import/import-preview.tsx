import { Button, Loader, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { type ItemImportPlan, rememberColumns } from '../../../../shared/domain/follow-up'
import { useDeps } from '../../../commands/deps'
import type { NamedSheet } from '../../../commands/directory/spreadsheet/read-workbook'
import { type ItemsImport, importItems, planImport } from '../../../commands/follow-up/import-items'
import { useBody } from '../../../data/current-body'
import type { FollowUp } from '../../../data/follow-up-book'
import { useLive } from '../../../data/use-live'
import { Kbd } from '../../../ui/kbd'
import { Screen } from '../../../ui/screen'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { useFollowUpActions } from '../actions-context'
import { lastAuthor } from '../follow-up-author'
import { ColumnChoices } from './column-choices'
import { readColumnMemory, writeColumnMemory } from './column-memory'
import classes from './import.module.css'
import { ImportRows } from './import-rows'

interface ImportPreviewProps {
  readonly name: string
  readonly sheets: readonly NamedSheet[]
  readonly followUp: FollowUp
  readonly onClose: () => void
}

/** What the user decided of a sheet. */
interface Choices {
  readonly index: number
  readonly columns: ItemsImport['columns']
  readonly skip: ReadonlySet<number>
}

function rowsText(count: number): string {
  return count === 1 ? '1 fila' : `${count.toLocaleString('es-MX')} filas`
}

function countsText(plan: ItemImportPlan): string {
  const bad = new Set(plan.problems.map(({ row }) => row)).size
  const parts = [
    `${rowsText(plan.items.length)} por importar`,
    ...(plan.duplicates.length > 0
      ? [plan.duplicates.length === 1 ? '1 fila repetida' : `${rowsText(plan.duplicates.length)} repetidas`]
      : []),
    ...(bad > 0 ? [`${rowsText(bad)} con problemas`] : []),
  ]
  return parts.join(' · ')
}

function useImport({ name, sheets, onClose }: ImportPreviewProps) {
  const deps = useDeps()
  const body = useBody()
  const { run } = useFollowUpActions()
  const [memory] = useState(readColumnMemory)
  const [choices, setChoices] = useState<Choices>({ index: 0, columns: null, skip: new Set() })
  const [isSaving, setSaving] = useState(false)
  const sheet = sheets[choices.index]?.sheet ?? { rows: [], marks: [] }
  const request = {
    sheet,
    columns: choices.columns,
    memory,
    skip: choices.skip,
    bodyId: body.id,
    author: lastAuthor(),
    fileName: name,
  }
  const plan = useLive(() => planImport(deps, { ...request, onlyGoodRows: false }), [choices, sheets, deps])
  const store = async (onlyGoodRows: boolean) => {
    if (!plan || isSaving || plan.items.length === 0 || (plan.problems.length > 0 && !onlyGoodRows)) return
    setSaving(true)
    const done =
      plan.items.length === 1 ? 'Se importó 1 asunto.' : `Se importaron ${plan.items.length} asuntos.`
    const failure = await run(done, () => importItems(deps, { ...request, onlyGoodRows }))
    setSaving(false)
    if (failure) return
    writeColumnMemory(rememberColumns(sheet, plan.layout, memory))
    onClose()
  }
  return { plan, sheet, choices, setChoices, isSaving, store }
}

interface ActionsProps {
  readonly plan: ItemImportPlan | undefined
  readonly isSaving: boolean
  readonly store: (onlyGoodRows: boolean) => Promise<void>
  readonly onClose: () => void
}

function Actions({ plan, isSaving, store, onClose }: ActionsProps) {
  const count = plan?.items.length ?? 0
  const hasProblems = (plan?.problems.length ?? 0) > 0
  useShortcuts({ 'ctrl+enter': () => void store(false) })
  return (
    <>
      <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
        Cancelar
      </Button>
      {hasProblems && count > 0 && (
        <Button variant="default" loading={isSaving} onClick={() => void store(true)}>
          Importar solo {count === 1 ? 'la fila correcta' : `las ${count.toLocaleString('es-MX')} correctas`}
        </Button>
      )}
      <Button
        disabled={hasProblems || count === 0}
        loading={isSaving}
        rightSection={<Kbd keys="Ctrl+Enter" />}
        onClick={() => void store(false)}
      >
        {count === 0 || hasProblems ? 'Importar' : `Importar ${rowsText(count)}`}
      </Button>
    </>
  )
}

/** What an import would do, row by row, before anything is stored. */
export function ImportPreview(props: ImportPreviewProps) {
  const { name, sheets, onClose } = props
  const { plan, sheet, choices, setChoices, isSaving, store } = useImport(props)
  const formulas = sheets[choices.index]?.formulas ?? 0
  return (
    <Screen
      title={`Importar «${name}»`}
      subtitle={<span aria-live="polite">{plan ? countsText(plan) : 'Leyendo las filas…'}</span>}
      actions={<Actions plan={plan} isSaving={isSaving} store={store} onClose={onClose} />}
    >
      {sheets.length > 1 && (
        <NativeSelect
          w={260}
          label="Hoja"
          value={String(choices.index)}
          data={sheets.map((each, index) => ({ value: String(index), label: each.name }))}
          onChange={(event) =>
            setChoices({ index: Number(event.currentTarget.value), columns: null, skip: new Set() })
          }
        />
      )}
      {formulas > 0 && (
        <Text size="sm" c="var(--q-muted)">
          De {formulas === 1 ? '1 fórmula' : `${formulas} fórmulas`} se toma su valor guardado.
        </Text>
      )}
      {plan ? (
        <div className={classes.preview}>
          <ColumnChoices
            sheet={sheet}
            layout={plan.layout}
            isOpen={plan.items.length === 0}
            onColumns={(columns) => setChoices({ ...choices, columns })}
          />
          <ImportRows plan={plan} skip={choices.skip} onSkip={(skip) => setChoices({ ...choices, skip })} />
        </div>
      ) : (
        <Loader size="sm" />
      )}
    </Screen>
  )
}
