import { createContext, useContext } from 'react'
import type { Body } from '../../shared/domain/bodies'
import { required } from '../../shared/lib/assert'

/** The body whose sessions and directory are on screen. */
export const CurrentBodyContext = createContext<Body | null>(null)

/** The body on screen; only inside the frame, where there always is one. */
export function useBody(): Body {
  return required(useContext(CurrentBodyContext), 'current body')
}
