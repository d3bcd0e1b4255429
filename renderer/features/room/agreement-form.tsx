import { Textarea, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { nextAgreementNumber } from '../../../shared/domain/bodies'
import type { PointId } from '../../../shared/domain/sessions'
import { yearOf } from '../../../shared/lib/iso-date'
import { capitalize } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { listAgreementNumbers } from '../../data/agreements'
import { useBody } from '../../data/current-body'
import { useLive } from '../../data/use-live'
import { draftName, readDraft, useFormDraft } from './drafts'
import { closeForm, FormFrame } from './form-frame'
import { RestoredNote } from './restored-note'
import type { Room } from './use-room'

interface Fields {
  readonly number: string
  readonly text: string
}

/** Title of the point without the formula of the agenda: a first wording of the agreement. */
function firstWording(title: string): string {
  return capitalize(
    title.replace(
      /^Presentación y,? en su caso,? aprobación,? (del |de la |de los |de las |de )?(Proyecto de )?/i,
      '',
    ),
  )
}

interface FieldsProps {
  readonly room: Room
  readonly pointId: PointId
  /** Number that the pattern gives, empty when the body does not number its agreements. */
  readonly proposed: string
}

function AgreementFields({ room, pointId, proposed }: FieldsProps) {
  const point = room.state.plan.points.find((each) => each.id === pointId)
  const name = draftName('agreement', pointId)
  const form = useForm<Fields>({
    defaultValues: { number: proposed, text: firstWording(point?.title ?? ''), ...readDraft(name) },
  })
  const { register, handleSubmit, formState } = form
  const { wasRestored, forget } = useFormDraft(name, form)
  const submit = handleSubmit(async ({ number, text }) => {
    const done = await room.record({
      kind: 'agreement',
      pointId,
      number: number.trim() === '' ? null : number.trim(),
      text: text.trim(),
    })
    if (!done) return
    forget()
    closeForm(room)
  })
  return (
    <FormFrame room={room} label="Acuerdo" onSubmit={submit}>
      <RestoredNote shown={wasRestored} />
      <TextInput
        label="Número (opcional)"
        description={
          proposed === ''
            ? 'Este órgano no numera sus acuerdos.'
            : 'Propuesto por el patrón del órgano; puede dejarse vacío.'
        }
        inputWrapperOrder={['label', 'input', 'description']}
        autoFocus
        {...register('number')}
      />
      <Textarea
        label="Texto del acuerdo"
        autosize
        minRows={2}
        maxRows={8}
        error={formState.errors.text?.message}
        {...register('text', { validate: (text) => text.trim() !== '' || 'Falta el texto del acuerdo.' })}
      />
    </FormFrame>
  )
}

/** An agreement (resolution) adopted in the point, with its number when the body numbers them. */
export function AgreementForm({ room, pointId }: { readonly room: Room; readonly pointId: PointId }) {
  const body = useBody()
  const { store } = useDeps()
  const used = useLive(() => listAgreementNumbers(store, body.id), [store, body.id])
  if (!used) return null
  const year = yearOf(room.state.plan.session.date)
  const proposed =
    body.agreementPattern === null ? '' : nextAgreementNumber(body.agreementPattern, year, used)
  return <AgreementFields room={room} pointId={pointId} proposed={proposed} />
}
