import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { type ItemView, NO_FILTER } from '../../../shared/domain/follow-up'
import { useDeps } from '../../commands/deps'
import { removeItemView, saveItemView } from '../../commands/follow-up/save-view'
import { useBody } from '../../data/current-body'
import { listItemViews } from '../../data/follow-up'
import { useLive } from '../../data/use-live'
import { useFollowUpActions } from './actions-context'
import type { Look } from './lines'
import { OPEN_LOOK } from './use-look'

const OPEN = OPEN_LOOK.filter

/** Views that are always there. */
const READY: readonly { readonly name: string; readonly look: Look }[] = [
  { name: 'Abiertos', look: OPEN_LOOK },
  { name: 'Vencidos', look: { ...OPEN_LOOK, filter: { ...OPEN, urgencies: ['overdue', 'today'] } } },
  { name: 'Próximos a vencer', look: { ...OPEN_LOOK, filter: { ...OPEN, urgencies: ['today', 'soon'] } } },
  { name: 'Sin fecha', look: { ...OPEN_LOOK, filter: { ...OPEN, urgencies: ['waiting', 'no-date'] } } },
  {
    name: 'Todos, por estado',
    look: { filter: NO_FILTER, grouping: 'state', sort: { by: 'due', descending: false } },
  },
]

interface ViewsMenuProps {
  readonly look: Look
  readonly setLook: (look: Look) => void
}

function sameLook(a: Look, b: Look): boolean {
  const plain = ({ filter, grouping, sort }: Look) => JSON.stringify({ filter, grouping, sort })
  return plain(a) === plain(b)
}

/** The name of the view on screen, when it is one. */
function nameOf(look: Look, views: readonly ItemView[]): string | null {
  const ready = READY.find((view) => sameLook(view.look, look))
  return ready?.name ?? views.find((view) => sameLook(view, look))?.name ?? null
}

function SaveAs({ look, onSaved }: { readonly look: Look; readonly onSaved: () => void }) {
  const deps = useDeps()
  const body = useBody()
  const { run } = useFollowUpActions()
  const [name, setName] = useState('')
  const save = async () => {
    const failure = await run(`Se guardó la vista «${name.trim()}».`, () =>
      saveItemView(deps, body.id, { name, ...look }),
    )
    if (!failure) onSaved()
  }
  return (
    <Group gap="xs" p={8} wrap="nowrap">
      <TextInput
        size="xs"
        aria-label="Nombre de la vista"
        placeholder="Guardar como…"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') void save()
        }}
      />
      <Button size="compact-sm" disabled={name.trim() === ''} onClick={() => void save()}>
        Guardar
      </Button>
    </Group>
  )
}

function SavedViews({ setLook }: Pick<ViewsMenuProps, 'setLook'>) {
  const deps = useDeps()
  const body = useBody()
  const { run } = useFollowUpActions()
  const views = useLive(() => listItemViews(deps.store, body.id), [deps.store, body.id]) ?? []
  if (views.length === 0) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Guardadas</Menu.Label>
      {views.map((view) => (
        <Group key={view.id} gap={0} wrap="nowrap">
          <Menu.Item
            onClick={() => setLook({ filter: view.filter, grouping: view.grouping, sort: view.sort })}
          >
            {view.name}
          </Menu.Item>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Quitar la vista ${view.name}`}
            onClick={() =>
              run(`Se quitó la vista «${view.name}».`, () => removeItemView(deps, body.id, view.id))
            }
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
    </>
  )
}

/** Views: those always there, those saved by name, and saving what is on screen. */
export function ViewsMenu({ look, setLook }: ViewsMenuProps) {
  const { store } = useDeps()
  const body = useBody()
  const [isOpen, setOpen] = useState(false)
  const views = useLive(() => listItemViews(store, body.id), [store, body.id]) ?? []
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={300}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconBookmark size={14} />}>
          Vista: {nameOf(look, views) ?? 'a la medida'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Vistas">
        {READY.map((view) => (
          <Menu.Item key={view.name} onClick={() => setLook(view.look)}>
            {view.name}
          </Menu.Item>
        ))}
        <SavedViews setLook={setLook} />
        <Menu.Divider />
        <SaveAs look={look} onSaved={() => setOpen(false)} />
      </Menu.Dropdown>
    </Menu>
  )
}
