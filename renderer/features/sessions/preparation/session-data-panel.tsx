import { Button, Group, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useLocation } from 'wouter'
import {
  draftOfSession,
  nextOrdinal,
  type Session,
  type SessionDraft,
  sessionTypeSchema,
} from '../../../../shared/domain/sessions'
import { isIsoDate, isoDateSchema, yearOf } from '../../../../shared/lib/iso-date'
import { deleteSession } from '../../../commands/sessions/delete-session'
import { updateSession } from '../../../commands/sessions/update-session'
import { SessionFields } from '../session-fields'
import { sessionResolver, withUnreadable } from '../session-form'
import classes from './preparation.module.css'
import type { Preparation } from './use-preparation'

const SESSION_FIELDS = ['type', 'ordinal', 'date', 'time', 'place', 'modality'] as const

function useOthers({ records, record }: Preparation): readonly Session[] {
  return records.map(({ plan }) => plan.session).filter((session) => session.id !== record.plan.session.id)
}

/**
 * The form follows what is stored, also when it changes by other means (undo). Only fields that changed
 * there are written, so that one still being typed is left alone.
 */
function useStoredValues(form: UseFormReturn<SessionDraft>, stored: SessionDraft): void {
  const seen = useRef(stored)
  const { setValue } = form
  useEffect(() => {
    for (const field of SESSION_FIELDS) {
      if (seen.current[field] !== stored[field]) setValue(field, stored[field])
    }
    seen.current = stored
  })
}

function useSessionForm(preparation: Preparation) {
  const { session } = preparation.record.plan
  const others = useOthers(preparation)
  const element = useRef<HTMLFormElement>(null)
  const form = useForm<SessionDraft>({
    defaultValues: draftOfSession(session),
    resolver: sessionResolver(others, element),
    mode: 'onBlur',
    shouldFocusError: false,
  })
  useStoredValues(form, draftOfSession(session))
  const save = form.handleSubmit(async (values) => {
    const draft = withUnreadable(values, element.current)
    await preparation.run(
      { what: 'los datos de la sesión', done: 'Se cambiaron los datos de la sesión.' },
      () => updateSession(preparation.deps, session.id, draft),
    )
  })
  /** A session that changes type is numbered again within the new one. */
  const renumber = () => {
    const { type, date } = form.getValues()
    const parsed = sessionTypeSchema.safeParse(type)
    if (!parsed.success || parsed.data === session.type || !isIsoDate(date)) return
    form.setValue('ordinal', String(nextOrdinal(others, parsed.data, yearOf(isoDateSchema.parse(date)))))
  }
  return { form, element, save, renumber }
}

/** Controls that are chosen in one go; the others are stored on leaving them. */
function isChoice(control: HTMLElement): boolean {
  return control.matches('select, input[type="radio"]')
}

function DeleteSession({ preparation }: { readonly preparation: Preparation }) {
  const { deps, record, run } = preparation
  const [, navigate] = useLocation()
  const remove = async () => {
    const removed = await run({ what: 'eliminar la sesión', done: 'Se eliminó la sesión.' }, () =>
      deleteSession(deps, record.plan.session.id),
    )
    if (removed) navigate('/sesiones')
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" color="gray" aria-label="Más acciones de la sesión">
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={remove} disabled={record.facts.length > 0}>
          Eliminar la sesión
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What kind of session, when and where: stored field by field on leaving it. */
export function SessionDataPanel({ preparation }: { readonly preparation: Preparation }) {
  const { form, element, save, renumber } = useSessionForm(preparation)
  return (
    <section className={classes.block} aria-labelledby="data-title">
      <Group justify="space-between" align="baseline">
        <h2 id="data-title" className={classes.heading}>
          Datos de la sesión
        </h2>
        <DeleteSession preparation={preparation} />
      </Group>
      <form
        ref={element}
        noValidate
        onSubmit={save}
        onBlur={() => save()}
        onChange={({ target }) => target instanceof HTMLElement && isChoice(target) && save()}
      >
        <SessionFields form={form} size="xs" onIdentityChange={renumber} />
      </form>
    </section>
  )
}
