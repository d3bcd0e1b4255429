import { TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type PastedPoint, readPastedAgenda } from '../../../../shared/domain/sessions'
import classes from './agenda.module.css'
import { pasteProblemText } from './paste-text'

interface AgendaComposerProps {
  readonly label: string
  /** Takes the focus as soon as it appears. */
  readonly focused: boolean
  readonly onAdd: (points: readonly PastedPoint[]) => Promise<boolean>
  /** Esc, or leaving it empty; null when the line is always there. */
  readonly onClose: (() => void) | null
}

/** One line to write the next point; several lines pasted into it become several points. */
export function AgendaComposer({ label, focused, onAdd, onClose }: AgendaComposerProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  const add = async (written: string) => {
    const read = readPastedAgenda(written)
    if (!read.ok) {
      setProblem(pasteProblemText(read.error))
      return
    }
    setProblem(null)
    if (await onAdd(read.value)) setText('')
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    event.stopPropagation()
    if (!/[\r\n]/.test(pasted.trim())) return
    event.preventDefault()
    add(pasted)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      add(text)
    } else if (event.key === 'Escape') {
      setText('')
      setProblem(null)
      onClose?.()
    }
  }
  return (
    <TextInput
      ref={input}
      className={classes.composer ?? ''}
      aria-label={label}
      placeholder="Agregar punto: título [ponente]. También puede pegar varios renglones"
      leftSection={<IconPlus size={16} />}
      value={text}
      error={problem}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setProblem(null)
      }}
      onPaste={onPaste}
      onKeyDown={onKeyDown}
      onBlur={() => text === '' && onClose?.()}
    />
  )
}
