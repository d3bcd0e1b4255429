import { useMemo } from 'react'
import type { Body } from '../../../../shared/domain/bodies'
import type { Membership, Person, Seat } from '../../../../shared/domain/people'
import {
  inAgendaOrder,
  inAttendanceOrder,
  type Phase,
  type PreparationNotice,
  preparationNotices,
  type SessionRecord,
} from '../../../../shared/domain/sessions'
import { type CommandDeps, useDeps } from '../../../commands/deps'
import { useBody } from '../../../data/current-body'
import { listMemberships, listPersons, listSeats } from '../../../data/repositories'
import { useLive } from '../../../data/use-live'
import { type RunEdit, useEdit } from '../use-edit'
import { useRecords } from '../use-records'

/** The directory of the body, for choosing who comes. */
export interface Directory {
  readonly seats: readonly Seat[]
  readonly persons: readonly Person[]
  readonly memberships: readonly Membership[]
}

/** Everything the parts of the preparation work with. */
export interface Preparation {
  readonly deps: CommandDeps
  readonly body: Body
  /** The session with agenda and attendance list in their order. */
  readonly record: SessionRecord
  readonly phase: Phase
  /** Every session of the body, this one included. */
  readonly records: readonly SessionRecord[]
  readonly directory: Directory
  readonly notices: readonly PreparationNotice[]
  readonly run: RunEdit
}

function inOrder({ plan, facts }: SessionRecord): SessionRecord {
  return {
    facts,
    plan: { ...plan, points: inAgendaOrder(plan.points), attendees: inAttendanceOrder(plan.attendees) },
  }
}

/** Gathers what the preparation shows; null until the first answers are there. */
export function usePreparation(record: SessionRecord, phase: Phase): Preparation | null {
  const deps = useDeps()
  const body = useBody()
  const run = useEdit()
  const { bodyId } = record.plan.session
  const records = useRecords(bodyId)
  const directory = useLive(async (): Promise<Directory> => {
    const [seats, persons, memberships] = await Promise.all([
      listSeats(deps.store, bodyId),
      listPersons(deps.store, bodyId),
      listMemberships(deps.store, bodyId),
    ])
    return { seats, persons, memberships }
  }, [deps.store, bodyId])
  return useMemo(() => {
    if (!records || !directory) return null
    const ordered = inOrder(record)
    const notices = preparationNotices(ordered.plan, records)
    return { deps, body, record: ordered, phase, records, directory, notices, run }
  }, [deps, body, record, phase, records, directory, run])
}
