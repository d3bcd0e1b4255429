import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Kbd } from '../../../ui/kbd'
import { SidePanel } from '../../../ui/side-panel'
import classes from './catalogue.module.css'

const FORM_ID = 'catalogue-form'

interface CatalogueFormProps {
  readonly title: string
  /** How the form is called: "Canal". */
  readonly name: string
  readonly saveWord: string
  /** Answers whether it was stored; if not, its fields say why. */
  readonly onSave: () => Promise<boolean>
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** A date or a channel of the catalogue beside it, with what keeps it and what gives it up. */
export function CatalogueForm({ title, name, saveWord, onSave, onCancel, children }: CatalogueFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const save = async () => {
    if (await onSave()) return
    // The first thing that is wrong, once it says so.
    const wrong = '[aria-invalid="true"], [data-problem]'
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(wrong)?.focus())
  }
  return (
    <SidePanel
      onEscape="closes"
      title={title}
      onClose={onCancel}
      foot={
        <>
          <Button type="submit" form={FORM_ID} rightSection={<Kbd keys="Ctrl+Enter" />}>
            {saveWord}
          </Button>
          <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onCancel}>
            Cancelar
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={FORM_ID}
        className={classes.form}
        aria-label={name}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return
          event.preventDefault()
          void save()
        }}
      >
        {children}
      </form>
    </SidePanel>
  )
}
