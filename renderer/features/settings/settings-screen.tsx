import type { ReactNode } from 'react'
import { useBody } from '../../data/current-body'
import { Screen } from '../../ui/screen'
import { AppearanceSection } from './appearance-section'
import { BodySection } from './body-section'
import { ClosedDaysSection } from './closed-days-section'
import { NoticesSection } from './notices-section'
import { RulesSection } from './rules-section'
import { Section } from './section'
import classes from './settings.module.css'
import { StorageSection } from './storage-section'

/** Data and rules of the body on screen, and what belongs to this computer. */
export function SettingsScreen({ backup }: { readonly backup: ReactNode }) {
  const body = useBody()
  return (
    <Screen title="Ajustes" subtitle={`${body.name} y este equipo`}>
      <div className={classes.page}>
        <BodySection key={`body ${body.id}`} body={body} />
        <RulesSection key={`rules ${body.id}`} body={body} />
        <ClosedDaysSection key={`calendar ${body.id}`} body={body} />
        <AppearanceSection />
        <NoticesSection />
        <StorageSection />
        <Section
          title="Respaldo"
          says="No es para repartir: contiene datos internos. En otro equipo se abre con «Importar expediente»."
        >
          {backup}
        </Section>
      </div>
    </Screen>
  )
}
