import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Channel } from '../../shared/ipc/contract'
import { requestSchemas } from '../../shared/ipc/request-schemas'
import type { Log } from '../services/log'
import type { AppWindows } from '../windows/app-windows'
import { answer, type Handlers, type Sender } from './door'

/** Puts the handlers behind the door, and nothing else on any channel. */
export function handleRequests(handlers: Handlers, windows: AppWindows, log: Log): void {
  for (const channel of Object.keys(requestSchemas) as Channel[]) {
    ipcMain.handle(channel, (event, payload: unknown) =>
      answer(channel, handlers, senderOf(event, windows), payload, log),
    )
  }
}

function senderOf(event: IpcMainInvokeEvent, windows: AppWindows): Sender {
  const frame = event.senderFrame
  return {
    role: windows.roleOf(event.sender),
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    url: frame?.url ?? '',
  }
}
