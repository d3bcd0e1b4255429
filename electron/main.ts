import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { app, dialog, ipcMain, Menu, nativeTheme, session } from 'electron'
import Store from 'electron-store'
import { SCHEMA_VERSION } from '../shared/schema/version'
import { appHandlers } from './ipc/app-handlers'
import { attachmentHandlers } from './ipc/attachment-handlers'
import { documentHandlers } from './ipc/document-handlers'
import { handleRequests } from './ipc/handle'
import { incomingHandlers } from './ipc/incoming-handlers'
import { journalHandlers } from './ipc/journal-handlers'
import { noticeHandlers } from './ipc/notice-handlers'
import { packetHandlers } from './ipc/packet-handlers'
import { projectorHandlers } from './ipc/projector-handlers'
import { settingsHandlers } from './ipc/settings-handlers'
import { uploadHandlers } from './ipc/upload-handlers'
import { yearHandlers } from './ipc/year-handlers'
import { appMenu } from './menu/app-menu'
import { openPacketDoors, startArguments } from './packet-doors'
import { registerAppScheme, serveApp } from './protocol/app-protocol'
import { isLocalFile, type LocalFiles } from './protocol/local-files'
import { AttachmentStore } from './services/attachments'
import { errorCode, nodeFileSystem } from './services/file-system'
import { holdFolder } from './services/folder-hold'
import { Journal } from './services/journal'
import { type Log, openLog } from './services/log'
import { SettingsStore } from './services/settings'
import { chooseUserData } from './user-data'
import { AppWindows } from './windows/app-windows'
import { closeToNetwork, denyPermissions, guardContents } from './windows/guards'
import { createPdfPrinter } from './windows/pdf-printer'

/** Free bytes below which nothing is promised to be saved: Chromium itself fails on a full disk. */
const NEEDED_BYTES = 32 * 1024 * 1024

/** Folders of the built app, from the place of this file in it. */
const RENDERER_FOLDER = path.join(import.meta.dirname, '..', 'renderer')
const PRELOAD = path.join(import.meta.dirname, '..', 'preload', 'preload.cjs')

registerAppScheme()
app.setName('Quórum')
// The name is part of the user agent, a header that may only hold Latin letters without accents here.
app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]/g, '')
// Native inputs, spelling of dates and Chromium's own words follow the documents' language.
app.commandLine.appendSwitch('lang', 'es-MX')
app.commandLine.appendSwitch('disable-component-update')
app.commandLine.appendSwitch('disable-background-networking')
const dataFolder = chooseUserData()

if (app.requestSingleInstanceLock(startArguments())) start()
else app.quit()

function start(): void {
  const now = () => new Date().toISOString()
  const log = openLog(path.join(dataFolder, 'logs'), now)
  reportBugs(log)
  const settings = openSettings(log)
  const journalFolder = path.join(dataFolder, 'journal')
  const journal = new Journal({
    fs: nodeFileSystem,
    folder: journalFolder,
    now,
    schema: SCHEMA_VERSION,
    neededBytes: NEEDED_BYTES,
  })
  const attachments = new AttachmentStore(nodeFileSystem, path.join(dataFolder, 'attachments'))
  const viewFolder = mkdtempSync(path.join(os.tmpdir(), 'quorum-'))
  const windows = new AppWindows({ preload: PRELOAD, settings, log })
  nativeTheme.themeSource = settings.get().theme
  guardContents()
  const doors = openPacketDoors({ fs: nodeFileSystem, dataFolder, attachments, windows })
  app.on('activate', () => windows.showMain())
  app.on('window-all-closed', () => app.quit())
  endInOrder(journal, log, viewFolder, doors.close)
  void app.whenReady().then(async () => {
    if ((await holdFolder(dataFolder, () => windows.showMain())) === null) return app.quit()
    prepareSession({ incoming: doors.incoming, sums: doors.sums, attachments }, windows)
    // The window's own process starts while the rest is made ready here, well before its page asks.
    windows.showMain()
    setMenu(windows)
    const renderPdf = createPdfPrinter()
    const saving = { fs: nodeFileSystem, settings, windows, saved: new Map<string, string>() }
    handleRequests(
      {
        ...appHandlers(dataFolder, journalFolder, journal),
        ...journalHandlers(journal, log),
        ...attachmentHandlers(attachments, windows, viewFolder),
        ...uploadHandlers(doors.uploads),
        ...incomingHandlers(doors.incoming, windows),
        ...packetHandlers({ ...saving, jobs: doors.jobs, key: doors.key }),
        ...yearHandlers({ ...saving, years: doors.years }),
        ...documentHandlers({ ...saving, renderPdf }),
        ...settingsHandlers(settings),
        ...noticeHandlers(settings, windows),
        ...projectorHandlers(windows),
      },
      windows,
      log,
    )
    await logStart(journal, log)
    await attachments.clean()
    await doors.clean()
  })
}

function prepareSession(files: LocalFiles, windows: AppWindows): void {
  denyPermissions(session.defaultSession)
  closeToNetwork(
    session.defaultSession,
    (url, contentsId) => !isLocalFile(url) || contentsId === windows.main?.webContents.id,
  )
  serveApp(session.defaultSession, RENDERER_FOLDER, files)
}

function setMenu(windows: AppWindows): void {
  const template = appMenu({
    send: (command) => windows.sendCommand(command),
    isMac: process.platform === 'darwin',
    withDevTools: !app.isPackaged,
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function openSettings(log: Log): SettingsStore {
  const settings = SettingsStore.open(
    path.join(dataFolder, 'settings.json'),
    () => new Store({ name: 'settings', cwd: dataFolder }),
    (what) => log.error(what),
  )
  // electron-store answers any page on this channel; nothing here asks it.
  ipcMain.removeAllListeners('electron-store-get-data')
  return settings
}

async function logStart(journal: Journal, log: Log): Promise<void> {
  const status = await journal.status()
  const { electron = '', chrome = '' } = process.versions
  log.info('started', { version: app.getVersion(), electron, chrome, journal: status.kind })
  if (status.kind !== 'ready') return
  for (const finding of status.findings) log.error('journal-finding', { code: finding.code })
}

/** Quits only after every change that was asked for is on disk, and nothing half-written is left. */
function endInOrder(journal: Journal, log: Log, viewFolder: string, closeDoors: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void Promise.all([journal.close(), closeDoors()])
      .then(() => log.flush())
      .finally(() => {
        rmSync(viewFolder, { recursive: true, force: true })
        state = 'closed'
        // Not within this very event: Electron ignores a request to quit while it is still asking around,
        // and a journal that has nothing to write is closed that soon.
        setImmediate(() => app.quit())
      })
  })
}

/** A bug must not go on quietly with half a state; what was acknowledged is on disk. */
function reportBugs(log: Log): void {
  const report = (error: unknown) => {
    log.error('bug', { code: errorCode(error) })
    console.error(error)
    void log.flush().finally(() => {
      dialog.showErrorBox(
        'Quórum se cerrará por un error interno',
        'Todo lo que aparecía como guardado está en el disco. Abra Quórum otra vez para continuar.',
      )
      app.exit(1)
    })
  }
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}
