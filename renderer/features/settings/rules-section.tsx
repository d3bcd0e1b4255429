import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { type Body, DEFAULT_RULES } from '../../../shared/domain/bodies'
import { RuleForm } from './rule-form'
import { RULE_KEYS, RULE_TITLES, type RuleKey, ruleValueText } from './rule-form-model'
import { Section } from './section'
import classes from './settings.module.css'

interface RuleLineProps {
  readonly body: Body
  readonly rule: RuleKey
  readonly onEdit: () => void
}

function RuleLine({ body, rule, onEdit }: RuleLineProps) {
  const { basis, overrideReason } = body.rules[rule]
  return (
    <div className={classes.rule}>
      <div>
        <Text fw={600}>{RULE_TITLES[rule]}</Text>
        <Text>{ruleValueText(body.rules, rule)}</Text>
        <Text size="sm" c="var(--q-muted)">
          {basis}
        </Text>
        {overrideReason !== null && (
          <Text size="sm" className={classes.override}>
            <span aria-hidden="true">≠ </span>
            Cambiada: {overrideReason} (propuesto:{' '}
            {ruleValueText(DEFAULT_RULES, rule).toLocaleLowerCase('es-MX')})
          </Text>
        )}
      </div>
      <Button
        className={classes.fixed ?? ''}
        variant="default"
        size="compact-sm"
        onClick={onEdit}
        aria-label={`Cambiar ${RULE_TITLES[rule]}`}
      >
        Cambiar
      </Button>
    </div>
  )
}

/** The rulebook of the body: value, legal basis, and why it was changed. */
export function RulesSection({ body }: { readonly body: Body }) {
  const [editing, setEditing] = useState<RuleKey | null>(null)
  return (
    <Section
      title="Reglas"
      says="Se proponen y se pueden cambiar con su fundamento. La Sala avisa con ellas; la decisión es del órgano."
    >
      {RULE_KEYS.map((rule) =>
        editing === rule ? (
          <RuleForm key={rule} body={body} rule={rule} onClose={() => setEditing(null)} />
        ) : (
          <RuleLine key={rule} body={body} rule={rule} onEdit={() => setEditing(rule)} />
        ),
      )}
    </Section>
  )
}
