import { z } from 'zod'

/** Colour scheme: as the system, always light, or always dark. */
export const themeSchema = z.enum(['system', 'light', 'dark'])
/** Colour scheme: as the system, always light, or always dark. */
export type Theme = z.infer<typeof themeSchema>

/** Preferences of this computer; no data of the body is kept here. */
export interface Settings {
  readonly theme: Theme
  /** Whether the desktop tells, once a day, what is due in the follow-up and what is to be published. */
  readonly dueNotices: boolean
  /** Folder of the last saved document; null before the first. Only the main process changes it. */
  readonly lastFolder: string | null
}

/** What the interface may change. */
export const settingsPatchSchema = z
  .strictObject({ theme: themeSchema.exactOptional(), dueNotices: z.boolean().exactOptional() })
  .readonly()
/** What the interface may change; absent keys stay as they are. */
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
