import path from 'node:path'
import { app } from 'electron'

/** Folder of the app's data below the system's; fixed, since another name would orphan everybody's data. */
const FOLDER = 'quorum'

/**
 * Decides where all data lies, before anything asks: QUORUM_USER_DATA, else Chromium's own switch
 * --user-data-dir, else the fixed folder of this user.
 */
export function chooseUserData(): string {
  const wanted = process.env.QUORUM_USER_DATA
  if (wanted !== undefined && wanted !== '') app.setPath('userData', path.resolve(wanted))
  else if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), FOLDER))
  }
  return app.getPath('userData')
}
