import { Link } from 'wouter'
import type { Approval } from '../../../shared/domain/publications'
import classes from './entry/entry.module.css'

interface ApprovalLinkProps {
  readonly approval: Approval
  readonly children: string
}

/** Address of the sentence of the minuta that approves; null when the agreement is not recorded here. */
export function approvalPath({ sessionId, factId }: Approval): string | null {
  if (sessionId === null) return null
  return `/sesiones/${sessionId}/minuta${factId === null ? '' : `/${factId}`}`
}

/** Leads to the agreement in its minuta; plain text when it is not recorded here. */
export function ApprovalLink({ approval, children }: ApprovalLinkProps) {
  const path = approvalPath(approval)
  if (path === null) return <span>{children}</span>
  return (
    <Link href={path} className={classes.link ?? ''}>
      {children}
    </Link>
  )
}
