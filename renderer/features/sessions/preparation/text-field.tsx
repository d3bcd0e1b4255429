import { Textarea, TextInput } from '@mantine/core'
import { type ChangeEvent, type KeyboardEvent, useState } from 'react'
import { useDraft } from './use-draft'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly width?: number
  /** Grows with the text instead of hiding its end. */
  readonly long?: boolean
  /** Said when what was typed cannot be; then the former text comes back. */
  readonly problem: string
  readonly onSave: (text: string) => Promise<boolean>
}

/** A text stored on leaving the field or with Enter; Esc forgets what was typed. */
export function TextField({ label, value, placeholder, width, long, problem, onSave }: TextFieldProps) {
  const [refused, setRefused] = useState(false)
  const draft = useDraft(value, onSave)
  const store = async () => setRefused(!(await draft.store()))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') store()
    else if (event.key === 'Escape') draft.forget()
    else return
    event.preventDefault()
  }
  const shared = {
    size: 'xs' as const,
    label,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(width === undefined ? {} : { w: width }),
    value: draft.text,
    error: refused ? `${problem} Se conserva el anterior.`.trim() : null,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      draft.setText(event.currentTarget.value)
      setRefused(false)
    },
    onBlur: store,
    onKeyDown,
  }
  return long ? <Textarea autosize minRows={1} {...shared} /> : <TextInput {...shared} />
}
