import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from 'wouter'
import { itemsSheet } from '../../../shared/documents'
import { useDeps } from '../../commands/deps'
import { type SheetKind, saveSheet } from '../../commands/outputs/save-sheet'
import { useBody } from '../../data/current-body'
import { recordsOf } from './lines'
import { OUTPUT_VIEWS, outputPath } from './outputs/output-views'
import { useSaveOutput } from './outputs/use-save-output'
import type { LookControl } from './use-look'
import type { Panel } from './use-side-panel'

/** Saves the table as it is seen: its filters, its search and its order. */
function useSaveTable({ lines, shown }: LookControl) {
  const deps = useDeps()
  const body = useBody()
  const { saving, save } = useSaveOutput()
  const saveTable = (kind: SheetKind) =>
    void save(kind, () => saveSheet(deps, kind, `Seguimiento ${body.acronym}`, itemsSheet(recordsOf(lines))))
  return { count: shown.length, isSaving: saving !== null, saveTable }
}

interface ActionsMenuProps {
  readonly control: LookControl
  readonly onPanel: (panel: Panel) => void
  readonly onImport: () => void
}

/** What is done more seldom with the follow-up: bring things in, take them out. */
export function ActionsMenu({ control, onPanel, onImport }: ActionsMenuProps) {
  const { count, isSaving, saveTable } = useSaveTable(control)
  const shown = count === 1 ? 'el asunto que se ve' : `los ${count.toLocaleString('es-MX')} que se ven`
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <Button variant="default" px={8} loading={isSaving} aria-label="Más acciones">
          <IconDots size={18} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onPanel({ kind: 'promote', sessionId: null })}>
          Promover de una sesión…
        </Menu.Item>
        <Menu.Item onClick={onImport}>Importar hoja de cálculo…</Menu.Item>
        <Menu.Divider />
        <Menu.Label>Guardar la tabla, {count === 0 ? 'ahora vacía' : shown}</Menu.Label>
        <Menu.Item disabled={count === 0} onClick={() => saveTable('xlsx')}>
          Excel (.xlsx)…
        </Menu.Item>
        <Menu.Item disabled={count === 0} onClick={() => saveTable('csv')}>
          Texto separado por comas (.csv)…
        </Menu.Item>
        <Menu.Divider />
        {OUTPUT_VIEWS.map(({ value, label }) => (
          <Menu.Item key={value} component={Link} href={outputPath(value)}>
            {label}…
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
