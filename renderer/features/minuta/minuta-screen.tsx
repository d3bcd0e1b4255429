import { Button, Loader } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Minuta, MinutaParagraph } from '../../../shared/documents'
import type { SessionId } from '../../../shared/domain/sessions'
import { DocumentView } from '../../ui/document-view'
import { Kbd } from '../../ui/kbd'
import { MessageNote } from '../../ui/message-note'
import { useShortcuts } from '../../ui/use-shortcuts'
import classes from './minuta.module.css'
import { warningText } from './minuta-messages'
import { Passage, PassageEditor } from './passage'
import { SignatureOrder } from './signature-order'
import { useMinuta } from './use-minuta'
import { useMinutaActions } from './use-minuta-actions'

type Actions = ReturnType<typeof useMinutaActions>

/** Moves the focus among the rewrite buttons of the page. */
function focusPassage(page: HTMLElement | null, step: number): void {
  const buttons = [...(page?.querySelectorAll<HTMLButtonElement>('[data-rewrite]') ?? [])]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const next =
    at === -1 ? (step > 0 ? 0 : buttons.length - 1) : Math.min(buttons.length - 1, Math.max(0, at + step))
  buttons[next]?.focus()
}

function SaveButtons({ minuta, actions }: { readonly minuta: Minuta; readonly actions: Actions }) {
  return (
    <div className={classes.save}>
      <Button
        fullWidth
        loading={actions.saving === 'docx'}
        onClick={() => void actions.save('docx', minuta.tree)}
        rightSection={<Kbd keys="Ctrl+D" />}
      >
        Guardar DOCX
      </Button>
      <Button
        fullWidth
        variant="default"
        loading={actions.saving === 'pdf'}
        onClick={() => void actions.save('pdf', minuta.tree)}
        rightSection={<Kbd keys="Ctrl+P" />}
      >
        Guardar PDF
      </Button>
    </div>
  )
}

interface SideProps {
  readonly minuta: Minuta
  readonly actions: Actions
  readonly onReview: (anchor: string) => void
}

function ReviewList({ minuta, actions, onReview }: SideProps) {
  const toReview = minuta.paragraphs.filter((paragraph) => paragraph.status === 'needs-review')
  if (toReview.length + minuta.orphans.length === 0) return null
  return (
    <MessageNote kind="warning" title="Por revisar">
      <ul className={classes.reviewList}>
        {toReview.map((paragraph) => (
          <li key={paragraph.anchor}>
            <button type="button" className={classes.linkButton} onClick={() => onReview(paragraph.anchor)}>
              Cambiaron los hechos: «{paragraph.text.slice(0, 60)}…»
            </button>
          </li>
        ))}
        {minuta.orphans.map((overlay) => (
          <li key={overlay.anchor}>
            Ya no hay hecho que sustente: «{overlay.text.slice(0, 60)}…».{' '}
            <button
              type="button"
              className={classes.linkButton}
              onClick={() => void actions.restore(overlay.anchor)}
            >
              Descartar
            </button>
          </li>
        ))}
      </ul>
    </MessageNote>
  )
}

function Side({ minuta, actions, onReview }: SideProps) {
  return (
    <aside className={classes.side} aria-label="Revisión y firma" tabIndex={0}>
      <SaveButtons minuta={minuta} actions={actions} />
      <ReviewList minuta={minuta} actions={actions} onReview={onReview} />
      {minuta.warnings.length > 0 && (
        <MessageNote kind="warning" title="Antes de firmar">
          <ul className={classes.reviewList}>
            {minuta.warnings.map((warning) => (
              <li key={warning.code}>{warningText(warning)}</li>
            ))}
          </ul>
        </MessageNote>
      )}
      <SignatureOrder signatories={minuta.signatories} onOrder={(order) => void actions.order(order)} />
      <p className={classes.hint}>
        <Kbd keys="↑" /> <Kbd keys="↓" /> recorren los párrafos, <Kbd keys="Enter" /> reescribe.
      </p>
    </aside>
  )
}

interface PageProps {
  readonly minuta: Minuta
  readonly actions: Actions
  readonly editing: string | null
  readonly setEditing: (anchor: string | null) => void
}

/** Passages that were left out have no place on the page; they are listed so that they can come back. */
function LeftOut({ minuta, setEditing }: PageProps) {
  const left = minuta.paragraphs.filter((paragraph) => paragraph.text === '')
  if (left.length === 0) return null
  return (
    <section className={classes.leftOut} aria-label="Párrafos que no se imprimen">
      <h2 className={classes.sideTitle}>No se imprimen</h2>
      <ul className={classes.reviewList}>
        {left.map((paragraph) => (
          <li key={paragraph.anchor}>
            <button type="button" className={classes.linkButton} onClick={() => setEditing(paragraph.anchor)}>
              «{paragraph.generated.slice(0, 90)}…»
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Page(props: PageProps) {
  const { minuta, actions, editing, setEditing } = props
  const page = useRef<HTMLElement>(null)
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
      paragraph={paragraph}
      onSave={(text) => void actions.rewrite(paragraph, text).then(() => close(paragraph.anchor))}
      onRestore={() => void actions.restore(paragraph.anchor).then(() => close(paragraph.anchor))}
      onCancel={() => close(paragraph.anchor)}
    />
  )
  const renderPassage = (anchor: string, content: ReactNode) => {
    const paragraph = byAnchor.get(anchor)
    if (!paragraph) return content
    if (anchor === editing) return editor(paragraph)
    return <Passage paragraph={paragraph} content={content} onEdit={() => setEditing(anchor)} />
  }
  return (
    <section ref={page} className={classes.page} aria-label="Vista previa de la minuta" tabIndex={0}>
      {edited?.text === '' && <div className={classes.leftOut}>{editor(edited)}</div>}
      <DocumentView tree={minuta.tree} renderPassage={renderPassage} />
      <LeftOut {...props} />
    </section>
  )
}

/** The minuta as it will be printed, ready to rewrite, order and save. */
export function MinutaScreen({ sessionId }: { readonly sessionId: SessionId }) {
  const source = useMinuta(sessionId)
  const actions = useMinutaActions(sessionId)
  const [editing, setEditing] = useState<string | null>(null)
  const { save } = actions
  const tree = source?.minuta.tree
  useShortcuts({
    'ctrl+d': () => tree && void save('docx', tree),
    'ctrl+p': () => tree && void save('pdf', tree),
  })
  useEffect(() => {
    if (editing === null) return
    document.querySelector(`[data-passage="${CSS.escape(editing)}"]`)?.scrollIntoView({ block: 'center' })
  }, [editing])
  if (!source) return <Loader aria-label="Componiendo la minuta" m="xl" />
  const { minuta } = source
  return (
    <div className={classes.screen}>
      <Page minuta={minuta} actions={actions} editing={editing} setEditing={setEditing} />
      <Side minuta={minuta} actions={actions} onReview={setEditing} />
    </div>
  )
}
