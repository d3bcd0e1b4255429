import { PasswordInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useDeps } from '../../commands/deps'
import { readSigningKey, type SigningKey } from '../../commands/packet/make/signing-key'
import classes from './packet.module.css'
import { passphraseProblem } from './packet-words'

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

function useSigningKey(): SigningKey | null {
  const deps = useDeps()
  const [key, setKey] = useState<SigningKey | null>(null)
  useEffect(() => {
    let stays = true
    void readSigningKey(deps).then((read) => {
      if (stays && read.ok) setKey(read.value)
    })
    return () => {
      stays = false
    }
  }, [deps])
  return key
}

/** Signature and passphrase. */
export function ProtectionFields({ value, onChange }: ProtectionFieldsProps) {
  const key = useSigningKey()
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
      {value.sign && key && (
        <p className={classes.muted}>
          Huella para leer por teléfono: <span className={classes.fingerprint}>{key.fingerprint}</span>.{' '}
          {key.protectedBySystem
            ? 'La clave está protegida por el sistema.'
            : 'Este equipo no tiene llavero del sistema: la clave solo está protegida por los permisos de su archivo.'}
        </p>
      )}
      {value.sign && key?.replacedDamaged && (
        <p>
          La clave anterior estaba dañada: se apartó sin borrarla y se hizo esta, con otra huella. Dígala a
          quienes conocían la anterior.
        </p>
      )}
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
