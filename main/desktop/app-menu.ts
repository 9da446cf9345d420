// The application menu. Commands of the page come from the one table of commands and are enabled while the page offers
// them; the server's entries work without a page.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import {
  COMMAND_IDS,
  COMMAND_SECTIONS,
  describeCommand,
  type CommandId,
} from '../../shared/commands.ts';
import type { DesktopActions } from './desktop-actions.ts';
import type { TenantFact } from './workspace-facts.ts';
import { pauseItem } from './pause-item.ts';
import { servingItems, type ServingView } from './serving-items.ts';
import { shownKeys } from './shown-keys.ts';
import { tenantItems } from './tenant-items.ts';

export interface MenuView extends ServingView {
  readonly isPaused: boolean;
  readonly tenants: readonly TenantFact[];
  readonly dataDir: string;
  readonly recent: readonly string[];
  readonly offers: (id: CommandId) => boolean;
}

type Items = MenuItemConstructorOptions[];

const SEPARATOR = { type: 'separator' } as const;
const IS_MAC = process.platform === 'darwin';

/** The function that it returns draws the whole menu anew, if anything that it shows has changed. */
export function createAppMenu(actions: DesktopActions): (view: MenuView) => void {
  let shown = '';
  return (view) => {
    const offered = COMMAND_IDS.filter((id) => view.offers(id));
    const next = JSON.stringify([view, offered]);
    if (next === shown) return;
    shown = next;
    showAppMenu(view, actions);
  };
}

function showAppMenu(view: MenuView, actions: DesktopActions): void {
  const command = (id: CommandId, label?: string) => commandItem({ id, label, view, actions });
  const template: Items = [
    ...(IS_MAC ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileItems(view, actions, command) },
    { label: '&Edit', submenu: editItems(command) },
    { label: '&View', submenu: viewItems(actions, command) },
    ...sectionMenus(command),
    { label: '&Server', id: 'server', submenu: serverItems(view, actions) },
    ...(IS_MAC ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: '&Help', submenu: helpItems(actions, command) },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

interface CommandItem {
  readonly id: CommandId;
  readonly label: string | undefined;
  readonly view: MenuView;
  readonly actions: DesktopActions;
}

type Command = (id: CommandId, label?: string) => MenuItemConstructorOptions;

function commandItem({ id, label, view, actions }: CommandItem): MenuItemConstructorOptions {
  return {
    id,
    label: label ?? describeCommand(id).title,
    enabled: view.offers(id),
    ...shownKeys(id),
    click: () => actions.run(id),
  };
}

function fileItems(view: MenuView, actions: DesktopActions, command: Command): Items {
  const recent = view.recent.map((folder) => ({
    label: folder.replaceAll('&', '&&'),
    click: () => actions.openWorkspace(folder),
  }));
  return [
    {
      id: 'open-workspace',
      label: 'Open Workspace Folder…',
      accelerator: 'CmdOrCtrl+O',
      click: actions.chooseWorkspace,
    },
    {
      id: 'open-recent',
      label: 'Open Recent',
      enabled: recent.length > 0,
      submenu: recent,
    },
    {
      id: 'show-data-folder',
      label: 'Show Data Folder',
      enabled: view.dataDir !== ':memory:',
      click: actions.showDataFolder,
    },
    SEPARATOR,
    command('app.takeSnapshot', 'Take Snapshot'),
    command('requests.export', 'Export or Import Requests…'),
    SEPARATOR,
    command('go.settings', 'Settings'),
    SEPARATOR,
    { role: 'close' },
    ...(IS_MAC ? [] : [{ role: 'quit' } as const]),
  ];
}

function editItems(command: Command): Items {
  return [
    { role: 'undo' },
    { role: 'redo' },
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    { role: 'selectAll' },
    SEPARATOR,
    command('view.find', 'Find'),
    command('app.palette', 'Command Palette…'),
  ];
}

function viewItems(actions: DesktopActions, command: Command): Items {
  return [
    command('go.home'),
    command('go.requests'),
    command('go.users'),
    command('go.groups'),
    command('go.schema'),
    command('go.integration'),
    command('go.compose'),
    command('go.checks'),
    command('go.snapshots'),
    { label: 'Entra Simulator', submenu: SIMULATOR_PAGES.map((id) => command(id, pageName(id))) },
    SEPARATOR,
    {
      label: 'Theme',
      submenu: [
        command('view.themeSystem', 'As the System'),
        command('view.themeLight', 'Light'),
        command('view.themeDark', 'Dark'),
        command('view.themeContrast', 'High Contrast'),
      ],
    },
    command('view.density', 'Compact or Comfortable Rows'),
    command('view.sidebar', 'Sidebar'),
    command('view.inspector', 'Details'),
    command('app.activity', 'Activity'),
    SEPARATOR,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    SEPARATOR,
    {
      id: 'reload-view',
      label: 'Reload View',
      accelerator: 'CmdOrCtrl+R',
      click: actions.reloadPage,
    },
    { role: 'toggleDevTools' },
  ];
}

const SIMULATOR_PAGES: readonly CommandId[] = [
  'go.overview',
  'go.connectivity',
  'go.usersAndGroups',
  'go.mapping',
  'go.provisioningLogs',
  'go.auditLogs',
  'go.discovery',
  'go.connections',
  'go.mailbox',
  'go.directory',
  'go.scenarios',
];

/** Without the words that the menu says already. */
function pageName(id: CommandId): string {
  return describeCommand(id).title.replace(/^Entra simulator: /, '');
}

/**
 * Sections of the table that have a menu of their own; the others stand among the entries above, but for the keys of
 * lists, which mean something where a list has the focus only.
 */
function sectionMenus(command: Command): Items {
  const own = COMMAND_SECTIONS.filter((section) => !PLACED_SECTIONS.includes(section));
  return own.map((section) => {
    const ids = COMMAND_IDS.filter(
      (id) => describeCommand(id).section === section && !PLACED_ENTRIES.includes(id),
    );
    return { label: section, submenu: ids.map((id) => command(id)) };
  });
}

/** They are in other menus: that of the server works without a page too. */
const PLACED_ENTRIES: readonly CommandId[] = [
  'tenant.copyUrl',
  'tenant.copyToken',
  'requests.export',
];

const PLACED_SECTIONS: readonly string[] = ['App', 'Go to', 'View', 'Server', 'Lists'];

function serverItems(view: MenuView, actions: DesktopActions): Items {
  const { state, tenants } = view;
  const isServing = state.state === 'serving';
  return [
    ...servingItems(view, actions, startStopKeys(view)),
    SEPARATOR,
    { ...pauseItem(view, actions), accelerator: 'CmdOrCtrl+Shift+R' },
    SEPARATOR,
    ...tenantItems(tenants, { actions, isServing, isFull: true }),
    SEPARATOR,
    {
      id: 'restart-server',
      label: 'Restart Server Process',
      enabled: isServing,
      click: actions.restartServer,
    },
  ];
}

/** The menu listens to them only while there is no page that does. */
function startStopKeys({ offers }: MenuView): MenuItemConstructorOptions {
  return { accelerator: 'CmdOrCtrl+Shift+S', registerAccelerator: !offers('server.startStop') };
}

function helpItems(actions: DesktopActions, command: Command): Items {
  return [
    command('go.help', 'SCIM Mock Tenant Help'),
    command('app.tour', 'Tour'),
    command('app.shortcuts', 'Keyboard Shortcuts'),
    SEPARATOR,
    command('app.checkForUpdates', 'Check for Updates…'),
    { id: 'diagnostics', label: 'Save Diagnostics…', click: actions.saveDiagnostics },
    ...(IS_MAC ? [] : [SEPARATOR, { role: 'about' } as const]),
  ];
}

export function describeApp(): void {
  app.setAboutPanelOptions({
    applicationName: 'SCIM Mock Tenant',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
  });
}
