import { useState } from 'react'
import type { Publication, PublicationImage } from '../../../../shared/domain/publications'
import { useDeps } from '../../../commands/deps'
import { addImages, refusedImagesText, rememberWords } from '../../../commands/publications/images/add-images'
import { useNotify } from '../../../ui/notify'

/** Checking and keeping images; each file that is refused is told with what to do. */
export function useAddImages(publications: readonly Publication[]) {
  const deps = useDeps()
  const notify = useNotify()
  const [busy, setBusy] = useState(0)
  const add = async (files: readonly File[]): Promise<readonly PublicationImage[]> => {
    if (files.length === 0) return []
    setBusy(files.length)
    const { images, refused } = await addImages(deps, files, undefined, setBusy).finally(() => setBusy(0))
    if (refused.length > 0) notify({ kind: 'error', text: refusedImagesText(refused) })
    return images.map((image) => rememberWords(image, publications))
  }
  return { busy, add }
}
