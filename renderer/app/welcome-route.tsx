import { useLocation } from 'wouter'
import { useDeps } from '../commands/deps'
import { importFailureText } from '../commands/examples/import-messages'
import { openExample } from '../commands/examples/open-example'
import { WelcomeScreen } from '../features/welcome/welcome-screen'
import { useNotify } from '../ui/notify'
import { appendFailureText } from './storage-messages'
import { IMPORT_PATH } from './use-packet-doors'

/** First start, and "Otro órgano…". */
export function WelcomeRoute({ onCreated }: { readonly onCreated: (bodyId: string) => void }) {
  const deps = useDeps()
  const notify = useNotify()
  const [, navigate] = useLocation()
  return (
    <WelcomeScreen
      onCreated={(bodyId) => {
        onCreated(bodyId)
        navigate('/directorio')
      }}
      onImport={() => navigate(IMPORT_PATH)}
      onOpenExample={async () => {
        const opened = await openExample(deps)
        if (!opened.ok) {
          notify({ kind: 'error', text: importFailureText(opened.error, appendFailureText) })
          return
        }
        onCreated(opened.value.bodyId)
        navigate(`/sesiones/${opened.value.sessionId}/minuta`)
      }}
    />
  )
}
