import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { type Point, type PointKind, pointKindSchema, retitled } from '../../../../shared/domain/sessions'
import { KIND_LABELS, optionsOf } from '../labels'
import classes from './point-editor.module.css'
import { PointFiles } from './point-files'
import { PointLinks } from './point-links'
import { PointMinutas } from './point-minutas'
import type { AgendaActions } from './use-agenda'
import type { AttachActions } from './use-attach'
import { type Draft, useDraft } from './use-draft'
import type { Preparation } from './use-preparation'

interface PointEditorProps {
  readonly preparation: Preparation
  readonly point: Point
  readonly actions: AgendaActions
  readonly files: AttachActions
  readonly onClose: () => void
  /** Ctrl+Enter: on to the next point. */
  readonly onNext: () => void
}

function useTexts({ point, actions }: PointEditorProps) {
  const title = useDraft(point.title, (text) => actions.change(point, retitled(point, text)))
  const presenter = useDraft(point.presenter, (text) => actions.change(point, { presenter: text }))
  return { title, presenter }
}

/** Title, presenter, kind, minutas, files and links of a point, below its line. */
export function PointEditor(props: PointEditorProps) {
  const { preparation, point, actions, files, onClose, onNext } = props
  const { title, presenter } = useTexts(props)
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const field = first.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  const onKeyDown = (draft: Draft) => async (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      draft.forget()
      onClose()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      await draft.store()
      if (event.ctrlKey) onNext()
      else onClose()
    }
  }
  return (
    <div className={classes.editor}>
      <Textarea
        ref={first}
        autosize
        minRows={1}
        maxRows={8}
        label="Título"
        value={title.text}
        onChange={(event) => title.setText(event.currentTarget.value)}
        onBlur={title.store}
        onKeyDown={onKeyDown(title)}
      />
      <div className={classes.pair}>
        <TextInput
          label="Presenta"
          placeholder="Área o persona, como irá entre corchetes"
          value={presenter.text}
          onChange={(event) => presenter.setText(event.currentTarget.value)}
          onBlur={presenter.store}
          onKeyDown={onKeyDown(presenter)}
        />
        <NativeSelect
          label="Asunto"
          data={optionsOf<PointKind>(KIND_LABELS)}
          value={point.kind}
          onChange={(event) =>
            actions.change(point, { kind: pointKindSchema.parse(event.currentTarget.value) })
          }
        />
      </div>
      {point.kind === 'prior-minutes' && (
        <PointMinutas preparation={preparation} point={point} actions={actions} />
      )}
      {point.kind === 'follow-up' && (
        <p className={classes.report}>
          <Link href={`/seguimiento/salidas/informe/${point.sessionId}`}>
            Componer el informe de seguimiento…
          </Link>
        </p>
      )}
      <div className={classes.pair}>
        <PointFiles point={point} actions={actions} files={files} />
        <PointLinks point={point} actions={actions} />
      </div>
    </div>
  )
}
