import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type Commemoration,
  commemorationIdSchema,
  type DateRule,
  type RuleYears,
} from '../../../../shared/domain/publications'
import { capitalize, joinSpanish } from '../../../../shared/lib/spanish'
import { monthName } from '../../../../shared/lib/spanish-date'
import classes from './catalogue.module.css'
import { RULE_KINDS, readYears, ruleOfKind, yearsOfKind } from './rule-model'

interface RuleFieldsProps {
  readonly rule: DateRule
  readonly onChange: (rule: DateRule) => void
  /** Dates that another one may lean on: all but itself. */
  readonly others: readonly Commemoration[]
  readonly year: number
  readonly error: string | undefined
}

type PartProps<K extends DateRule['kind']> = {
  readonly rule: Extract<DateRule, { kind: K }>
  readonly onChange: (rule: DateRule) => void
}

const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: capitalize(monthName(index + 1)),
}))
const DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1))
const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'].map(
  (label, index) => ({ value: String(index), label }),
)
const ORDINALS = ['primer', 'segundo', 'tercer', 'cuarto', 'quinto']
const NTH = [1, 2, 3, 4, 5, -1] as const

interface ChoiceProps {
  readonly label: string
  readonly value: number
  readonly data: readonly { readonly value: string; readonly label: string }[] | readonly string[]
  readonly onChange: (value: number) => void
}

function Choice({ label, value, data, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={[...data]}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}

function MonthChoice<R extends { readonly month: number }>({
  rule,
  onChange,
}: {
  readonly rule: R
  readonly onChange: (rule: R) => void
}) {
  return (
    <Choice label="Mes" value={rule.month} data={MONTHS} onChange={(month) => onChange({ ...rule, month })} />
  )
}

interface AmountProps {
  readonly label: string
  readonly hint?: string
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A whole number as it is written; what is none is not a number, and whoever reads the rule says so. */
function Amount({ label, hint, value, onChange }: AmountProps) {
  const [text, setText] = useState(String(value).replace('-', '−'))
  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      inputMode="numeric"
      value={text}
      error={Number.isInteger(value) ? undefined : 'Escriba un número entero.'}
      onChange={(event) => {
        setText(event.currentTarget.value)
        const typed = event.currentTarget.value.trim().replace('−', '-')
        onChange(/^[+-]?\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN)
      }}
    />
  )
}

function FixedPart({ rule, onChange }: PartProps<'fixed'>) {
  return (
    <div className={classes.two}>
      <Choice label="Día" value={rule.day} data={DAYS} onChange={(day) => onChange({ ...rule, day })} />
      <MonthChoice rule={rule} onChange={onChange} />
    </div>
  )
}

function NthPart({ rule, onChange }: PartProps<'nth'>) {
  return (
    <div className={classes.three}>
      <Choice
        label="Cuál"
        value={rule.n}
        data={NTH.map((n) => ({ value: String(n), label: n === -1 ? 'último' : (ORDINALS[n - 1] ?? '') }))}
        onChange={(value) => onChange({ ...rule, n: NTH.find((n) => n === value) ?? 1 })}
      />
      <Choice
        label="Día"
        value={rule.weekday}
        data={WEEKDAYS}
        onChange={(weekday) => onChange({ ...rule, weekday })}
      />
      <MonthChoice rule={rule} onChange={onChange} />
    </div>
  )
}

function WeekPart({ rule, onChange }: PartProps<'week'>) {
  const WHOLE = -1
  return (
    <div className={classes.three}>
      <Choice
        label="Semana"
        value={rule.n}
        data={['primera', 'segunda', 'tercera', 'cuarta', 'quinta'].map((label, index) => ({
          value: String(index + 1),
          label,
        }))}
        onChange={(n) => onChange({ ...rule, n })}
      />
      <Choice
        label="Día"
        value={rule.weekday ?? WHOLE}
        data={[{ value: String(WHOLE), label: 'toda la semana' }, ...WEEKDAYS]}
        onChange={(value) => onChange({ ...rule, weekday: value === WHOLE ? null : value })}
      />
      <MonthChoice rule={rule} onChange={onChange} />
    </div>
  )
}

function RelativePart({
  rule,
  onChange,
  others,
}: PartProps<'relative'> & { readonly others: readonly Commemoration[] }) {
  return (
    <div className={classes.two}>
      <Amount
        label="Días después"
        hint="Con signo menos, antes"
        value={rule.days}
        onChange={(days) => onChange({ ...rule, days })}
      />
      <NativeSelect
        label="De la fecha"
        value={rule.to}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) =>
          onChange({ ...rule, to: commemorationIdSchema.parse(event.currentTarget.value) })
        }
      />
    </div>
  )
}

function wrongYearsText(wrong: readonly string[]): string {
  const told = joinSpanish(wrong.map((word) => `«${word}»`))
  return wrong.length === 1
    ? `${told} no es un año de 1900 a 9999 y no se guardará.`
    : `${told} no son años de 1900 a 9999 y no se guardarán.`
}

function YearsPart({
  years,
  onChange,
  year,
}: {
  readonly years: RuleYears
  readonly onChange: (years: RuleYears) => void
  readonly year: number
}) {
  const [list, setList] = useState(years.kind === 'list' ? years.years.join(', ') : String(year))
  const { wrong } = readYears(list)
  return (
    <>
      <NativeSelect
        label="En qué años"
        value={years.kind}
        data={[
          { value: 'every', label: 'Todos' },
          { value: 'cycle', label: 'Cada tantos (elecciones)' },
          { value: 'list', label: 'Solo en algunos' },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget
          const kind = (['every', 'cycle', 'list'] as const).find((one) => one === value)
          if (kind) {
            onChange(yearsOfKind(kind, year))
            setList(String(year))
          }
        }}
      />
      {years.kind === 'cycle' && (
        <div className={classes.three}>
          <Amount
            label="Cada cuántos"
            value={years.every}
            onChange={(every) => onChange({ ...years, every })}
          />
          <Amount
            label="Contados desde"
            value={years.from}
            onChange={(from) => onChange({ ...years, from })}
          />
          <Amount
            label="Años después"
            hint="−1: el año anterior"
            value={years.offset}
            onChange={(offset) => onChange({ ...years, offset })}
          />
        </div>
      )}
      {years.kind === 'list' && (
        <TextInput
          label="Cuáles"
          placeholder="2027, 2030"
          value={list}
          error={wrong.length === 0 ? undefined : wrongYearsText(wrong)}
          onChange={(event) => {
            setList(event.currentTarget.value)
            onChange({ kind: 'list', years: [...readYears(event.currentTarget.value).years] })
          }}
        />
      )}
    </>
  )
}

function KindPart({ rule, onChange, others }: Pick<RuleFieldsProps, 'rule' | 'onChange' | 'others'>) {
  switch (rule.kind) {
    case 'fixed':
      return <FixedPart rule={rule} onChange={onChange} />
    case 'nth':
      return <NthPart rule={rule} onChange={onChange} />
    case 'week':
      return <WeekPart rule={rule} onChange={onChange} />
    case 'relative':
      return <RelativePart rule={rule} onChange={onChange} others={others} />
    case 'easter':
      return (
        <Amount
          label="Días después del Domingo de Pascua"
          hint="Con signo menos, antes"
          value={rule.days}
          onChange={(days) => onChange({ ...rule, days })}
        />
      )
  }
}

/** On which day a date falls, in every way the catalogue knows. */
export function RuleFields({ rule, onChange, others, year, error }: RuleFieldsProps) {
  const kinds = RULE_KINDS.filter(({ value }) => value !== 'relative' || others.length > 0)
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partTitle}>Cuándo cae</legend>
      <NativeSelect
        label="Regla"
        value={rule.kind}
        data={[...kinds]}
        onChange={(event) => {
          const kind = kinds.find(({ value }) => value === event.currentTarget.value)?.value
          if (kind) onChange(ruleOfKind(kind, rule, others))
        }}
      />
      <KindPart rule={rule} onChange={onChange} others={others} />
      <YearsPart years={rule.years} onChange={(years) => onChange({ ...rule, years })} year={year} />
      {error !== undefined && (
        <p className={classes.problem} role="alert" tabIndex={-1} data-problem>
          {error}
        </p>
      )}
    </fieldset>
  )
}
