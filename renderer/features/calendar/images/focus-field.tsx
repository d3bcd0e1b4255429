import type { MouseEvent } from 'react'
import type { PublicationImage } from '../../../../shared/domain/publications'
import classes from './images.module.css'
import { StoredImage } from './stored-image'

interface FocusFieldProps {
  readonly image: PublicationImage
  readonly onChange: (focus: PublicationImage['focus']) => void
}

const AXES = [
  { axis: 'x', label: 'Centro a lo ancho' },
  { axis: 'y', label: 'Centro a lo alto' },
] as const

function percent(fraction: number): number {
  return Math.round(fraction * 100)
}

/** The image whole, with the point that every crop keeps: a click or two sliders put it elsewhere. */
export function FocusField({ image, onChange }: FocusFieldProps) {
  const { file, focus } = image
  const pick = (event: MouseEvent<HTMLButtonElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const within = (part: number) => Math.round(Math.min(Math.max(part, 0), 1) * 100) / 100
    onChange({ x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) })
  }
  return (
    <>
      <div className={classes.whole}>
        {/* For the mouse only: the sliders below do the same by keyboard. */}
        <button
          type="button"
          tabIndex={-1}
          className={classes.canvas}
          aria-label={`Elegir con el ratón el centro de ${file.name}`}
          onClick={pick}
        >
          <StoredImage image={image} />
          <span
            className={classes.focus}
            aria-hidden="true"
            style={{ left: `${percent(focus.x)}%`, top: `${percent(focus.y)}%` }}
          />
        </button>
      </div>
      <div className={classes.sliders}>
        {AXES.map(({ axis, label }) => (
          <label key={axis} className={classes.slider}>
            <span>{label}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={1}
              value={percent(focus[axis])}
              aria-valuetext={`${percent(focus[axis])} por ciento`}
              onChange={(event) => onChange({ ...focus, [axis]: Number(event.currentTarget.value) / 100 })}
            />
          </label>
        ))}
      </div>
    </>
  )
}
