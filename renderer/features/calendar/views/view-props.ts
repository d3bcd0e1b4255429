import type { PublicationId } from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import type { Marks } from '../layers'
import type { Plan } from '../use-plan'

/** What every view of the plan is given. */
export interface ViewProps {
  readonly plan: Plan
  /** The day the keys are at. */
  readonly day: IsoDate
  readonly marks: Marks
  readonly openId: PublicationId | null
}
