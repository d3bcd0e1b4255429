import type { ImportPlan, ImportUnit } from './import-plan'
import type { UnitState } from './units'

/**
 * What is done with a unit. `take`: it becomes as in the packet, whole. `keep`: it stays as it is, and it is
 * remembered that the packet's side was seen, so that nobody asks again. `leave`: nothing is done, and the
 * next packet asks again.
 */
export type Choice = 'take' | 'keep' | 'leave'

/** What can be chosen for a unit of each state; the first is done unless somebody chooses. */
export const CHOICES: Readonly<Record<UnitState, readonly [Choice, ...Choice[]]>> = {
  new: ['take', 'leave'],
  changed: ['take', 'leave'],
  deleted: ['take', 'leave'],
  conflict: ['leave', 'take', 'keep'],
  identical: ['leave'],
  older: ['leave'],
}

/** Choices by unit id; a unit that is not there goes as `CHOICES` says. */
export type Choices = Readonly<Record<string, Choice>>

/** The choices of a plan once each has brought what it needs. */
export interface Settled {
  readonly settled: ReadonlyMap<string, Choice>
  /** Units that are taken only because another one names them. */
  readonly brought: ReadonlySet<string>
  /**
   * Units that were to be taken and are left, with the titles of those for whose sake: a membership whose person was
   * deleted here and changed there waits until that is decided; a person whom a membership of here still
   * names is not deleted.
   */
  readonly held: ReadonlyMap<string, readonly string[]>
}

function allowed(unit: ImportUnit, choice: Choice | undefined): Choice {
  const choices = CHOICES[unit.state]
  return choice !== undefined && choices.includes(choice) ? choice : choices[0]
}

/** Whether a unit would be gone once taken. */
function goes({ pairs, id }: ImportUnit): boolean {
  return pairs.some((pair) => id.endsWith(`:${pair.key}`) && pair.incoming === null)
}

class Settling {
  readonly settled = new Map<string, Choice>()
  readonly brought = new Set<string>()
  readonly held = new Map<string, readonly string[]>()
  readonly #byId: ReadonlyMap<string, ImportUnit>

  constructor(units: readonly ImportUnit[], choices: Choices) {
    this.#byId = new Map(units.map((unit) => [unit.id, unit]))
    for (const unit of units) this.settled.set(unit.id, allowed(unit, choices[unit.id]))
  }

  #taken(): ImportUnit[] {
    return [...this.#byId.values()].filter(({ id }) => this.settled.get(id) === 'take')
  }

  bring(): void {
    const queue = this.#taken()
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
      for (const id of unit.needs) {
        const needed = this.#byId.get(id)
        // A conflict is never decided by what names it.
        if (needed?.state !== 'new' || this.settled.get(id) === 'take') continue
        this.settled.set(id, 'take')
        this.brought.add(id)
        queue.push(needed)
      }
    }
  }

  #hold(unit: ImportUnit, because: readonly string[]): void {
    if (because.length === 0) return
    this.settled.set(unit.id, 'leave')
    this.held.set(unit.id, because)
  }

  hold(): void {
    for (const unit of this.#taken()) {
      if (unit.kind !== 'membership' || goes(unit)) continue
      const missing = unit.needs.filter((id) => this.settled.get(id) !== 'take')
      this.#hold(
        unit,
        missing.map((id) => this.#byId.get(id)?.title ?? ''),
      )
    }
    for (const unit of this.#taken()) {
      if (!goes(unit)) continue
      const naming = unit.namedHere.filter(({ id }) => !this.#leaves(id))
      this.#hold(
        unit,
        naming.map(({ title }) => title),
      )
    }
  }

  /** Whether what names a unit here will name it no longer. */
  #leaves(id: string): boolean {
    const unit = this.#byId.get(id)
    return unit !== undefined && this.settled.get(id) === 'take' && goes(unit)
  }
}

/**
 * The choice of every unit once those that are taken have brought what is new and they name, and those that
 * cannot be taken without leaving a membership without its seat or its person are held back.
 */
export function settleChoices(plan: Pick<ImportPlan, 'units'>, choices: Choices): Settled {
  const settling = new Settling(plan.units, choices)
  settling.bring()
  settling.hold()
  return settling
}
