import '@mantine/core/styles.css'
import '../ui/tokens.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { required } from '../../shared/lib/assert'
import { desktopApi } from '../platform/desktop'
import { NotifyProvider } from '../ui/notify'
import { theme } from '../ui/theme'
import { ErrorBoundary } from './error-boundary'
import { Gate } from './gate'
import { Launch } from './launch'
import { ThemeSetting } from './theme-setting'
import { installTrustedTypesPolicy } from './trusted-types'

installTrustedTypesPolicy()

const nonce = document.querySelector<HTMLMetaElement>('meta[name="quorum-nonce"]')?.content ?? ''

// Data is on its way while the interface is being made.
const launch = new Launch(desktopApi().journal.status)

createRoot(required(document.getElementById('root'), 'root element')).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <ThemeSetting />
    <ErrorBoundary>
      <NotifyProvider>
        <Gate first={launch} />
      </NotifyProvider>
    </ErrorBoundary>
  </MantineProvider>,
)
