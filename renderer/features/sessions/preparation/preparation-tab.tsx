import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Phase, SessionRecord } from '../../../../shared/domain/sessions'
import { Kbd } from '../../../ui/kbd'
import { MessageNote } from '../../../ui/message-note'
import { useNotify } from '../../../ui/notify'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { AgendaPanel } from './agenda-panel'
import { AttendancePanel } from './attendance-panel'
import { distinguish } from './distinguish'
import { blocksOpening, noticeText } from './notice-text'
import { NoticesPanel } from './notices-panel'
import classes from './preparation.module.css'
import { SessionDataPanel } from './session-data-panel'
import { type Preparation, usePreparation } from './use-preparation'

/** Goes to the room, unless the session could not be opened there: then it says why and stays. */
function useGoToRoom(preparation: Preparation): () => void {
  const notify = useNotify()
  const [, navigate] = useLocation()
  return () => {
    const blocking = preparation.notices.find(blocksOpening)
    if (blocking && preparation.phase === 'before') notify({ kind: 'error', text: noticeText(blocking) })
    else navigate(`/sesiones/${preparation.record.plan.session.id}/sala`)
  }
}

function PreparationPanels({ preparation }: { readonly preparation: Preparation }) {
  const goToRoom = useGoToRoom(preparation)
  const hasClash = preparation.notices.some(({ code }) => code === 'initials-clash')
  useShortcuts({
    f5: goToRoom,
    'alt+i': () => hasClash && distinguish(preparation),
  })
  return (
    <div className={classes.tab}>
      <AgendaPanel preparation={preparation} />
      <aside className={classes.side} aria-label="Datos y asistencia">
        {preparation.phase !== 'closed' && (
          <Button
            size="md"
            fullWidth
            rightSection={<IconArrowRight size={18} />}
            leftSection={<Kbd keys="F5" />}
            onClick={goToRoom}
          >
            {preparation.phase === 'before' ? 'Ir a la Sala' : 'Volver a la Sala'}
          </Button>
        )}
        {preparation.phase !== 'before' && (
          <MessageNote
            kind="info"
            title={preparation.phase === 'closed' ? 'Sesión concluida' : 'Sesión en curso'}
          >
            Lo que cambie aquí se verá en la minuta.{' '}
            {preparation.phase === 'closed'
              ? 'Los títulos y los datos se pueden corregir; el orden del día quedó cerrado.'
              : 'Los puntos conservan el número con el que se leyeron.'}
          </MessageNote>
        )}
        <NoticesPanel preparation={preparation} />
        <SessionDataPanel preparation={preparation} />
        <AttendancePanel preparation={preparation} />
      </aside>
    </div>
  )
}

/** A session held before the app was in use has only its data, so that others can name it. */
function AntecedentData({ preparation }: { readonly preparation: Preparation }) {
  return (
    <div className={classes.antecedent}>
      <MessageNote kind="info" title="Antecedente">
        Esta sesión se celebró antes de usar Quórum. Se conservan sus datos para que otras sesiones puedan
        nombrarla y aprobar su minuta; no se registra en la Sala.
      </MessageNote>
      <SessionDataPanel preparation={preparation} />
    </div>
  )
}

/** Preparación: the agenda at the left; at the right the data of the session and who is called. */
export function PreparationTab({ record, phase }: { readonly record: SessionRecord; readonly phase: Phase }) {
  const preparation = usePreparation(record, phase)
  if (!preparation) return null
  return record.plan.session.antecedent ? (
    <AntecedentData preparation={preparation} />
  ) : (
    <PreparationPanels preparation={preparation} />
  )
}
