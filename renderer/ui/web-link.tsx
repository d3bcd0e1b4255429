import classes from './web-link.module.css'

interface WebLinkProps {
  readonly href: string
  /** What it is called when the address alone says too little. */
  readonly label?: string
}

/** Letters of an address that are drawn; the rest is in its title. */
const SHOWN = 64

function shownAddress(href: string): string {
  const plain = href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain
}

/**
 * An address of the internet. One that is https opens in the user's browser after she says so; any other
 * is text to copy, because the main process opens no other.
 */
export function WebLink({ href, label }: WebLinkProps) {
  const text = label ?? shownAddress(href)
  if (!href.startsWith('https://')) {
    return (
      <span className={classes.address} title="Solo se abren direcciones https; esta se puede copiar">
        {href}
      </span>
    )
  }
  return (
    <a className={classes.link} href={href} target="_blank" rel="noreferrer" title={href}>
      {text}
      <span aria-hidden="true">{'\u00a0↗'}</span>
    </a>
  )
}
