import { Button } from '@mantine/core'
import {
  type Commemoration,
  type CommemorationDraft,
  type DateSpan,
  draftOfCommemoration,
  SCOPE_LABELS,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { capitalize } from '../../../../shared/lib/spanish'
import { useDeps } from '../../../commands/deps'
import { removeCommemoration } from '../../../commands/publications/edit-catalogue'
import { publishingFailureText } from '../../../commands/publications/failures'
import { formatDay } from '../../../ui/format'
import { useNotify } from '../../../ui/notify'
import { saveFailureText } from '../../../ui/save-failure'
import { useCalendarActions } from '../calendar-context'
import classes from './catalogue.module.css'
import { isRetired } from './date-states'
import { useSaveDate } from './use-save-date'

interface DateRowProps {
  readonly date: Commemoration
  readonly rule: string
  readonly next: DateSpan | null
  readonly today: IsoDate
}

function StateWords({ date, today }: Pick<DateRowProps, 'date' | 'today'>) {
  const retired = isRetired(date, today)
  return (
    <>
      <span className={retired ? classes.quiet : classes.good}>
        <span aria-hidden="true">{retired ? '✕' : '●'}</span> {retired ? 'retirada' : 'vigente'}
      </span>
      {date.suggested && (
        <span className={classes.suggested}>
          <span aria-hidden="true">◌</span> sugerida
        </span>
      )}
    </>
  )
}

function useRowEdits({ date, today }: Pick<DateRowProps, 'date' | 'today'>) {
  const deps = useDeps()
  const { run } = useCalendarActions()
  const saveDate = useSaveDate(date.bodyId)
  const notify = useNotify()
  const change = async (done: string, draft: Partial<CommemorationDraft>) => {
    const saved = await run(done, () => saveDate(date.id, { ...draftOfCommemoration(date), ...draft }))
    // What a form would say beside its fields; here there is none.
    if (saved.ok || saved.error.kind !== 'commemoration') return
    const why = publishingFailureText(saved.error, () => saveFailureText('el catálogo'))
    notify({ kind: 'error', text: `«${date.name}»: ${why} Ábrala para corregirla.` })
  }
  return {
    retire: () =>
      void change(`Se retiró «${date.name}»; sus años pasados se conservan.`, { validUntil: today }),
    restore: () => void change(`«${date.name}» vuelve a estar vigente.`, { validUntil: '' }),
    confirm: () => void change(`«${date.name}» quedó confirmada.`, { suggested: false }),
    remove: () =>
      void run(`Se quitó «${date.name}» del catálogo.`, () =>
        removeCommemoration(deps, date.bodyId, date.id),
      ),
  }
}

/** A date of the catalogue with what can be done with it. */
export function DateRow({ date, rule, next, today }: DateRowProps) {
  const { editDate } = useCalendarActions()
  const edits = useRowEdits({ date, today })
  const action = (word: string, onClick: () => void) => (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={`${word}: ${date.name}`}
      onClick={onClick}
    >
      {word}
    </Button>
  )
  return (
    <tr>
      <td>
        <button type="button" className={classes.link} onClick={() => editDate(date.id)}>
          {date.name}
        </button>
        {date.basis !== '' && <span className={classes.basis}>{date.basis}</span>}
      </td>
      <td>{capitalize(rule)}</td>
      <td className={classes.nowrap}>{next ? formatDay(next.from) : 'ninguna'}</td>
      <td className={classes.scope}>{SCOPE_LABELS[date.scope]}</td>
      <td>
        <StateWords date={date} today={today} />
      </td>
      <td className={classes.actions}>
        {date.suggested && action('Confirmar', edits.confirm)}
        {isRetired(date, today) ? action('Reactivar', edits.restore) : action('Retirar', edits.retire)}
        {action('Quitar', edits.remove)}
      </td>
    </tr>
  )
}
