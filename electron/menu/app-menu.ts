import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/ipc'

/** What the menu needs to know. */
export interface MenuContext {
  readonly send: (command: MenuCommand) => void
  readonly isMac: boolean
  /** Shows the entry for Chromium's developer tools. */
  readonly withDevTools: boolean
}

/** The application menu. Its words and shortcuts are the same that the screens show. */
export function appMenu(context: MenuContext): MenuItemConstructorOptions[] {
  return [
    ...(context.isMac ? [macAppMenu(context)] : []),
    fileMenu(context),
    editMenu(),
    viewMenu(context),
    windowMenu(),
    helpMenu(context),
  ]
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

function command({ send }: MenuContext, label: string, name: MenuCommand, accelerator?: string): Item {
  const item: Item = { id: name, label, click: () => send(name) }
  return accelerator === undefined ? item : { ...item, accelerator }
}

function macAppMenu(context: MenuContext): Item {
  return {
    label: 'Quórum',
    submenu: [
      command(context, 'Acerca de Quórum', 'show-about'),
      SEPARATOR,
      command(context, 'Ajustes…', 'open-settings', 'Cmd+,'),
      SEPARATOR,
      { role: 'hide', label: 'Ocultar Quórum' },
      { role: 'hideOthers', label: 'Ocultar otras' },
      { role: 'unhide', label: 'Mostrar todo' },
      SEPARATOR,
      { role: 'quit', label: 'Salir de Quórum' },
    ],
  }
}

function fileMenu(context: MenuContext): Item {
  const atEnd: Item[] = context.isMac
    ? [{ role: 'close', label: 'Cerrar ventana' }]
    : [
        command(context, 'Ajustes…', 'open-settings', 'Ctrl+,'),
        SEPARATOR,
        { role: 'quit', label: 'Salir', accelerator: 'Ctrl+Q' },
      ]
  return {
    label: '&Archivo',
    submenu: [
      command(context, 'Nueva sesión…', 'new-session', 'CmdOrCtrl+N'),
      command(context, 'Importar expediente…', 'import-packet', 'CmdOrCtrl+O'),
      SEPARATOR,
      ...atEnd,
    ],
  }
}

function editMenu(): Item {
  return {
    label: '&Edición',
    submenu: [
      { role: 'undo', label: 'Deshacer escritura' },
      { role: 'redo', label: 'Rehacer escritura' },
      SEPARATOR,
      { role: 'cut', label: 'Cortar' },
      { role: 'copy', label: 'Copiar' },
      { role: 'paste', label: 'Pegar' },
      { role: 'pasteAndMatchStyle', label: 'Pegar sin formato' },
      { role: 'selectAll', label: 'Seleccionar todo' },
    ],
  }
}

function viewMenu(context: MenuContext): Item {
  const devTools: Item[] = context.withDevTools
    ? [SEPARATOR, { role: 'toggleDevTools', label: 'Herramientas de desarrollo' }]
    : []
  return {
    label: '&Ver',
    submenu: [
      command(context, 'Inicio', 'open-home'),
      command(context, 'Sesiones', 'open-sessions'),
      command(context, 'Seguimiento', 'open-follow-up'),
      command(context, 'Calendario', 'open-calendar'),
      command(context, 'Directorio', 'open-directory'),
      SEPARATOR,
      { role: 'resetZoom', label: 'Tamaño normal' },
      { role: 'zoomIn', label: 'Acercar' },
      { role: 'zoomOut', label: 'Alejar' },
      { role: 'togglefullscreen', label: 'Pantalla completa' },
      ...devTools,
    ],
  }
}

function windowMenu(): Item {
  return {
    label: 'Ve&ntana',
    submenu: [
      { role: 'minimize', label: 'Minimizar' },
      { role: 'zoom', label: 'Maximizar' },
      { role: 'close', label: 'Cerrar' },
    ],
  }
}

function helpMenu(context: MenuContext): Item {
  return {
    label: 'A&yuda',
    role: 'help',
    submenu: [command(context, 'Acerca de Quórum', 'show-about')],
  }
}
