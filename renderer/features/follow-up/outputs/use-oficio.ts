import { useMemo } from 'react'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { type AreaBatch, oficioAddressee, oficioSigner } from '../../../../shared/outputs'
import { useDeps } from '../../../commands/deps'
import type { OficioParts } from '../../../commands/outputs/area-files'
import { useBody } from '../../../data/current-body'
import { listMemberships, listPersons, listSeats } from '../../../data/repositories'
import { useLive } from '../../../data/use-live'

/** Who gets and who signs the oficio of an área, as the directory stands today. */
export type OficioOf = (batch: AreaBatch) => OficioParts

/** Undefined while the directory is read. */
export function useOficioOf(today: IsoDate): OficioOf | undefined {
  const { store } = useDeps()
  const body = useBody()
  const directory = useLive(async () => {
    const [seats, persons, memberships] = await Promise.all([
      listSeats(store, body.id),
      listPersons(store, body.id),
      listMemberships(store, body.id),
    ])
    return { seats, persons, memberships }
  }, [store, body.id])
  return useMemo(() => {
    if (!directory) return undefined
    const signer = oficioSigner(directory, today)
    return (batch) => ({
      addressee: oficioAddressee(directory, batch, today),
      signer,
      number: '',
      replyBy: null,
    })
  }, [directory, today])
}
