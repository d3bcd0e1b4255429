import { Button, PasswordInput, Progress, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { VerifyProgress } from '../../commands/packet/incoming/verify-packet'
import { formatBytes } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import { MessageNote } from '../../ui/message-note'
import classes from './packet-import.module.css'
import type { RefusalText } from './refusal-text'

/** Asks for a file. */
export function ChooseView({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <section className={classes.choose} aria-label="Elegir expediente">
      <h2 className={classes.chooseTitle}>Suelte aquí el expediente o el respaldo</h2>
      <Text c="var(--q-muted)" ta="center" maw={560}>
        Primero se comprueba que esté completo y sin cambios; después verá, asunto por asunto, qué trae y qué
        cambiaría. Nada se guarda hasta que usted lo decida.
      </Text>
      <Button
        leftSection={<IconFolderOpen size={16} />}
        rightSection={<Kbd keys="Ctrl+O" />}
        onClick={onChoose}
        data-autofocus
      >
        Elegir archivo…
      </Button>
      <Text size="sm" c="var(--q-muted)">
        Archivos .zip o .quorum, también cifrados (.age)
      </Text>
    </section>
  )
}

const PHASES: Readonly<Record<VerifyProgress['phase'] | 'planning', string>> = {
  opening: 'Abriendo el archivo…',
  decrypting: 'Probando la contraseña…',
  checking: 'Comprobando cada archivo…',
  reading: 'Leyendo los registros…',
  planning: 'Comparando con lo que hay en este equipo…',
}

/** What is being done, as the bar shows it. */
export type ShownProgress = Omit<VerifyProgress, 'phase'> & { readonly phase: keyof typeof PHASES }

/** How far the reading is, and the way out. */
export function ReadingView({
  name,
  progress,
  onCancel,
}: {
  readonly name: string
  readonly progress: ShownProgress
  readonly onCancel: () => void
}) {
  const { phase, done, total } = progress
  const share = total === 0 ? 0 : (done / total) * 100
  const isOpen = phase === 'opening' || phase === 'decrypting'
  return (
    <section className={classes.reading} aria-label="Leyendo el expediente">
      <Text fw={600}>{name}</Text>
      <Progress value={isOpen ? 100 : share} animated={isOpen} aria-label={PHASES[phase]} />
      <div className={classes.readingFoot}>
        <Text size="sm" c="var(--q-muted)" role="status">
          {PHASES[phase]}
        </Text>
        {phase === 'checking' && (
          <Text size="sm" c="var(--q-muted)">
            {formatBytes(done)} de {formatBytes(total)}
          </Text>
        )}
        <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onCancel}>
          Cancelar
        </Button>
      </div>
    </section>
  )
}

/** Asks for the passphrase, again when it was not the right one. */
export function PassphraseView({
  name,
  wasWrong,
  onPassphrase,
  onCancel,
}: {
  readonly name: string
  readonly wasWrong: boolean
  readonly onPassphrase: (passphrase: string) => void
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <form
      className={classes.reading}
      aria-label="Contraseña del expediente"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') onPassphrase(typed)
      }}
    >
      <Text fw={600}>{name}</Text>
      <Text size="sm">
        Está cifrado. Escriba la contraseña que le dio quien lo envió; se usa solo para abrirlo y no se
        guarda.
      </Text>
      <PasswordInput
        ref={input}
        label="Contraseña"
        autoComplete="off"
        value={typed}
        error={wasWrong ? 'No es esa. Revise mayúsculas, acentos y espacios.' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Mostrar la contraseña', tabIndex: 0 }}
      />
      <div className={classes.readingFoot}>
        <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onCancel}>
          Cancelar
        </Button>
        <Button type="submit" disabled={typed === ''}>
          Abrir
        </Button>
      </div>
    </form>
  )
}

/** Says what happened, what was kept and what to do. */
export function RefusedView({
  name,
  refusal,
  onChoose,
}: {
  readonly name: string
  readonly refusal: RefusalText
  readonly onChoose: () => void
}) {
  const { title, what, todo, details } = refusal
  return (
    <section className={classes.refused} aria-label="Expediente no aceptado">
      <MessageNote kind="error" title={`${title}: «${name}»`}>
        <p className={classes.said}>{what}</p>
        <p className={classes.said}>
          <strong>No se cambió nada en este equipo.</strong> {todo}
        </p>
        {details.length > 0 && (
          <details className={classes.details}>
            <summary>Detalles para quien lo hizo</summary>
            <ul>
              {details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </details>
        )}
      </MessageNote>
      <Button variant="default" rightSection={<Kbd keys="Ctrl+O" />} onClick={onChoose}>
        Elegir otro archivo…
      </Button>
    </section>
  )
}

/** The register stopped answering halfway: what is known, and how to find out the rest. */
export function UnsureView({ name, onChoose }: { readonly name: string; readonly onChoose: () => void }) {
  return (
    <section className={classes.refused} aria-label="Importación sin confirmar">
      <MessageNote kind="warning" title={`No se sabe si se importó: «${name}»`}>
        <p className={classes.said}>
          El registro dejó de responder mientras se guardaba. Todo va en un solo cambio: o quedó entero o no
          quedó nada; lo que ya estaba guardado sigue igual.
        </p>
        <p className={classes.said}>
          <strong>Cierre Quórum y ábralo de nuevo</strong>, y vuelva a elegir el expediente: si ya está, dirá
          «Ya está todo aquí»; si no, tráigalo otra vez.
        </p>
      </MessageNote>
      <Button variant="default" rightSection={<Kbd keys="Ctrl+O" />} onClick={onChoose}>
        Elegir otro archivo…
      </Button>
    </section>
  )
}
