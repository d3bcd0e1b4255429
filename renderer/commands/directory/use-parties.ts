import { useMemo } from 'react'
import { PartyFinder } from '../../../shared/domain/follow-up'
import { useBody } from '../../data/current-body'
import { listPersons, listSeats } from '../../data/repositories'
import { useLive } from '../../data/use-live'
import { useDeps } from '../deps'

/** Áreas and people of the directory, to name those responsible. */
export function useParties() {
  const { store } = useDeps()
  const { id } = useBody()
  const seats = useLive(() => listSeats(store, id), [store, id])
  const persons = useLive(() => listPersons(store, id), [store, id])
  return useMemo(() => {
    const names = [
      ...(seats ?? []).map(({ acronym, name }) => acronym || name),
      ...(persons ?? []).map(({ fullName }) => fullName),
    ]
    return {
      names: [...new Set(names)].filter((name) => name !== ''),
      finder: new PartyFinder({ seats: seats ?? [], persons: persons ?? [] }),
    }
  }, [seats, persons])
}
