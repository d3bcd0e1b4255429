import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDeps } from '../../commands/deps'
import type { PacketContents } from '../../commands/packet/make/packet-choice'
import { useBody } from '../../data/current-body'
import { listPackets } from '../../data/packets'
import { useLive } from '../../data/use-live'
import { MakerPanel, useMaker } from './maker-panel'
import classes from './packet.module.css'
import { AUDIENCE_WORDS, passphraseProblem } from './packet-words'
import { type Protection, ProtectionFields } from './protection-fields'
import { VersionsList } from './versions-list'

const CONTENTS: PacketContents = { documents: false, annexes: false, combined: false, followUp: true }
const OPEN: Protection = { passphrase: '', repeated: '', sign: true }

/** Everything of the body in one file, to keep apart or to go on with on another laptop. */
export function BackupSection() {
  const { store } = useDeps()
  const body = useBody()
  const packets = useLive(() => listPackets(store, body.id, null), [store, body.id])
  const [protection, setProtection] = useState(OPEN)
  const { maker, state } = useMaker()
  const problem = passphraseProblem(protection.passphrase, protection.repeated)
  const make = () => {
    const passphrase = protection.passphrase === '' ? null : protection.passphrase
    const scope = { kind: 'body', bodyId: body.id } as const
    maker.start({
      scope,
      audience: 'backup',
      votes: 'names',
      include: CONTENTS,
      passphrase,
      sign: protection.sign,
    })
  }
  return (
    <div className={classes.group}>
      <p className={classes.muted}>{AUDIENCE_WORDS.backup.gets}</p>
      <ProtectionFields value={protection} onChange={setProtection} />
      <div className={classes.actions}>
        <Button variant="default" onClick={make} disabled={problem !== null || state.kind === 'making'}>
          Hacer respaldo completo
        </Button>
      </div>
      <MakerPanel id={body.id} />
      <VersionsList packets={packets ?? []} />
    </div>
  )
}
