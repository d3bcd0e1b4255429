/** Entries of the application menu that the interface carries out. */
export const MENU_COMMANDS = [
  'new-session',
  'import-packet',
  'open-home',
  'open-sessions',
  'open-follow-up',
  'open-calendar',
  'open-directory',
  'open-settings',
  'show-about',
] as const

/** An entry of the application menu that the interface carries out. */
export type MenuCommand = (typeof MENU_COMMANDS)[number]
