import type { Audience } from '../../domain/packets'

/**
 * How far a piece of data may go. Each reach includes those after it: `public` goes to anybody; `named`
 * to anybody only when whoever makes the packet chose to name the votes, and else to members; `members`
 * to the members of the body; `backup` only to one's own other laptop; `never` stays in this database.
 */
export type Reach = 'public' | 'named' | 'members' | 'backup' | 'never'

/** What whoever makes a packet chooses besides its audience. */
export interface PolicyOptions {
  /** Whether a public packet says who voted what; false shows totals. */
  readonly namedVotes: boolean
}

/** Totals, not names: what a packet does unless it is asked otherwise. */
export const DEFAULT_OPTIONS: PolicyOptions = { namedVotes: false }

type Leaf = string | number | boolean | null | undefined
type Held<T> = T extends readonly (infer E)[] ? E : T
type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never

/** A decision for every field of an object. */
export type FieldsPolicy<T> = { readonly [K in keyof T]-?: PolicyOf<T[K]> }

/** A decision for every kind of a union, and for every field of each. */
export interface KindsPolicy<T extends { readonly kind: string }> {
  readonly byKind: {
    readonly [K in T['kind']]: {
      readonly reach: Reach
      readonly fields: FieldsPolicy<Omit<Extract<T, { readonly kind: K }>, 'kind'>>
    }
  }
}

type Decide<T> = [T] extends [Leaf]
  ? Reach
  : true extends IsUnion<T>
    ? [T] extends [{ readonly kind: string }]
      ? KindsPolicy<T>
      : never
    : string extends keyof T
      ? Reach
      : FieldsPolicy<T>

/**
 * The shape of the decisions about a type, down to its last field. A list is decided as what it holds; a
 * map from names that nobody knows beforehand is decided whole. Something new in the type is missing in
 * the decisions, and does not compile.
 */
export type PolicyOf<T> = Decide<Held<NonNullable<T>>>

/** Decisions as the filter walks them, whatever type they are about. */
export type AnyPolicy = Reach | { readonly byKind: AnyKinds } | { readonly [field: string]: AnyPolicy }
/** Decisions by kind as the filter walks them. */
export type AnyKinds = {
  readonly [kind: string]: { readonly reach: Reach; readonly fields: { readonly [f: string]: AnyPolicy } }
}

/** Whether something of a reach goes to an audience. */
export function reaches(reach: Reach, audience: Audience, options: PolicyOptions): boolean {
  switch (reach) {
    case 'public':
      return true
    case 'named':
      return audience !== 'public' || options.namedVotes
    case 'members':
      return audience !== 'public'
    case 'backup':
      return audience === 'backup'
    case 'never':
      return false
  }
}
