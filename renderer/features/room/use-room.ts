import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { ReviewLine } from '../../../shared/domain/follow-up'
import {
  describeFact,
  findPoint,
  type PlainFactBody,
  refusalText,
  type SessionState,
  voteIdSchema,
} from '../../../shared/domain/sessions'
import type { ClockTime } from '../../../shared/lib/iso-date'
import { capitalize } from '../../../shared/lib/spanish'
import { useDeps } from '../../commands/deps'
import { type Correction, correcting, recording, redoing, undoing } from '../../commands/room/gestures'
import type { Decide, GestureFailure, LiveSession } from '../../commands/room/live-session'
import { useBody } from '../../data/current-body'
import { saveFailureText } from '../../ui/save-failure'
import { isTyping, shortcutOf } from '../../ui/use-shortcuts'
import { pressKey } from './keys'
import { type RoomClock, roomClock } from './room-clock'
import { INITIAL_UI, type Intent, type RoomUi } from './room-ui'
import { type ReadReview, useReview } from './use-review'
import { countsText } from './vote-words'

/** A line under the point: what could not be done, or what was just taken back. */
export interface RoomMessage {
  readonly kind: 'error' | 'info'
  readonly text: string
}

/** Everything the parts of the room need. */
export interface Room {
  readonly state: SessionState
  readonly ui: RoomUi
  readonly clock: RoomClock
  /** Items to review under the point in discussion; null when it is not that of the follow-up. */
  readonly review: readonly ReviewLine[] | null
  /** Items that the point of the follow-up was left without reviewing; 0 before it was opened. */
  readonly unreviewed: number
  readonly message: RoomMessage | null
  readonly busy: boolean
  readonly setUi: (ui: RoomUi) => void
  readonly fixTime: (time: ClockTime | null) => void
  /** Records the facts of one gesture; true once they are on disk. */
  readonly record: (...bodies: readonly PlainFactBody[]) => Promise<boolean>
  /** Corrects or voids an earlier fact; `done` is what to say instead of "se corrigió". */
  readonly correct: (correction: Correction, done?: string) => Promise<boolean>
  readonly run: (intent: Intent) => Promise<boolean>
  /** Carries out a key, as if it had been pressed. */
  readonly press: (key: string) => void
}

const MAX_LABEL = 400

function failureText(failure: GestureFailure): string {
  return failure.kind === 'refused'
    ? refusalText(failure.refusal)
    : saveFailureText('el hecho no llegó al disco')
}

function labelOf(live: LiveSession, bodies: readonly PlainFactBody[]): string {
  const { plan } = live.snapshot().record
  return bodies
    .map((body) => describeFact(plan, body))
    .join('; ')
    .slice(0, MAX_LABEL)
}

/** What a correction did to votes that were already closed, so that it never happens unnoticed. */
function changedCounts(before: SessionState, after: SessionState): string | null {
  const lines = [...after.votes.values()].flatMap((vote) => {
    const was = before.votes.get(vote.id)
    if (vote.status !== 'closed' || was?.status !== 'closed') return []
    if (countsText(was.counts) === countsText(vote.counts)) return []
    const point = findPoint(after.plan, vote.pointId)
    return [`punto ${point?.number ?? '?'}: ${countsText(vote.counts)}`]
  })
  return lines.length === 0
    ? null
    : `Cambió el cómputo de una votación cerrada. ${capitalize(lines.join('; '))}.`
}

/** Performs gestures and keeps what to tell the user about the last one. */
function usePerformer(live: LiveSession) {
  const [message, setMessage] = useState<RoomMessage | null>(null)
  const [busy, setBusy] = useState(false)
  const perform = useCallback(
    async (label: string, decide: Decide, done: string | null = null) => {
      setBusy(true)
      const before = live.snapshot().state
      const result = await live.perform(label, decide).finally(() => setBusy(false))
      const changed = result.ok ? changedCounts(before, result.value.state) : null
      if (changed !== null) {
        setMessage({ kind: 'info', text: changed })
        return true
      }
      if (!result.ok) setMessage({ kind: 'error', text: failureText(result.error) })
      else setMessage(done === null ? null : { kind: 'info', text: done })
      return result.ok
    },
    [live],
  )
  return { message, setMessage, busy, perform }
}

function useClock(state: SessionState) {
  const { effects } = useDeps()
  const { timeZone } = useBody()
  const [fixed, setFixed] = useState<ClockTime | null>(null)
  const fixedRef = useRef<ClockTime | null>(null)
  const fixTime = useCallback((time: ClockTime | null) => {
    fixedRef.current = time
    setFixed(time)
  }, [])
  const read = useCallback(
    (latest: SessionState) => roomClock(latest, fixedRef.current, effects.now(), timeZone).time,
    [effects, timeZone],
  )
  // On the session's own day a fixed hour is for one gesture: forgotten, it would reach the closing.
  const release = useCallback(
    (latest: SessionState) => {
      if (!roomClock(latest, null, effects.now(), timeZone).byHand) fixTime(null)
    },
    [effects, timeZone, fixTime],
  )
  return { clock: roomClock(state, fixed, effects.now(), timeZone), fixTime, read, release }
}

type Performer = ReturnType<typeof usePerformer>

/** What the intents of keys and buttons do. */
function useIntents(
  live: LiveSession,
  performer: Performer,
  clock: Pick<ReturnType<typeof useClock>, 'read' | 'release'>,
) {
  const { effects, desktop } = useDeps()
  const { perform, setMessage } = performer
  const { read, release } = clock
  return useMemo(() => {
    const now = () => read(live.snapshot().state)
    const record = async (...bodies: readonly PlainFactBody[]) => {
      const done = await perform(labelOf(live, bodies), (r) => recording(bodies, now(), effects)(r))
      if (done) release(live.snapshot().state)
      return done
    }
    const correct = (correction: Correction, done?: string) =>
      perform(
        correction.replacement ? 'Corregir un hecho' : 'Anular un hecho',
        (r) => correcting(correction, now(), effects)(r),
        done ??
          (correction.replacement ? 'Se corrigió el hecho.' : 'Se anuló el hecho. Ctrl+Z lo restituye.'),
      )
    const run = async (intent: Intent): Promise<boolean> => {
      switch (intent.kind) {
        case 'record':
          return record(...intent.bodies)
        case 'void':
          return correct({ targetId: intent.factId, replacement: null, reason: null })
        case 'undo':
          return perform(
            'Deshacer el último hecho',
            (r) => undoing(now(), effects)(r),
            'Se deshizo el último hecho. Ctrl+Y lo restituye.',
          )
        case 'redo':
          return perform(
            'Rehacer el último hecho',
            (r) => redoing(now(), effects)(r),
            'Se restituyó el hecho.',
          )
        case 'project':
          await desktop.projector.open({ sessionId: live.snapshot().record.plan.session.id })
          return true
        case 'say':
          setMessage({ kind: 'error', text: intent.text })
          return false
      }
    }
    return { record, correct, run }
  }, [live, perform, setMessage, read, release, effects, desktop])
}

/**
 * Keys go one after the other: while a gesture is being written the next keys wait, so that each is read
 * against what the one before left behind.
 */
function useKeys(
  live: LiveSession,
  review: ReadReview,
  run: (intent: Intent) => Promise<boolean>,
  clearMessage: () => void,
) {
  const { effects } = useDeps()
  const [ui, showUi] = useState<RoomUi>(INITIAL_UI)
  const uiRef = useRef(ui)
  const waiting = useRef<string[]>([])
  const writing = useRef(false)
  const setUi = useCallback((next: RoomUi) => {
    uiRef.current = next
    showUi(next)
  }, [])
  const press = useCallback(
    (key: string) => {
      if (writing.current) {
        waiting.current.push(key)
        return
      }
      const context = {
        state: live.snapshot().state,
        newVoteId: () => voteIdSchema.parse(effects.newId()),
        ...review,
      }
      const outcome = pressKey(uiRef.current, key, context)
      if (!outcome) return
      const show = () => {
        clearMessage()
        setUi(outcome.ui)
      }
      // A form must have the keyboard before the next letter; a gesture goes to the disk first and is
      // drawn while it is being written.
      if (!outcome.intent || outcome.ui.form !== null) flushSync(show)
      else show()
      if (!outcome.intent) return
      writing.current = true
      const done = (accepted: boolean) => {
        writing.current = false
        // What was typed behind a gesture that failed meant something else than it would mean now.
        const keys = accepted ? waiting.current : []
        waiting.current = []
        for (const next of keys) press(next)
      }
      void run(outcome.intent).then(done, () => done(false))
    },
    [live, review, run, clearMessage, setUi, effects],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const key = shortcutOf(event)
      // A key held down is one key, but for moving about.
      if (event.repeat && !key.startsWith('arrow')) {
        if (!isTyping(event)) event.preventDefault()
        return
      }
      const wanted = isTyping(event) ? key === 'escape' : isRoomKey(key, event)
      if (!wanted) return
      event.preventDefault()
      press(key)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [press])
  return { ui, setUi, press }
}

const NAMED_KEYS =
  /^(arrowup|arrowdown|enter|space|escape|delete|\?|f[234689]|ctrl\+(z|y|shift\+z|enter)|alt\+[cdfmq])$/

/** Keys of the room; Enter and Space on a focused button stay the button's. */
function isRoomKey(key: string, event: KeyboardEvent): boolean {
  const onButton = event.target instanceof HTMLElement && event.target.closest('button, a, summary') !== null
  if (onButton && (key === 'enter' || key === 'space')) return false
  return /^[a-zñ]$/.test(key) || NAMED_KEYS.test(key)
}

/** The room's state and everything that can be done in it. */
export function useRoom(live: LiveSession): Room {
  const { state } = useSyncExternalStore(live.subscribe, live.snapshot)
  const performer = usePerformer(live)
  const { clock, fixTime, read, release } = useClock(state)
  const intents = useIntents(live, performer, { read, release })
  const { setMessage } = performer
  const clearMessage = useCallback(() => setMessage(null), [setMessage])
  const review = useReview(live)
  const keys = useKeys(live, review, intents.run, clearMessage)
  const { message, busy } = performer
  const pending = { review: review.review(), unreviewed: review.unreviewed() }
  return { state, clock, fixTime, message, busy, ...pending, ...intents, ...keys }
}
