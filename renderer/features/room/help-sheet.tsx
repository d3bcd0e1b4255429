import { Button } from '@mantine/core'
import { Kbd } from '../../ui/kbd'
import { closeForm } from './form-frame'
import classes from './room.module.css'
import { KEY_HINTS } from './shortcuts'
import type { Room } from './use-room'

const GROUPS = [
  { mode: 'always', title: 'Siempre' },
  { mode: 'floor', title: 'En la sesión' },
  { mode: 'follow-up', title: 'En el seguimiento de acuerdos' },
  { mode: 'review', title: 'Al revisar pendientes' },
  { mode: 'vote', title: 'En una votación' },
  { mode: 'voted', title: 'Después de votar' },
  { mode: 'roll', title: 'Al pasar lista' },
  { mode: 'facts', title: 'Al corregir hechos' },
] as const

/** Every shortcut of the room, without covering the people panel. */
export function HelpSheet({ room }: { readonly room: Room }) {
  return (
    <section className={classes.help} aria-label="Atajos de teclado de la Sala" tabIndex={0}>
      <Button
        size="xs"
        variant="default"
        autoFocus
        onClick={() => closeForm(room)}
        rightSection={<Kbd keys="Esc" />}
      >
        Cerrar
      </Button>
      <div className={classes.helpGrid}>
        {GROUPS.map((group) => (
          <div key={group.mode}>
            <h3 className={classes.formTitle}>{group.title}</h3>
            <ul>
              {KEY_HINTS[group.mode].map((hint) => (
                <li key={hint.keys}>
                  <Kbd keys={hint.keys} /> {hint.does}
                  <span className={classes.srOnly}>, tecla {hint.keys}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}
