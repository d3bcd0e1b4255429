import { PasswordInput } from '@mantine/core'
import classes from './packet.module.css'
import { passphraseProblem } from './packet-words'
import { SigningNote } from './signing-note'

/** How a packet is protected, as typed. */
export interface Protection {
  readonly passphrase: string
  readonly repeated: string
  readonly sign: boolean
}

interface ProtectionFieldsProps {
  readonly value: Protection
  readonly onChange: (protection: Protection) => void
}

/** Signature and passphrase. */
export function ProtectionFields({ value, onChange }: ProtectionFieldsProps) {
  const problem = passphraseProblem(value.passphrase, value.repeated)
  return (
    <fieldset className={classes.group}>
      <legend>Firma y contraseña</legend>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={value.sign}
          onChange={(event) => onChange({ ...value, sign: event.currentTarget.checked })}
        />
        <span>Firmarlo con la clave de este equipo</span>
      </label>
      {value.sign && <SigningNote />}
      <div className={classes.passwords}>
        <PasswordInput
          label="Contraseña (opcional)"
          description="Sin ella, cualquiera que tenga el archivo lo lee."
          autoComplete="new-password"
          value={value.passphrase}
          visibilityToggleButtonProps={{ 'aria-label': 'Mostrar u ocultar la contraseña' }}
          onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
        />
        <PasswordInput
          label="Repita la contraseña"
          description="Si la pierde, nadie puede abrirlo."
          autoComplete="new-password"
          value={value.repeated}
          error={value.passphrase === '' && value.repeated === '' ? null : problem}
          visibilityToggleButtonProps={{ 'aria-label': 'Mostrar u ocultar la repetición' }}
          onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  )
}
