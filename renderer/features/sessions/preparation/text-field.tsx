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
  readonly problem: string | ((typed: string) => string)
  /** What is wrong with the text as it is stored; null or absent when nothing is. */
  readonly standing?: string | null
  readonly onSave: (text: string) => Promise<boolean>
}

/** A text stored on leaving the field or with Enter; Esc forgets what was typed. */
export function TextField(props: TextFieldProps) {
  const { label, value, placeholder, width, long, problem, standing = null, onSave } = props
  const [refused, setRefused] = useState<string | null>(null)
  const draft = useDraft(value, onSave)
  const store = async () => {
    const typed = draft.text
    const said = typeof problem === 'string' ? problem : problem(typed)
    setRefused((await draft.store()) ? null : `${said} Se conserva el anterior.`.trim())
  }
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
    error: refused ?? standing,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      draft.setText(event.currentTarget.value)
      setRefused(null)
    },
    onBlur: store,
    onKeyDown,
  }
  return long ? <Textarea autosize minRows={1} {...shared} /> : <TextInput {...shared} />
}
