import { Button } from '@mantine/core'
import type { Minuta } from '../../../shared/documents'
import { Kbd } from '../../ui/kbd'
import { MessageNote } from '../../ui/message-note'
import classes from './minuta.module.css'
import { warningText } from './minuta-messages'
import { beginning } from './passage'
import { SignatureOrder } from './signature-order'
import type { MinutaActions } from './use-minuta-actions'

interface SidePanelProps {
  readonly minuta: Minuta
  readonly actions: MinutaActions
  readonly onReview: (anchor: string) => void
}

function ReviewList({ minuta, actions, onReview }: SidePanelProps) {
  const toReview = minuta.paragraphs.filter((paragraph) => paragraph.status === 'needs-review')
  const count = toReview.length + minuta.orphans.length
  if (count === 0) return null
  return (
    <MessageNote
      kind="warning"
      title={count === 1 ? '1 párrafo por revisar' : `${count} párrafos por revisar`}
    >
      <ul className={classes.reviewList}>
        {toReview.map((paragraph) => (
          <li key={paragraph.anchor}>
            Cambiaron los hechos:{' '}
            <button type="button" className={classes.linkButton} onClick={() => onReview(paragraph.anchor)}>
              «{beginning(paragraph.text === '' ? paragraph.generated : paragraph.text)}»
            </button>
          </li>
        ))}
        {minuta.orphans.map((overlay) => (
          <li key={overlay.anchor}>
            Se retiraron los hechos de «{beginning(overlay.text === '' ? overlay.basis : overlay.text, 30)}».
            No se imprime y aquí se conserva.{' '}
            <button
              type="button"
              className={classes.linkButton}
              onClick={() => void actions.discard(overlay.anchor)}
            >
              Descartar
            </button>
          </li>
        ))}
      </ul>
    </MessageNote>
  )
}

function SaveButtons({ minuta, actions }: Pick<SidePanelProps, 'minuta' | 'actions'>) {
  const { saving, saved } = actions
  return (
    <section className={classes.save} aria-label="Guardar el documento">
      <Button
        fullWidth
        loading={saving === 'docx'}
        onClick={() => void actions.save('docx', minuta.tree)}
        rightSection={<Kbd keys="Ctrl+D" />}
      >
        Guardar DOCX
      </Button>
      <Button
        fullWidth
        variant="default"
        loading={saving === 'pdf'}
        onClick={() => void actions.save('pdf', minuta.tree)}
        rightSection={<Kbd keys="Ctrl+P" />}
      >
        Guardar PDF
      </Button>
      <p role="status" className={classes.saveStatus}>
        {saving !== null && `Componiendo el ${saving.toUpperCase()}…`}
        {saving === null && saved !== null && `Se guardó ${saved.name} en ${saved.path}`}
      </p>
      {saving === null && saved !== null && (
        <Button size="compact-sm" variant="default" onClick={() => void actions.reveal(saved)}>
          Mostrar en la carpeta
        </Button>
      )}
    </section>
  )
}

function Warnings({ minuta }: { readonly minuta: Minuta }) {
  if (minuta.warnings.length === 0) return null
  return (
    <MessageNote kind="info" title="Antes de firmar">
      <ul className={classes.reviewList}>
        {minuta.warnings.map((warning) => (
          <li key={warning.code}>{warningText(warning)}</li>
        ))}
      </ul>
    </MessageNote>
  )
}

/** What to look at before signing, the documents, and who signs in which order. */
export function SidePanel(props: SidePanelProps) {
  const { minuta, actions } = props
  return (
    <aside className={classes.side} aria-label="Revisión y firma">
      <ReviewList {...props} />
      <SaveButtons minuta={minuta} actions={actions} />
      <Warnings minuta={minuta} />
      <SignatureOrder signatories={minuta.signatories} onOrder={actions.order} />
      <p className={classes.hint}>
        <Kbd keys="↑" /> <Kbd keys="↓" /> recorren los párrafos, <Kbd keys="Enter" /> reescribe;{' '}
        <Kbd keys="Alt+↑" /> <Kbd keys="Alt+↓" /> mueven una firma.
      </p>
    </aside>
  )
}
