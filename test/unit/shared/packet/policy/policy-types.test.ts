import { describe, expect, it } from 'vitest'
import type { AttachmentRef, PlainFactBody, Point } from '../../../../../shared/domain/sessions'
import type { FieldsPolicy, KindsPolicy, PolicyOf } from '../../../../../shared/packet/policy/policy-type'
import type { RowOf } from '../../../../../shared/schema/row-schemas'
import type { TableName } from '../../../../../shared/schema/tables'

/** Whether something of type A may be given where B is asked for; wrong answers do not compile. */
type Fits<A, B> = [A] extends [B] ? true : false

type PointPolicy = FieldsPolicy<Point>
type FactsPolicy = KindsPolicy<PlainFactBody>['byKind']
type Tables = { readonly [T in TableName]: FieldsPolicy<RowOf<T>> }
type WithPhone = Point & { readonly phone: string }
type WithDeep = Omit<Point, 'attachments'> & {
  readonly attachments: readonly (AttachmentRef & { by: string })[]
}
type WithKind = PlainFactBody | { readonly kind: 'bell-rung'; readonly who: string }

describe('the policy', () => {
  it('does not compile while something has no decision', () => {
    const answers: {
      complete: Fits<PointPolicy, PolicyOf<Point>>
      missingField: Fits<PointPolicy, PolicyOf<WithPhone>>
      missingNestedField: Fits<PointPolicy, PolicyOf<WithDeep>>
      missingKind: Fits<FactsPolicy, KindsPolicy<WithKind>['byKind']>
      missingFieldOfAKind: Fits<
        Omit<FactsPolicy, 'speech'> & { speech: { reach: 'public'; fields: { text: 'public' } } },
        FactsPolicy
      >
      missingTable: Fits<Omit<Tables, 'packets'>, Tables>
      wholeObjectByOneWord: Fits<'public', PolicyOf<Point>>
      listOfTexts: Fits<'public', PolicyOf<readonly string[]>>
    } = {
      complete: true,
      missingField: false,
      missingNestedField: false,
      missingKind: false,
      missingFieldOfAKind: false,
      missingTable: false,
      wholeObjectByOneWord: false,
      listOfTexts: true,
    }
    expect(Object.values(answers).filter(Boolean)).toHaveLength(2)
  })
})
