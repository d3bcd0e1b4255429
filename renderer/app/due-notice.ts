import { useEffect, useMemo } from 'react'
import { dueNotice, type DueNotice as Notice, publicationNotice } from '../../shared/outputs'
import { useDeps } from '../commands/deps'
import { useBodyFollowUp } from '../commands/follow-up/use-body-follow-up'
import { readPreference, writePreference } from '../commands/local-preferences'
import { useReminders } from '../commands/publications/use-reminders'
import { useBody } from '../data/current-body'
import type { DesktopNotice } from '../platform/desktop'

/** Tells a notice once a day; `name` is where this computer remembers that it did. */
function useOnceADay(
  name: string,
  notice: Notice | null | undefined,
  opens: DesktopNotice['opens'],
  today: string | undefined,
): void {
  const { desktop } = useDeps()
  const body = useBody()
  useEffect(() => {
    if (!notice || today === undefined) return
    const key = `${name}.aviso.${body.id}`
    if (readPreference(key) === today) return
    writePreference(key, today)
    void desktop.app.notify({ ...notice, opens })
  }, [desktop, body.id, name, notice, opens, today])
}

/** Tells once a day, through the desktop, what is overdue or due soon, and what is to be published. Draws nothing. */
export function DueNotice(): null {
  const followUp = useBodyFollowUp()
  const reminders = useReminders()
  const today = followUp?.context.today
  const due = useMemo(() => followUp && dueNotice(followUp.records), [followUp])
  useOnceADay('seguimiento', due, 'open-follow-up', today)
  useOnceADay('calendario', reminders && publicationNotice(reminders), 'open-calendar', today)
  return null
}
