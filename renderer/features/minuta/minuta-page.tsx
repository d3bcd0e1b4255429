import { type ReactNode, useRef, useState } from 'react'
import type { Minuta, MinutaParagraph } from '../../../shared/documents'
import type { SessionId } from '../../../shared/domain/sessions'
import { DocumentView } from '../../ui/document-view'
import { MessageNote } from '../../ui/message-note'
import { useShortcuts } from '../../ui/use-shortcuts'
import classes from './minuta.module.css'
import { beginning, Passage, PassageEditor } from './passage'
import type { Sought } from './sought-passage'
import type { MinutaActions } from './use-minuta-actions'

interface MinutaPageProps {
  readonly sessionId: SessionId
  readonly minuta: Minuta
  readonly actions: MinutaActions
  readonly sought: Sought
  readonly editing: string | null
  readonly setEditing: (anchor: string | null) => void
}

/** Moves the focus among the rewrite buttons of the page; false when the key belongs to somebody else. */
function focusPassage(page: HTMLElement | null, step: 1 | -1): boolean {
  if (document.activeElement?.closest('aside, [role="dialog"]')) return false
  const buttons = [...(page?.querySelectorAll<HTMLElement>('[data-rewrite]') ?? [])]
  const at = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1
  const next = at === -1 ? (step === 1 ? 0 : buttons.length - 1) : at + step
  const button = buttons[Math.max(0, Math.min(next, buttons.length - 1))]
  button?.focus()
  button?.parentElement?.scrollIntoView({ block: 'nearest' })
  return button !== undefined
}

/** Passages that were left out have no place on the page; they are listed so that they can come back. */
function LeftOut({ minuta, setEditing }: Pick<MinutaPageProps, 'minuta' | 'setEditing'>) {
  const left = minuta.paragraphs.filter((paragraph) => paragraph.text === '')
  if (left.length === 0) return null
  return (
    <section className={classes.leftOut} aria-label="Párrafos que no se imprimen">
      <h2 className={classes.sideTitle}>No se imprimen</h2>
      <ul className={classes.reviewList}>
        {left.map((paragraph) => (
          <li key={paragraph.anchor}>
            <button
              type="button"
              className={classes.linkButton}
              data-rewrite={paragraph.anchor}
              onClick={() => setEditing(paragraph.anchor)}
            >
              «{beginning(paragraph.generated, 16)}»
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The minuta on paper. Arrows go from passage to passage, Enter rewrites the one in focus. */
export function MinutaPage(props: MinutaPageProps) {
  const { sessionId, minuta, actions, sought, editing, setEditing } = props
  const page = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const printed = minuta.paragraphs.filter((paragraph) => paragraph.text !== '')
  const tabStop = printed.find((paragraph) => paragraph.anchor === current) ?? printed[0]
  const byAnchor = new Map(minuta.paragraphs.map((paragraph) => [paragraph.anchor, paragraph]))
  const edited = editing === null ? undefined : byAnchor.get(editing)
  useShortcuts({
    arrowdown: () => focusPassage(page.current, 1),
    arrowup: () => focusPassage(page.current, -1),
  })
  const close = (anchor: string) => {
    setEditing(null)
    requestAnimationFrame(() => {
      page.current?.querySelector<HTMLElement>(`[data-rewrite="${CSS.escape(anchor)}"]`)?.focus()
    })
  }
  const editor = (paragraph: MinutaParagraph) => (
    <PassageEditor
      key={paragraph.anchor}
      sessionId={sessionId}
      paragraph={paragraph}
      onSave={(text) => actions.rewrite(paragraph, text)}
      onRestore={() => actions.restore(paragraph.anchor)}
      onClose={() => close(paragraph.anchor)}
    />
  )
  const renderPassage = (anchor: string, content: ReactNode) => {
    const paragraph = byAnchor.get(anchor)
    if (!paragraph) return content
    if (anchor === editing) return editor(paragraph)
    return (
      <Passage
        paragraph={paragraph}
        content={content}
        isSought={sought.kind === 'passage' && sought.anchor === anchor}
        tabStop={tabStop === paragraph}
        onFocus={() => setCurrent(anchor)}
        onEdit={() => setEditing(anchor)}
      />
    )
  }
  return (
    <section ref={page} className={classes.page} aria-label="Vista previa de la minuta" tabIndex={0}>
      {sought.kind === 'absent' && (
        <MessageNote kind="warning" title="Ese hecho ya no está en la minuta">
          Se corrigió o se anuló después; en la Sala sigue la historia de lo que se registró.
        </MessageNote>
      )}
      {edited?.text === '' && <div className={classes.leftOut}>{editor(edited)}</div>}
      <DocumentView tree={minuta.tree} renderPassage={renderPassage} />
      <LeftOut minuta={minuta} setEditing={setEditing} />
    </section>
  )
}
