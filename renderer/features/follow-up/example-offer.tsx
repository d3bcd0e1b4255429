import { Button } from '@mantine/core'
import { useDeps } from '../../commands/deps'
import { addExampleItems, lacksExampleItems } from '../../commands/examples/add-example-items'
import { useBody } from '../../data/current-body'
import { useLive } from '../../data/use-live'
import { useFollowUpActions } from './actions-context'

/** Offers the items of the example where it was opened before there was a follow-up. */
export function ExampleOffer() {
  const deps = useDeps()
  const body = useBody()
  const { run } = useFollowUpActions()
  const isOffered = useLive(() => lacksExampleItems(deps, body.id), [deps, body.id]) === true
  if (!isOffered) return null
  return (
    <Button
      variant="default"
      onClick={() => void run('Se cargaron los acuerdos del ejemplo.', () => addExampleItems(deps, body.id))}
    >
      Cargar los acuerdos del ejemplo
    </Button>
  )
}
