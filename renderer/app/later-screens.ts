import { lazy } from 'react'

/**
 * Every screen but the room, which alone must be there at once when a session is under way. The rest is
 * read a moment later, so that a change of screen never waits either.
 */
const load = {
  archive: () => import('../features/calendar/archive/archive-screen'),
  agreements: () => import('../features/agreements/agreements-screen'),
  backup: () => import('../features/packet/backup-section'),
  calendar: () => import('../features/calendar/calendar-screen'),
  directory: () => import('../features/directory/directory-screen'),
  followUp: () => import('../features/follow-up/follow-up-screen'),
  followUpOutputs: () => import('../features/follow-up/outputs/outputs-screen'),
  importPacket: () => import('./import-route'),
  home: () => import('../features/home/home-screen'),
  minuta: () => import('../features/minuta/minuta-screen'),
  packet: () => import('../features/packet/packet-tab'),
  preparation: () => import('../features/sessions/preparation/preparation-tab'),
  projector: () => import('../features/projector/projector-screen'),
  promote: () => import('../features/follow-up/promote/promote-session'),
  sessions: () => import('../features/sessions/sessions-screen'),
  settings: () => import('../features/settings/settings-screen'),
  welcome: () => import('./welcome-route'),
} as const

export const AgreementsScreen = lazy(async () => ({ default: (await load.agreements()).AgreementsScreen }))
export const CalendarScreen = lazy(async () => ({ default: (await load.calendar()).CalendarScreen }))
export const ArchiveScreen = lazy(async () => ({ default: (await load.archive()).ArchiveScreen }))
export const DirectoryScreen = lazy(async () => ({ default: (await load.directory()).DirectoryScreen }))
export const FollowUpScreen = lazy(async () => ({ default: (await load.followUp()).FollowUpScreen }))
export const FollowUpOutputsScreen = lazy(async () => ({
  default: (await load.followUpOutputs()).FollowUpOutputsScreen,
}))
export const HomeScreen = lazy(async () => ({ default: (await load.home()).HomeScreen }))
export const ImportRoute = lazy(async () => ({ default: (await load.importPacket()).ImportRoute }))
export const MinutaScreen = lazy(async () => ({ default: (await load.minuta()).MinutaScreen }))
export const PacketTab = lazy(async () => ({ default: (await load.packet()).PacketTab }))
export const BackupSection = lazy(async () => ({ default: (await load.backup()).BackupSection }))
export const ProjectorScreen = lazy(async () => ({ default: (await load.projector()).ProjectorScreen }))
export const PromoteSession = lazy(async () => ({ default: (await load.promote()).PromoteSession }))
export const SessionsScreen = lazy(async () => ({ default: (await load.sessions()).SessionsScreen }))
export const SettingsScreen = lazy(async () => ({ default: (await load.settings()).SettingsScreen }))
export const WelcomeRoute = lazy(async () => ({ default: (await load.welcome()).WelcomeRoute }))

/** Reads the code of every screen while there is nothing else to do, one after the other. */
export function loadLaterScreens(): void {
  const waiting: (() => Promise<unknown>)[] = Object.values(load)
  const loadNext = () =>
    void waiting
      .shift()?.()
      .then(() => requestIdleCallback(loadNext))
  requestIdleCallback(loadNext)
}
