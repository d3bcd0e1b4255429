import classes from './state-mark.module.css'

/** Vote and presence marks: each has a shape, a colour and a word (never colour alone). */
const MARKS = {
  yes: { shape: '●', word: 'a favor', tone: 'yes' },
  no: { shape: '✕', word: 'en contra', tone: 'no' },
  abstain: { shape: '◌', word: 'abstención', tone: 'abstain' },
  absent: { shape: '–', word: 'ausente', tone: 'absent' },
  recused: { shape: '⊘', word: 'excusa', tone: 'absent' },
  'not-voting': { shape: '○', word: 'no votó', tone: 'absent' },
  done: { shape: '✓', word: 'concluido', tone: 'yes' },
  'in-progress': { shape: '◐', word: 'en proceso', tone: 'accent' },
  pending: { shape: '○', word: 'pendiente', tone: 'absent' },
  cancelled: { shape: '✕', word: 'cancelado', tone: 'absent' },
  moot: { shape: '⊘', word: 'sin materia', tone: 'absent' },
  current: { shape: '▶', word: 'en discusión', tone: 'accent' },
  warning: { shape: '!', word: 'revisar', tone: 'abstain' },
} as const

export type MarkKind = keyof typeof MARKS

export interface StateMarkProps {
  readonly kind: MarkKind
  /** Word to show instead of the usual one; the shape stays. */
  readonly word?: string
  /** Only the shape is shown; the word stays for screen readers. */
  readonly compact?: boolean
}

/** A state as shape, colour and word. */
export function StateMark({ kind, word, compact = false }: StateMarkProps) {
  const mark = MARKS[kind]
  return (
    <span className={`${classes.mark} ${classes[mark.tone]}`} title={word ?? mark.word}>
      <span aria-hidden="true" className={classes.shape}>
        {mark.shape}
      </span>
      <span className={compact ? classes.hidden : classes.word}>{word ?? mark.word}</span>
    </span>
  )
}
