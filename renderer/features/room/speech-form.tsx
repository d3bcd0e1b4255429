import { Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '../../../shared/documents'
import { type Gender, genderSchema } from '../../../shared/domain/bodies'
import {
  ACT_WORDS,
  type PointId,
  type SessionPlan,
  type Speaker,
  type SpeechAct,
  speechActSchema,
} from '../../../shared/domain/sessions'
import { useBody } from '../../data/current-body'
import { draftName, keepDraft, readDraft } from './drafts'
import { closeForm, FormFrame } from './form-frame'
import { RestoredNote } from './restored-note'
import classes from './room.module.css'
import { matchingSpeakers, matchSpeaker, type SpeakerMatch } from './speaker-match'
import type { Room } from './use-room'

interface Draft {
  readonly who: string
  readonly act: SpeechAct
  readonly text: string
  readonly honorific: string
  readonly gender: Gender
  readonly charge: string
}

const EMPTY: Draft = { who: '', act: 'informs', text: '', honorific: '', gender: 'f', charge: '' }

const ACTS = speechActSchema.options.map((act) => ({ value: act, label: ACT_WORDS[act] }))

function restoredDraft(name: string): Draft | null {
  const kept = readDraft(name)
  if (kept === null) return null
  const act = speechActSchema.safeParse(kept.act)
  const gender = genderSchema.safeParse(kept.gender)
  return {
    ...EMPTY,
    ...kept,
    act: act.success ? act.data : EMPTY.act,
    gender: gender.success ? gender.data : EMPTY.gender,
  }
}

/** What was half typed when the app went away is there again, plainly marked as not saved. */
function useDraft(name: string) {
  const [restored] = useState(() => restoredDraft(name))
  const [draft, setDraft] = useState<Draft>(restored ?? EMPTY)
  const change = (patch: Partial<Draft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    keepDraft(name, next.text.trim() === '' ? null : { ...next })
  }
  return { draft, change, wasRestored: restored !== null, forget: () => keepDraft(name, null) }
}

function speakerOf(match: SpeakerMatch, draft: Draft): Speaker | null {
  switch (match.kind) {
    case 'nobody':
      return null
    case 'attendee':
      return { kind: 'attendee', attendeeId: match.attendee.id }
    case 'outsider':
      return {
        kind: 'outsider',
        fullName: match.name,
        honorificLong: draft.honorific.trim(),
        gender: draft.gender,
        charge: draft.charge.trim(),
      }
  }
}

interface FieldsProps {
  readonly draft: Draft
  readonly change: (patch: Partial<Draft>) => void
}

/** A speaker who is not in the list needs how to be called in the minuta. */
function OutsiderFields({ draft, change }: FieldsProps) {
  return (
    <div className={classes.outsider}>
      <Text size="xs" role="status">
        No está en la lista de asistencia: se registrará con este nombre y se avisará en la minuta.
      </Text>
      <Group gap="xs" grow>
        <TextInput
          size="xs"
          label="Tratamiento"
          placeholder="licenciada"
          value={draft.honorific}
          onChange={(event) => change({ honorific: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label="Género"
          value={draft.gender}
          onChange={(event) => change({ gender: event.currentTarget.value === 'm' ? 'm' : 'f' })}
          data={[
            { value: 'f', label: 'femenino' },
            { value: 'm', label: 'masculino' },
          ]}
        />
        <TextInput
          size="xs"
          label="Cargo"
          placeholder="Subdirectora de …"
          value={draft.charge}
          onChange={(event) => change({ charge: event.currentTarget.value })}
        />
      </Group>
    </div>
  )
}

function matchText(match: SpeakerMatch, others: number): string {
  switch (match.kind) {
    case 'nobody':
      return 'Vacío: texto sin orador.'
    case 'attendee':
      return `${match.attendee.fullName}${others > 0 ? ` (y ${others} más)` : ''}`
    case 'outsider':
      return 'No está en la lista.'
  }
}

interface SpeakerFieldsProps extends FieldsProps {
  readonly plan: SessionPlan
  readonly match: SpeakerMatch
}

/** Who speaks and what she does. */
function SpeakerFields({ plan, draft, change, match }: SpeakerFieldsProps) {
  const others = matchingSpeakers(plan, draft.who).length - 1
  return (
    <div className={classes.speechRow}>
      <TextInput
        className={classes.grow ?? ''}
        label="Quién"
        description={matchText(match, others)}
        inputWrapperOrder={['label', 'input', 'description']}
        autoFocus
        autoComplete="off"
        placeholder="iniciales, área o nombre"
        value={draft.who}
        onChange={(event) => change({ who: event.currentTarget.value })}
      />
      <NativeSelect
        label="Qué hace"
        value={match.kind === 'nobody' ? 'narrates' : draft.act}
        onChange={(event) => change({ act: speechActSchema.parse(event.currentTarget.value) })}
        data={ACTS}
      />
    </div>
  )
}

/** The sentence as the minuta will say it, while it is being typed. */
function Preview({
  room,
  draft,
  match,
}: {
  readonly room: Room
  readonly draft: Draft
  readonly match: SpeakerMatch
}) {
  const body = useBody()
  const text = draft.text.trim()
  const act = match.kind === 'nobody' ? 'narrates' : draft.act
  const preview =
    text === '' ? '' : sentenceOf({ speaker: speakerOf(match, draft), act, text }, room.state.plan, body)
  return (
    <Text size="sm" c="var(--q-muted)" className={classes.preview} aria-label="Así quedará en la minuta">
      {preview === '' ? 'Así quedará en la minuta: escriba lo que dice.' : `Así quedará: ${preview}`}
    </Text>
  )
}

/** An intervention: who, what she does, what she says. */
export function SpeechForm({ room, pointId }: { readonly room: Room; readonly pointId: PointId }) {
  const { plan } = room.state
  const { draft, change, wasRestored, forget } = useDraft(draftName('speech', pointId))
  const [problem, setProblem] = useState<string | null>(null)
  const match = matchSpeaker(plan, draft.who)
  const submit = async () => {
    if (draft.text.trim() === '') {
      setProblem('Falta escribir qué dice. No se registró nada.')
      return
    }
    const act = match.kind === 'nobody' ? 'narrates' : draft.act
    const speaker = speakerOf(match, draft)
    if (await room.record({ kind: 'speech', pointId, speaker, act, text: draft.text.trim() })) {
      forget()
      closeForm(room)
    }
  }
  return (
    <FormFrame room={room} label="Intervención" onSubmit={submit}>
      <RestoredNote shown={wasRestored} />
      <SpeakerFields plan={plan} draft={draft} change={change} match={match} />
      {match.kind === 'outsider' && <OutsiderFields draft={draft} change={change} />}
      <Textarea
        label="Qué dice"
        autosize
        minRows={1}
        maxRows={8}
        error={problem}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <Preview room={room} draft={draft} match={match} />
    </FormFrame>
  )
}
