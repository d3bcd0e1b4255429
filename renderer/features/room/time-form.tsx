import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { clockTimeSchema } from '../../../shared/lib/iso-date'
import { closeForm, FormFrame } from './form-frame'
import type { Room } from './use-room'

/** Accepts 1135, 11:35 and 9:05. */
function readTime(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 3) return text
  return `${digits.slice(0, -2).padStart(2, '0')}:${digits.slice(-2)}`
}

/** The hour that the next facts will carry. */
export function TimeForm({ room }: { readonly room: Room }) {
  const [text, setText] = useState<string>(room.clock.time)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = () => {
    if (text.trim() === '') {
      room.fixTime(null)
      closeForm(room)
      return
    }
    const time = clockTimeSchema.safeParse(readTime(text))
    if (!time.success) {
      setProblem(`«${text}» no es una hora. Escríbala como 11:35. La hora sigue en ${room.clock.time}.`)
      return
    }
    room.fixTime(time.data)
    closeForm(room)
  }
  return (
    <FormFrame room={room} label="Hora de lo que sigue" onSubmit={submit} submitWord="Fijar">
      <TextInput
        label="Hora"
        description="El día de la sesión vale para el siguiente hecho y después vuelve la del reloj; otro día, para los que siguen."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoFocus
        w={220}
        value={text}
        error={problem}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormFrame>
  )
}
