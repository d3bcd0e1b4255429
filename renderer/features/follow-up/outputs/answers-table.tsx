import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { JudgedAnswer } from '../../../../shared/outputs'
import { useDeps } from '../../../commands/deps'
import { type AcceptedAnswer, recordAnswers } from '../../../commands/follow-up/record-answers'
import { useFollowUpActions } from '../actions-context'
import { cautionText, changeText, markOf } from './answer-words'
import classes from './outputs.module.css'
import type { Received } from './use-received'

type ReceivedAnswers = Extract<Received, { kind: 'answers' }>

function canRecord(judged: JudgedAnswer): judged is Extract<JudgedAnswer, { kind: 'ok' | 'changed' }> {
  return judged.kind === 'ok' || judged.kind === 'changed'
}

interface RowProps {
  readonly judged: JudgedAnswer
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function Row({ judged, isChosen, onToggle }: RowProps) {
  const { answer } = judged
  const { shape, word } = markOf(judged)
  const caution = cautionText(judged)
  const title = judged.kind === 'gone' ? '' : judged.record.item.title
  return (
    <tr data-kind={judged.kind}>
      <td>
        {canRecord(judged) && (
          <Checkbox
            aria-label={`Registrar la respuesta de ${answer.code}`}
            checked={isChosen}
            onChange={onToggle}
          />
        )}
      </td>
      <td className={classes.mark}>
        <span aria-hidden="true">{shape}</span> {word}
      </td>
      <td>
        <strong>{answer.code}</strong> {title}
      </td>
      <td>
        <p className={classes.change}>{changeText(judged)}</p>
        {answer.note !== '' && <p className={classes.note}>«{answer.note}»</p>}
        {caution !== '' && <p className={classes.caution}>{caution}</p>}
      </td>
    </tr>
  )
}

function accepted(
  judged: readonly JudgedAnswer[],
  chosen: ReadonlySet<JudgedAnswer['answer']>,
): readonly AcceptedAnswer[] {
  return judged.flatMap((one) =>
    canRecord(one) && chosen.has(one.answer) ? [{ itemId: one.record.item.id, draft: one.draft }] : [],
  )
}

/** The answers of one área with what each would change; those that nothing speaks against start chosen. */
export function AnswersTable({ received }: { readonly received: ReceivedAnswers }) {
  const deps = useDeps()
  const { run } = useFollowUpActions()
  const { file, judged } = received
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const isChosen = (one: JudgedAnswer) => (one.kind === 'ok') !== toggled.has(one.answer.itemId)
  const chosen = new Set(judged.filter(isChosen).map(({ answer }) => answer))
  const answers = accepted(judged, chosen)
  const toggle = (id: string) => {
    const next = new Set(toggled)
    if (!next.delete(id)) next.add(id)
    setToggled(next)
  }
  const record = async () => {
    const count = answers.length === 1 ? '1 respuesta' : `${answers.length} respuestas`
    const failed = await run(`Se registraron ${count} de ${file.area}.`, () =>
      recordAnswers(deps, file.area, answers),
    )
    if (failed === null) setToggled(new Set())
  }
  return (
    <>
      <table className={classes.answers}>
        <caption className={classes.srOnly}>Respuestas de {file.area}</caption>
        <thead>
          <tr>
            <th scope="col">Registrar</th>
            <th scope="col">Respuesta</th>
            <th scope="col">Asunto</th>
            <th scope="col">Qué cambiaría</th>
          </tr>
        </thead>
        <tbody>
          {judged.map((one) => (
            <Row
              key={one.answer.itemId}
              judged={one}
              isChosen={chosen.has(one.answer)}
              onToggle={() => toggle(one.answer.itemId)}
            />
          ))}
        </tbody>
      </table>
      <Button disabled={answers.length === 0} onClick={() => void record()}>
        {answers.length === 1 ? 'Registrar 1 respuesta' : `Registrar ${answers.length} respuestas`}
      </Button>
    </>
  )
}
