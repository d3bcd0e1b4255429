import { useCallback, useMemo, useState } from 'react'
import {
  type AnswerFile,
  type JudgedAnswer,
  judgeAnswers,
  MAX_ANSWER_TEXT,
  readAnswers,
} from '../../../../shared/outputs'
import { useBody } from '../../../data/current-body'
import type { FollowUp } from '../../../data/follow-up-book'

/** Something returned by an área: its answers judged against the items as they stand, or why it has none. */
export type Received = { readonly key: string; readonly name: string } & (
  | { readonly kind: 'answers'; readonly file: AnswerFile; readonly judged: readonly JudgedAnswer[] }
  | { readonly kind: 'unreadable'; readonly message: string }
)

interface Opened {
  readonly key: string
  readonly name: string
  readonly text: string
}

/** Bytes of the longest text that is read; every character may take four. */
const MAX_BYTES = MAX_ANSWER_TEXT * 4

function read(
  { key, name, text }: Opened,
  bodyId: Parameters<typeof judgeAnswers>[1],
  followUp: FollowUp,
): Received {
  const answers = readAnswers(text)
  if (!answers.ok) return { key, name, kind: 'unreadable', message: answers.error.message }
  const file = answers.value
  return {
    key,
    name,
    kind: 'answers',
    file,
    judged: judgeAnswers(file, bodyId, followUp.byId, followUp.context.today),
  }
}

/** What was opened, dropped or pasted and is still on screen; nothing is recorded by it. */
export function useReceived(followUp: FollowUp) {
  const body = useBody()
  const [opened, setOpened] = useState<readonly Opened[]>([])
  const add = useCallback((name: string, text: string) => {
    setOpened((before) => [{ key: `${before.length}-${name}`, name, text }, ...before])
  }, [])
  const addFiles = useCallback(
    async (files: readonly File[]) => {
      for (const file of files)
        add(file.name, file.size > MAX_BYTES ? 'x'.repeat(MAX_ANSWER_TEXT + 1) : await file.text())
    },
    [add],
  )
  const dismiss = useCallback((key: string) => {
    setOpened((before) => before.filter((one) => one.key !== key))
  }, [])
  const received = useMemo(
    () => opened.map((one) => read(one, body.id, followUp)),
    [opened, body.id, followUp],
  )
  return { received, add, addFiles, dismiss }
}
