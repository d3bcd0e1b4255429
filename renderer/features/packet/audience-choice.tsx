import type { Audience } from '../../../shared/domain/packets'
import classes from './packet.module.css'
import { AUDIENCE_WORDS } from './packet-words'

interface AudienceChoiceProps {
  readonly value: Audience
  /** Why the public cannot get it yet; null when it can. */
  readonly publicRefused: string | null
  readonly onChange: (audience: Audience) => void
}

/** For whom the packet is: what each one gets and never gets. */
export function AudienceChoice({ value, publicRefused, onChange }: AudienceChoiceProps) {
  return (
    <fieldset className={classes.group}>
      <legend>¿Para quién es?</legend>
      <div className={classes.cards}>
        {(['members', 'public'] as const).map((audience) => {
          const words = AUDIENCE_WORDS[audience]
          const refused = audience === 'public' ? publicRefused : null
          return (
            <label key={audience} className={classes.card}>
              <input
                type="radio"
                name="audience"
                value={audience}
                checked={value === audience}
                disabled={refused !== null}
                onChange={() => onChange(audience)}
              />
              <span className={classes.cardTitle}>{words.title}</span>
              <p className={classes.cardText}>{words.gets}</p>
              <p className={classes.cardText}>{refused ?? words.never}</p>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
