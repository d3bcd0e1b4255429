import { Button, Group } from '@mantine/core'
import { type FormEventHandler, type ReactNode, useRef } from 'react'
import { Kbd } from '../../ui/kbd'
import classes from './room.module.css'
import type { Room } from './use-room'

interface FormFrameProps {
  readonly room: Room
  readonly label: string
  /** Records what the form says; while it runs, a second Enter does nothing. */
  readonly onSubmit: () => unknown
  readonly children: ReactNode
  readonly submitWord?: string
}

/** Back to the keys of the room, with the focus off the field that goes away. */
export function closeForm(room: Room): void {
  room.setUi({ ...room.ui, form: null })
}

/** A form of the room: Enter records (Shift+Enter breaks the line in long texts), Esc leaves. */
export function FormFrame({ room, label, onSubmit, children, submitWord = 'Registrar' }: FormFrameProps) {
  const sending = useRef(false)
  const send = async () => {
    if (sending.current) return
    sending.current = true
    try {
      await onSubmit()
    } finally {
      sending.current = false
    }
  }
  const submit: FormEventHandler = (event) => {
    event.preventDefault()
    void send()
  }
  return (
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        const inLongText = event.target instanceof HTMLTextAreaElement
        if (event.key !== 'Enter' || !inLongText || event.shiftKey || event.nativeEvent.isComposing) return
        event.preventDefault()
        if (!event.repeat) void send()
      }}
    >
      <h3 className={classes.formTitle}>{label}</h3>
      {children}
      <Group gap="xs" mt={6}>
        <Button type="submit" size="xs" rightSection={<Kbd keys="Enter" />}>
          {submitWord}
        </Button>
        <Button
          type="button"
          size="xs"
          variant="default"
          onClick={() => closeForm(room)}
          rightSection={<Kbd keys="Esc" />}
        >
          Salir
        </Button>
      </Group>
    </form>
  )
}
