import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form'
import type { Body } from '../../../shared/domain/bodies'
import { changeRule } from '../../commands/bodies/change-body'
import { useDeps } from '../../commands/deps'
import {
  draftOfRule,
  MAJORITY_LABELS,
  RULE_TITLES,
  type RuleDraft,
  type RuleKey,
  readRule,
} from './rule-form-model'
import classes from './settings.module.css'
import { useBodyChange } from './use-body-change'

const CHOICES: Readonly<Record<RuleKey, readonly { readonly value: string; readonly label: string }[]>> = {
  quorum: [
    { value: 'majority', label: 'La mayoría de los lugares con voto' },
    { value: 'fixed', label: 'Un número fijo de lugares con voto' },
  ],
  majority: Object.entries(MAJORITY_LABELS).map(([value, label]) => ({ value, label })),
  castingVote: [
    { value: 'yes', label: 'La Presidencia decide los empates' },
    { value: 'no', label: 'Un empate no aprueba' },
  ],
  noticeOrdinary: [
    { value: 'hours', label: 'horas antes' },
    { value: 'business-days', label: 'días hábiles antes' },
  ],
  noticeExtraordinary: [
    { value: 'hours', label: 'horas antes' },
    { value: 'business-days', label: 'días hábiles antes' },
  ],
}

function needsAmount(rule: RuleKey, choice: string): boolean {
  return rule === 'noticeOrdinary' || rule === 'noticeExtraordinary' || choice === 'fixed'
}

interface ValueFieldsProps {
  readonly form: UseFormReturn<RuleDraft>
  readonly rule: RuleKey
}

function ValueFields({ form, rule }: ValueFieldsProps) {
  const { errors } = form.formState
  const amount = needsAmount(rule, form.watch('choice')) && (
    <TextInput
      label={rule === 'quorum' ? 'Lugares' : 'Cantidad'}
      w={110}
      inputMode="numeric"
      error={errors.amount?.message}
      {...form.register('amount')}
    />
  )
  const choice = (
    <NativeSelect
      className={classes.grow ?? ''}
      label="Valor"
      data={[...CHOICES[rule]]}
      {...form.register('choice')}
    />
  )
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      {rule === 'quorum' ? choice : amount}
      {rule === 'quorum' ? amount : choice}
    </Group>
  )
}

function useRuleForm(body: Body, rule: RuleKey, onClose: () => void) {
  const deps = useDeps()
  const change = useBodyChange()
  const resolver: Resolver<RuleDraft> = (values) => {
    const read = readRule(body.rules, rule, values)
    if (read.ok) return { values, errors: {} }
    return { values: {}, errors: { [read.error.field]: { type: 'domain', message: read.error.message } } }
  }
  const form = useForm<RuleDraft>({ defaultValues: draftOfRule(body.rules, rule), resolver })
  const submit = form.handleSubmit(async (draft) => {
    const read = readRule(body.rules, rule, draft)
    if (!read.ok) return
    const failure = await change('Regla guardada.', () => changeRule(deps, body.id, read.value))
    if (failure === null) onClose()
  })
  return { form, submit }
}

interface RuleFormProps {
  readonly body: Body
  readonly rule: RuleKey
  readonly onClose: () => void
}

/** Form of one rule, in the place of its line. */
export function RuleForm({ body, rule, onClose }: RuleFormProps) {
  const { form, submit } = useRuleForm(body, rule, onClose)
  const { errors, isSubmitting } = form.formState
  useEffect(() => form.setFocus('choice'), [form])
  return (
    <form
      noValidate
      className={classes.ruleForm}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Stack gap="md">
        <Text fw={600}>{RULE_TITLES[rule]}</Text>
        <ValueFields form={form} rule={rule} />
        <Textarea
          label="Fundamento"
          description="Artículo o lineamiento en que se apoya; aparece junto a la regla."
          rows={2}
          error={errors.basis?.message}
          {...form.register('basis')}
        />
        <TextInput
          label="Por qué se cambia"
          description="Solo si se aparta del valor propuesto."
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <Group gap="sm">
          <Button type="submit" loading={isSubmitting}>
            Guardar regla
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancelar
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
