import { useEffect } from 'react'
import { dueNotice } from '../../shared/outputs'
import { useDeps } from '../commands/deps'
import { useBodyFollowUp } from '../commands/follow-up/use-body-follow-up'
import { readPreference, writePreference } from '../commands/local-preferences'
import { useBody } from '../data/current-body'

/** Tells once a day, through the desktop, what is overdue or due soon. Draws nothing. */
export function DueNotice(): null {
  const { desktop } = useDeps()
  const body = useBody()
  const followUp = useBodyFollowUp()
  useEffect(() => {
    const notice = followUp && dueNotice(followUp.records)
    if (!notice) return
    const key = `seguimiento.aviso.${body.id}`
    if (readPreference(key) === followUp.context.today) return
    writePreference(key, followUp.context.today)
    void desktop.app.notify(notice)
  }, [desktop, body.id, followUp])
  return null
}
