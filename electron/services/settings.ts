import { renameSync } from 'node:fs'
import { z } from 'zod'
import type { Settings, SettingsPatch } from '../../shared/ipc'
import { themeSchema } from '../../shared/ipc/settings'

/** Place and size of a window on the desktop, in pixels. */
export interface WindowBounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

/** Windows whose place is remembered. */
export type WindowName = 'main' | 'projector'

/** The part of electron-store that is used. */
export interface KeyValueStore {
  readonly store: unknown
  set(key: string, value: unknown): void
}

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(100).max(20_000),
  height: z.int().min(100).max(20_000),
  maximized: z.boolean(),
})

/** Every value falls back by itself, so that one bad entry does not cost the others. */
const fileSchema = z.object({
  theme: themeSchema.catch('system'),
  dueNotices: z.boolean().catch(true),
  lastFolder: z.string().max(4096).nullable().catch(null),
  bounds: z
    .object({ main: boundsSchema.nullable().catch(null), projector: boundsSchema.nullable().catch(null) })
    .catch({ main: null, projector: null }),
})

type FileContent = z.infer<typeof fileSchema>

/** Preferences of this computer. Nothing here is worth failing for: what cannot be kept is forgotten. */
export class SettingsStore {
  readonly #store: KeyValueStore | null
  #content: FileContent

  private constructor(store: KeyValueStore | null) {
    this.#store = store
    this.#content = fileSchema.catch(fileSchema.parse({})).parse(store?.store)
  }

  /**
   * Opens the settings file through `create`, which throws when its content is no JSON. Such a file is
   * kept as `<file>.bad` and defaults are used; `onProblem` hears of it.
   */
  static open(file: string, create: () => KeyValueStore, onProblem: (what: string) => void): SettingsStore {
    try {
      return new SettingsStore(create())
    } catch {
      onProblem('settings-unreadable')
    }
    try {
      renameSync(file, `${file}.bad`)
      return new SettingsStore(create())
    } catch {
      onProblem('settings-not-kept')
      return new SettingsStore(null)
    }
  }

  get(): Settings {
    const { theme, dueNotices, lastFolder } = this.#content
    return { theme, dueNotices, lastFolder }
  }

  change(patch: SettingsPatch): Settings {
    if (patch.theme !== undefined) this.#keep({ theme: patch.theme })
    if (patch.dueNotices !== undefined) this.#keep({ dueNotices: patch.dueNotices })
    return this.get()
  }

  rememberFolder(lastFolder: string): void {
    this.#keep({ lastFolder })
  }

  bounds(window: WindowName): WindowBounds | null {
    return this.#content.bounds[window]
  }

  rememberBounds(window: WindowName, bounds: WindowBounds): void {
    this.#keep({ bounds: { ...this.#content.bounds, [window]: bounds } })
  }

  #keep(change: Partial<FileContent>): void {
    this.#content = { ...this.#content, ...change }
    try {
      for (const [key, value] of Object.entries(change)) this.#store?.set(key, value)
    } catch {
      // A full or read-only disk: the choice holds until the app ends, and the journal reports the disk.
    }
  }
}
