import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type IsoDate, isIsoDate, isoDate } from '../../../../shared/lib/iso-date'
import type { AreaBatch } from '../../../../shared/outputs'
import { useDeps } from '../../../commands/deps'
import { type OficioParts, saveAreaOficio } from '../../../commands/outputs/area-files'
import { useBody } from '../../../data/current-body'
import classes from './outputs.module.css'
import { useSaveOutput } from './use-save-output'

interface AreaOficioProps {
  readonly batch: AreaBatch
  readonly today: IsoDate
  readonly oficio: OficioParts
}

function replyProblem(typed: string, today: IsoDate): string | null {
  if (typed === '') return null
  if (!isIsoDate(typed)) return 'La fecha no existe o está incompleta.'
  return typed < today ? 'Es anterior a hoy.' : null
}

/** Who gets it and who signs it, before it is made. */
function peopleText({ addressee, signer }: OficioParts): string {
  const to = addressee
    ? `Va dirigido a ${addressee.name}`
    : 'Va dirigido al área: no tiene titular en el directorio'
  const from = signer ? `firma ${signer.name}` : 'firma la Secretaría Técnica, sin nombre'
  return `${to}; ${from}.`
}

/** The formal letter of an área: its number and last day to answer, and its two formats. */
export function AreaOficio({ batch, today, oficio }: AreaOficioProps) {
  const deps = useDeps()
  const body = useBody()
  const { saving, save } = useSaveOutput()
  const [number, setNumber] = useState('')
  const [replyBy, setReplyBy] = useState('')
  const problem = replyProblem(replyBy, today)
  const write = (kind: 'docx' | 'pdf') => {
    const day = replyBy === '' || problem !== null ? null : isoDate(replyBy)
    void save(kind, () => saveAreaOficio(deps, kind, { ...oficio, body, batch, today, number, replyBy: day }))
  }
  return (
    <section className={classes.oficio} aria-label="Oficio">
      <h3 className={classes.subtitle}>Oficio</h3>
      <p className={classes.hint}>{peopleText(oficio)}</p>
      <div className={classes.oficioFields}>
        <TextInput
          label="Número"
          placeholder="vacío: se escribe después"
          maxLength={80}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Responder a más tardar"
          value={replyBy}
          error={problem}
          onChange={(event) => setReplyBy(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={problem !== null}
          loading={saving === 'docx'}
          onClick={() => write('docx')}
        >
          Oficio (.docx)
        </Button>
        <Button
          variant="default"
          disabled={problem !== null}
          loading={saving === 'pdf'}
          onClick={() => write('pdf')}
        >
          Oficio (.pdf)
        </Button>
      </div>
    </section>
  )
}
