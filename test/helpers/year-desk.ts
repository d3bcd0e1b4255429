import type { DesktopApi } from '../../renderer/platform/desktop'
import type { WrittenYearFile, YearFailure, YearFile, YearStart } from '../../shared/ipc'
import { err, ok } from '../../shared/lib/result'

const JOB = 'fddedf0a-3829-4ec8-9a83-003e78c75e38'

const AS_IT_IS: WrittenYearFile = { kind: 'written', removed: [], hadLocation: false, unchecked: false }

/** A year as a desktop in memory received it. */
export interface ReceivedYear {
  readonly start: YearStart
  readonly made: Map<string, string>
  readonly attached: YearFile[]
  state: 'open' | 'finished' | 'cancelled'
}

/** The part of the desktop that writes years, in memory. */
export class YearDesk {
  readonly years: ReceivedYear[] = []
  /** What becomes of stored files, by their SHA-256; the rest go as they are. */
  readonly outcomes = new Map<string, WrittenYearFile>()
  /** Failures of calls, by name; the rest succeed. */
  readonly failures = new Map<'begin' | 'add' | 'attach' | 'finish', YearFailure>()
  /** Called before each stored file. */
  onAttach: (file: YearFile) => void = () => undefined

  get last(): ReceivedYear {
    const year = this.years.at(-1)
    if (!year) throw new Error('No year was begun')
    return year
  }

  get door(): DesktopApi['yearExport'] {
    const failing = (call: 'begin' | 'add' | 'attach' | 'finish') => {
      const failure = this.failures.get(call)
      return failure === undefined ? null : err(failure)
    }
    return {
      begin: async (start) => {
        const failed = failing('begin')
        if (failed) return failed
        this.years.push({ start, made: new Map(), attached: [], state: 'open' })
        return ok({ jobId: JOB })
      },
      add: async ({ path, bytes }) => {
        const { made } = this.last
        made.set(path, (made.get(path) ?? '') + Buffer.from(bytes).toString('utf8'))
        return failing('add') ?? ok(null)
      },
      attach: async (file) => {
        this.onAttach(file)
        this.last.attached.push(file)
        if (this.last.state === 'cancelled') return err({ code: 'no-such-job', detail: '' })
        return failing('attach') ?? ok(this.outcomes.get(file.sha256) ?? AS_IT_IS)
      },
      finish: async () => {
        const failed = failing('finish')
        if (failed) return failed
        this.last.state = 'finished'
        const { made, attached, start } = this.last
        const name = start.suggestedName
        const files = made.size + attached.length
        return ok({ fileId: JOB, name, path: `/${name}`, files, size: 1, takenName: null })
      },
      cancel: async () => {
        if (this.last.state === 'open') this.last.state = 'cancelled'
        return this.last.state === 'cancelled'
      },
      onProgress: () => () => undefined,
    }
  }
}
