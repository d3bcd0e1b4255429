import { NativeSelect, Text } from '@mantine/core'
import {
  IconCalendarEvent,
  IconHome,
  IconListCheck,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import type { Body } from '../../shared/domain/bodies'
import { useDeps } from '../commands/deps'
import type { MenuCommand } from '../platform/desktop'
import classes from './frame.module.css'
import { OverdueCount } from './overdue-count'
import { SaveBadge } from './save-badge'
import { IMPORT_PATH } from './use-packet-doors'

const PLACES = [
  { path: '/', label: 'Inicio', icon: <IconHome size={18} /> },
  { path: '/sesiones', label: 'Sesiones', icon: <IconUsersGroup size={18} /> },
  { path: '/seguimiento', label: 'Seguimiento', icon: <IconListCheck size={18} /> },
  { path: '/calendario', label: 'Calendario', icon: <IconCalendarEvent size={18} /> },
  { path: '/directorio', label: 'Directorio', icon: <IconUsers size={18} /> },
  { path: '/ajustes', label: 'Ajustes', icon: <IconSettings size={18} /> },
] as const

/** Where the entries of the application menu lead. */
const MENU_PATHS: Readonly<Record<MenuCommand, string>> = {
  'open-home': '/',
  'open-sessions': '/sesiones',
  'open-follow-up': '/seguimiento',
  'open-calendar': '/calendario',
  'open-directory': '/directorio',
  'open-settings': '/ajustes',
  'new-session': '/sesiones?nueva',
  'import-packet': IMPORT_PATH,
  'show-about': '/ajustes',
}

const NEW_BODY = 'nuevo'

interface FrameProps {
  readonly body: Body
  readonly bodies: readonly Body[]
  readonly onChooseBody: (id: string) => void
  readonly children: ReactNode
}

function isHere(location: string, path: string): boolean {
  return path === '/' ? location === '/' : location.startsWith(path)
}

function BodySwitch({ body, bodies, onChooseBody }: Omit<FrameProps, 'children'>) {
  const [, navigate] = useLocation()
  return (
    <NativeSelect
      aria-label="Órgano"
      size="xs"
      value={body.id}
      onChange={(event) => {
        if (event.currentTarget.value === NEW_BODY) navigate('/bienvenida')
        else onChooseBody(event.currentTarget.value)
      }}
      data={[
        ...bodies.map((each) => ({ value: each.id, label: each.acronym })),
        { value: NEW_BODY, label: 'Otro órgano…' },
      ]}
    />
  )
}

/** Header with body and save state, places at the left, the screen in the middle. */
export function Frame({ children, ...bodyProps }: FrameProps) {
  const [location, navigate] = useLocation()
  const { desktop } = useDeps()
  useEffect(
    () =>
      desktop.onCommand((command) => {
        navigate(MENU_PATHS[command])
      }),
    [desktop, navigate],
  )
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Text fw={700} size="lg" component="span">
          Quórum
        </Text>
        <BodySwitch {...bodyProps} />
        <span className={classes.spring} />
        <SaveBadge />
      </header>
      <nav className={classes.nav} aria-label="Secciones">
        {PLACES.map((place) => (
          <Link
            key={place.path}
            href={place.path}
            className={
              isHere(location, place.path) ? `${classes.place} ${classes.here}` : (classes.place ?? '')
            }
            aria-current={isHere(location, place.path) ? 'page' : undefined}
          >
            {place.icon}
            <span>{place.label}</span>
            {place.path === '/seguimiento' && <OverdueCount />}
          </Link>
        ))}
      </nav>
      <main className={classes.main}>{children}</main>
    </div>
  )
}
