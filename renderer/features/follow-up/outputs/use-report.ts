import { useMemo, useState } from 'react'
import { buildFollowUpReport, type DocTree } from '../../../../shared/documents'
import {
  endOfPeriod,
  type FollowUpReport,
  followUpReport,
  type PeriodEnd,
  type ReportCounts,
  reportCounts,
  usualPeriod,
} from '../../../../shared/domain/follow-up'
import type { Session } from '../../../../shared/domain/sessions'
import { type IsoDate, isIsoDate, isoDate } from '../../../../shared/lib/iso-date'
import { useBody } from '../../../data/current-body'
import type { FollowUp } from '../../../data/follow-up-book'

/** The report on screen and what decides it. */
export interface ReportControl {
  /** The session that receives it; null between sessions, until today. */
  readonly session: Session | null
  readonly chooseSession: (id: string) => void
  readonly from: PeriodEnd
  /** First day as typed; empty for the one that the sessions give. */
  readonly typedFrom: string
  readonly typeFrom: (text: string) => void
  /** What is wrong with the typed day, or null. */
  readonly fromProblem: string | null
  readonly report: FollowUpReport
  readonly counts: ReportCounts
  readonly tree: DocTree
}

function typedProblem(typed: string, until: IsoDate): string | null {
  if (typed === '') return null
  if (!isIsoDate(typed)) return 'La fecha no existe o está incompleta.'
  return typed > until ? 'El periodo empieza después de que termina.' : null
}

/** The session that most likely receives the report: the next one, or else the last one. */
function likelySession(followUp: FollowUp): string {
  const { today } = followUp.context
  const coming = followUp.sessions.filter(({ date }) => date >= today).at(-1)
  return (coming ?? followUp.sessions[0])?.id ?? ''
}

/** Builds the report of the chosen session and period from what is stored, again whenever that changes. */
export function useReport(followUp: FollowUp, asked: string | undefined): ReportControl {
  const body = useBody()
  const [sessionId, setSessionId] = useState(() => asked ?? likelySession(followUp))
  const [typedFrom, typeFrom] = useState('')
  const session = followUp.sessions.find(({ id }) => id === sessionId) ?? null
  const { today } = followUp.context
  const until = session?.date ?? today
  const fromProblem = typedProblem(typedFrom, until)
  const made = useMemo(() => {
    const items = followUp.records.map(({ item }) => item)
    const usual = usualPeriod(session, until, followUp.sessions, items)
    const isTyped = typedFrom !== '' && fromProblem === null && typedFrom !== usual.from.date
    const typed = isTyped ? followUp.sessions.find(({ date }) => date === typedFrom) : undefined
    const from = !isTyped
      ? usual.from
      : typed
        ? endOfPeriod(typed)
        : { date: isoDate(typedFrom), sessionId: null }
    const period = { ...usual, from }
    const report = followUpReport(followUp.records, period, followUp.context)
    const tree = buildFollowUpReport({ body, report, session, generatedOn: today })
    return { from, report, counts: reportCounts(report), tree }
  }, [followUp, until, session, typedFrom, fromProblem, body, today])
  return { session, chooseSession: setSessionId, typedFrom, typeFrom, fromProblem, ...made }
}
