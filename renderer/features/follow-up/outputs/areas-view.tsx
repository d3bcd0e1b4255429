import { Button, Textarea, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import {
  type AreaBatch,
  type AreaLetter,
  areaBatches,
  areaLetter,
  isMailAddress,
} from '../../../../shared/outputs'
import { useDeps } from '../../../commands/deps'
import {
  type AreaFileKind,
  areaAddress,
  rememberAreaAddress,
  saveAllAreaFiles,
  saveAreaFile,
} from '../../../commands/outputs/area-files'
import { saveFolderText } from '../../../commands/outputs/save-failures'
import { useBody } from '../../../data/current-body'
import type { FollowUp } from '../../../data/follow-up-book'
import { listSeats } from '../../../data/repositories'
import { useLive } from '../../../data/use-live'
import { EmptyState } from '../../../ui/empty-state'
import { Kbd } from '../../../ui/kbd'
import { useNotify } from '../../../ui/notify'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { DueCell, ItemStateMark } from '../marks'
import { AreaOficio } from './area-oficio'
import classes from './outputs.module.css'
import { type OficioOf, useOficioOf } from './use-oficio'
import { useSaveOutput } from './use-save-output'

const FILES: readonly { readonly kind: AreaFileKind; readonly label: string; readonly hint: string }[] = [
  { kind: 'eml', label: 'Correo (.eml)', hint: 'Se abre como borrador, con el formulario y el calendario.' },
  { kind: 'ics', label: 'Calendario (.ics)', hint: 'Una tarea por asunto, con su vencimiento.' },
  { kind: 'html', label: 'Formulario (.html)', hint: 'Lo llena sin internet y devuelve un archivo.' },
]

function countText(batch: AreaBatch): string {
  const count = batch.records.length === 1 ? '1 asunto' : `${batch.records.length} asuntos`
  const overdue = batch.records.filter(({ urgency }) => urgency.kind === 'overdue').length
  if (overdue === 0) return count
  return `${count}, ${overdue === 1 ? '1 vencido' : `${overdue} vencidos`}`
}

interface LetterProps {
  readonly batch: AreaBatch
  readonly today: IsoDate
  readonly oficioOf: OficioOf
}

function Items({ batch }: Pick<LetterProps, 'batch'>) {
  return (
    <table className={classes.items}>
      <caption>Lo que se le envía</caption>
      <thead>
        <tr>
          <th scope="col">Clave</th>
          <th scope="col">Asunto</th>
          <th scope="col">Estado</th>
          <th scope="col">Vence</th>
        </tr>
      </thead>
      <tbody>
        {batch.records.map((record) => (
          <tr key={record.item.id}>
            <td>{record.item.code}</td>
            <td>{record.item.title}</td>
            <td>
              <ItemStateMark state={record.standing.state} />
            </td>
            <td>
              <DueCell record={record} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What one área receives, ready to change and save. A new one for each área: what was typed goes with it. */
function Letter({ batch, today, oficioOf }: LetterProps) {
  const deps = useDeps()
  const body = useBody()
  const { saving, save } = useSaveOutput()
  const made = useMemo(() => areaLetter(body, batch, today), [body, batch, today])
  const [typed, setTyped] = useState<Partial<AreaLetter>>({})
  const [address, setAddress] = useState(() => areaAddress(batch))
  const letter = { ...made, ...typed }
  const isWrong = address.trim() !== '' && !isMailAddress(address.trim())
  return (
    <section className={classes.letter} aria-label={`Envío a ${batch.name}`} tabIndex={0}>
      <h2 className={classes.title}>{batch.fullName}</h2>
      <div className={classes.files}>
        {FILES.map(({ kind, label, hint }) => (
          <div key={kind}>
            <Button
              variant={kind === 'eml' ? 'filled' : 'default'}
              loading={saving === kind}
              aria-describedby={`salida-${kind}`}
              onClick={() =>
                void save(kind, () => saveAreaFile(deps, body, { batch, letter, address }, kind, today))
              }
            >
              {label}
            </Button>
            <p id={`salida-${kind}`} className={classes.hint}>
              {hint}
            </p>
          </div>
        ))}
      </div>
      <TextInput
        label="Para"
        placeholder="correo@ejemplo.mx; vacío para escribirlo al enviar"
        value={address}
        error={isWrong ? 'No es una dirección de correo: el borrador saldría sin destinatario.' : null}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onBlur={() => rememberAreaAddress(batch, isWrong ? '' : address)}
      />
      <TextInput
        label="Asunto"
        value={letter.subject}
        onChange={(event) => setTyped({ ...typed, subject: event.currentTarget.value })}
      />
      <Textarea
        label="Texto"
        autosize
        minRows={8}
        maxRows={14}
        value={letter.text}
        onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
      />
      <AreaOficio batch={batch} today={today} oficio={oficioOf(batch)} />
      <Items batch={batch} />
    </section>
  )
}

interface AreasProps {
  readonly batches: readonly AreaBatch[]
  readonly today: IsoDate
  readonly oficioOf: OficioOf
}

/** Saves the four files of every área at once. */
function useSaveAll({ batches, today, oficioOf }: AreasProps) {
  const deps = useDeps()
  const body = useBody()
  const notify = useNotify()
  const [isSaving, setSaving] = useState(false)
  const saveAll = async () => {
    setSaving(true)
    const sendings = batches.map((batch) => ({
      batch,
      letter: areaLetter(body, batch, today),
      address: areaAddress(batch),
      oficio: oficioOf(batch),
    }))
    const saved = await saveAllAreaFiles(deps, body, sendings, today).finally(() => setSaving(false))
    if (saved.ok) {
      notify({
        kind: 'done',
        text: `Se guardaron ${saved.value.names.length} archivos en ${saved.value.path}`,
      })
      return
    }
    const text = saveFolderText(saved.error)
    if (text !== null) notify({ kind: 'error', text })
  }
  return { isSaving, saveAll }
}

interface AreaListProps {
  readonly batches: readonly AreaBatch[]
  readonly chosen: AreaBatch
  readonly onChoose: (key: string) => void
}

function AreaList({ batches, chosen, onChoose }: AreaListProps) {
  return (
    <ul className={classes.areas}>
      {batches.map((batch) => (
        <li key={batch.key}>
          <button
            type="button"
            className={classes.area}
            aria-current={batch === chosen}
            onClick={() => onChoose(batch.key)}
          >
            <span>{batch.name}</span>
            <span className={classes.hint}>{countText(batch)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Areas(props: AreasProps) {
  const { batches, today, oficioOf } = props
  const [key, setKey] = useState<string | null>(null)
  const { isSaving, saveAll } = useSaveAll(props)
  const chosen = batches.find((batch) => batch.key === key) ?? batches[0]
  useShortcuts({ 'ctrl+shift+s': () => void saveAll() })
  if (!chosen) {
    return (
      <EmptyState
        title="No hay asuntos abiertos a cargo de nadie"
        hint="Cuando un asunto pendiente tenga un área responsable, aquí estará lo que se le envía."
      />
    )
  }
  return (
    <div className={classes.send}>
      <nav className={classes.side} aria-label="Áreas con asuntos abiertos">
        <Button
          variant="default"
          loading={isSaving}
          rightSection={<Kbd keys="Ctrl+Mayús+S" />}
          onClick={() => void saveAll()}
        >
          Guardar todo
        </Button>
        <AreaList batches={batches} chosen={chosen} onChoose={setKey} />
      </nav>
      <Letter key={chosen.key} batch={chosen} today={today} oficioOf={oficioOf} />
    </div>
  )
}

/** What goes to each área: an e-mail with its items, a calendar, a form to answer and an oficio. */
export function AreasView({ followUp }: { readonly followUp: FollowUp }) {
  const { store } = useDeps()
  const body = useBody()
  const seats = useLive(() => listSeats(store, body.id), [store, body.id])
  const batches = useMemo(() => (seats ? areaBatches(followUp.records, seats) : null), [followUp, seats])
  const { today } = followUp.context
  const oficioOf = useOficioOf(today)
  return batches && oficioOf && <Areas batches={batches} today={today} oficioOf={oficioOf} />
}
