import { Text } from '@mantine/core'
import classes from './room.module.css'

/** Says plainly that what the form shows is not saved yet. */
export function RestoredNote({ shown }: { readonly shown: boolean }) {
  if (!shown) return null
  return (
    <Text size="xs" role="status" className={classes.info}>
      Se recuperó lo que estaba a medio escribir; todavía no está guardado.
    </Text>
  )
}
