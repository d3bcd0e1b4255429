import { Kbd as MantineKbd } from '@mantine/core'

/** A shortcut as printed beside its action; "Ctrl+Z" becomes two keys. */
export function Kbd({ keys }: { readonly keys: string }) {
  const parts = keys.split('+').filter((part) => part !== '')
  return (
    <span aria-hidden="true">
      {parts.map((part) => (
        <MantineKbd key={part} size="xs" mx={1}>
          {part}
        </MantineKbd>
      ))}
    </span>
  )
}
