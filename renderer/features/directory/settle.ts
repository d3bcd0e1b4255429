import { createContext, useContext, useEffect, useRef } from 'react'

/** Saves what a form holds; false when it cannot, and then the form says why. */
export type Settle = () => Promise<boolean>

/** Forms on screen that may hold something unsaved. */
export class OpenForms {
  readonly #forms = new Set<() => Promise<boolean>>()

  /** Adds a form; returns the function that takes it out. */
  add(settle: Settle): () => void {
    this.#forms.add(settle)
    return () => this.#forms.delete(settle)
  }

  /** Saves every form; false when one cannot be saved, so that nothing typed is lost by going on. */
  async settle(): Promise<boolean> {
    const settled = await Promise.all([...this.#forms].map((settle) => settle()))
    return settled.every((isSettled) => isSettled)
  }
}

export const OpenFormsContext = createContext<OpenForms>(new OpenForms())

/** Lets the screen save this form before it shows something else. */
export function useSettled(settle: Settle): void {
  const forms = useContext(OpenFormsContext)
  const latest = useRef(settle)
  useEffect(() => {
    latest.current = settle
  })
  useEffect(() => forms.add(() => latest.current()), [forms])
}
