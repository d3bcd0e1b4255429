import { useLiveQuery } from 'dexie-react-hooks'

/**
 * The result of a read, kept up to date while the rows it touched change, in this window or another.
 * Undefined while the first answer is on its way.
 */
export function useLive<T>(read: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  return useLiveQuery(read, [...deps])
}
