import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { type Point, readWebAddress } from '../../../../shared/domain/sessions'
import classes from './point-editor.module.css'
import type { AgendaActions } from './use-agenda'

interface PointLinksProps {
  readonly point: Point
  readonly actions: AgendaActions
}

/** The web addresses printed under a point (001, point 1). */
export function PointLinks({ point, actions }: PointLinksProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = async () => {
    const link = readWebAddress(text)
    if (link === null) {
      setProblem('El enlace debe ser una dirección completa que empiece con http:// o https://')
      return
    }
    const links = [...new Set([...point.links, link])]
    if (await actions.change(point, { links })) setText('')
  }
  return (
    <div>
      <h3 className={classes.heading}>Enlaces</h3>
      <ul className={classes.items}>
        {point.links.map((link) => (
          <li key={link} className={classes.item}>
            <span className={classes.link}>{link}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Quitar el enlace ${link}`}
              onClick={() => actions.change(point, { links: point.links.filter((other) => other !== link) })}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <TextInput
        size="xs"
        aria-label="Enlace nuevo"
        placeholder="https://… y Enter"
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
    </div>
  )
}
