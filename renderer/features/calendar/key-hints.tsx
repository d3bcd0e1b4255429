import { Kbd } from '../../ui/kbd'
import classes from './calendar.module.css'
import type { CalendarMode } from './modes'

interface Hint {
  readonly keys: string
  readonly does: string
}

const GRID: readonly Hint[] = [
  { keys: '← → ↑ ↓', does: 'de día en día' },
  { keys: 'Enter', does: 'abre' },
  { keys: 'Alt+flechas', does: 'mueve la publicación' },
  { keys: 'E', does: 'empieza del año anterior' },
  { keys: 'N', does: 'nueva' },
  { keys: 'Ctrl+Z', does: 'deshace' },
]

const LIST: readonly Hint[] = [
  { keys: '↑ ↓', does: 'de una en una' },
  { keys: 'Enter', does: 'abre' },
  { keys: '/', does: 'busca' },
  { keys: 'Alt+flechas', does: 'mueve de día' },
  { keys: 'E', does: 'empieza del año anterior' },
  { keys: 'Ctrl+Z', does: 'deshace' },
]

const GALLERY: readonly Hint[] = [{ keys: '← → ↑ ↓', does: 'de imagen en imagen' }, ...LIST.slice(1)]

const CATALOGUE: readonly Hint[] = [
  { keys: '/', does: 'busca' },
  { keys: 'N', does: 'nueva fecha' },
  { keys: 'Ctrl+Z', does: 'deshace' },
]

/** What the keys do here. */
export function KeyHints({ mode }: { readonly mode: CalendarMode }) {
  const isGrid = mode === 'anio' || mode === 'mes' || mode === 'semana'
  const hints = isGrid ? GRID : mode === 'catalogo' ? CATALOGUE : mode === 'galeria' ? GALLERY : LIST
  return (
    <p className={classes.keys}>
      {hints.map(({ keys, does }) => (
        <span key={keys}>
          <Kbd keys={keys} /> {does}
        </span>
      ))}
    </p>
  )
}
