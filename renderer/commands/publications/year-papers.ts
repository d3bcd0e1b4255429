import type { PosterPaper } from '../../../shared/documents'
import type { Body } from '../../../shared/domain/bodies'
import type { Result } from '../../../shared/lib/result'
import { utf8 } from '../../../shared/outputs'
import { type YearContent, yearCalendar, yearPoster } from '../../../shared/publishing'
import { listClosedDays } from '../../data/follow-up'
import { listPlan } from '../../data/publications'
import type { SavedFile, SaveFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'
import { todayOf } from '../follow-up/edit-follow-up'

/** Writes the plan of a year as a calendar file. */
export async function saveYearCalendar(
  deps: CommandDeps,
  body: Body,
  year: number,
  content: YearContent,
): Promise<Result<SavedFile, SaveFailure>> {
  const plan = await listPlan(deps.store, body.id, year)
  const text = yearCalendar(year, plan, content, deps.effects.now())
  const name = `Fechas conmemorativas ${year}`
  return deps.desktop.documents.saveFile({ kind: 'ics', name, bytes: utf8(text) })
}

/** Writes the poster of a year as PDF, made for a sheet. */
export async function saveYearPoster(
  deps: CommandDeps,
  body: Body,
  year: number,
  content: YearContent,
  paper: PosterPaper,
): Promise<Result<SavedFile, SaveFailure>> {
  const [publications, closedDays] = await Promise.all([
    listPlan(deps.store, body.id, year),
    listClosedDays(deps.store, body.id),
  ])
  const madeOn = todayOf(deps, body)
  const suggestedName = `Cartel de fechas conmemorativas ${year}`
  const tree = yearPoster({ year, body, publications, closedDays, content, paper, madeOn })
  return deps.desktop.documents.savePdf({ suggestedName, tree })
}
