import { useEffect, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import type { PointId } from '../../../shared/domain/sessions'
import { readPreference, writePreference } from '../../commands/local-preferences'

const draftSchema = z.record(z.string(), z.string())
type Draft = z.infer<typeof draftSchema>

/** Name under which what is half typed in a form of a point is kept. */
export function draftName(kind: 'speech' | 'agreement' | 'commitment', pointId: PointId): string {
  return `draft.${kind}.${pointId}`
}

/** What was half typed when the form was left or the app went away; null when there is nothing. */
export function readDraft(name: string): Draft | null {
  const kept = readPreference(name)
  if (kept === null) return null
  try {
    const parsed = draftSchema.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Keeps what is half typed; null forgets it. */
export function keepDraft(name: string, draft: Draft | null): void {
  writePreference(name, draft === null ? null : JSON.stringify(draft))
}

/** Keeps what is typed in a form until it is recorded; tells whether it began with something kept. */
export function useFormDraft<T extends FieldValues & Readonly<Record<keyof T, string>>>(
  name: string,
  { watch }: Pick<UseFormReturn<T>, 'watch'>,
): { readonly wasRestored: boolean; readonly forget: () => void } {
  const [wasRestored] = useState(() => readDraft(name) !== null)
  useEffect(() => {
    const subscription = watch((values) => keepDraft(name, draftSchema.parse(values)))
    return () => subscription.unsubscribe()
  }, [watch, name])
  return { wasRestored, forget: () => keepDraft(name, null) }
}
