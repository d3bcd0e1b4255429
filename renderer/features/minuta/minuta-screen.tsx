import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { SessionId } from '../../../shared/domain/sessions'
import { useShortcuts } from '../../ui/use-shortcuts'
import classes from './minuta.module.css'
import { MinutaPage } from './minuta-page'
import { draftOf } from './rewriting-drafts'
import { SidePanel } from './side-panel'
import { useSought } from './sought-passage'
import { useMinuta } from './use-minuta'
import { useMinutaActions } from './use-minuta-actions'

interface MinutaScreenProps {
  readonly sessionId: SessionId
  /** Fact, or point of the agenda, whose passage is to be seen. */
  readonly place?: string | undefined
}

/** The minuta as it will be printed, ready to rewrite, order and save. */
export function MinutaScreen({ sessionId, place }: MinutaScreenProps) {
  const minuta = useMinuta(sessionId)
  const actions = useMinutaActions(sessionId)
  const sought = useSought(minuta, place)
  const [editing, setEditing] = useState<string | null>(draftOf(sessionId)?.anchor ?? null)
  useShortcuts({
    'ctrl+d': () => minuta && void actions.save('docx', minuta.tree),
    'ctrl+p': () => minuta && void actions.save('pdf', minuta.tree),
  })
  useEffect(() => {
    if (editing === null) return
    document.querySelector(`[data-passage="${CSS.escape(editing)}"]`)?.scrollIntoView({ block: 'center' })
  }, [editing])
  if (!minuta) return <Loader aria-label="Componiendo la minuta" m="xl" />
  return (
    <div className={classes.screen}>
      <MinutaPage
        sessionId={sessionId}
        minuta={minuta}
        actions={actions}
        sought={sought}
        editing={editing}
        setEditing={setEditing}
      />
      <SidePanel minuta={minuta} actions={actions} onReview={setEditing} />
    </div>
  )
}
