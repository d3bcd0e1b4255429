import { useContext } from 'react'
import { useLocation } from 'wouter'
import { CurrentBodyContext } from '../data/current-body'
import { PacketImportScreen } from '../features/packet-import/packet-import-screen'

/** Packets that come in; alone in the window while there is no body. */
export function ImportRoute({ onOpenBody }: { readonly onOpenBody: (bodyId: string) => void }) {
  const [, navigate] = useLocation()
  const isAlone = useContext(CurrentBodyContext) === null
  const screen = (
    <PacketImportScreen
      onLeave={() => navigate('/')}
      onShow={({ bodyId, sessionId }) => {
        onOpenBody(bodyId)
        navigate(sessionId === null ? '/sesiones' : `/sesiones/${sessionId}`)
      }}
    />
  )
  return isAlone ? <main style={{ height: '100dvh' }}>{screen}</main> : screen
}
