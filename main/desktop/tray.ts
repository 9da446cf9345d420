// The icon in the notification area (Windows, Linux) or menu bar (macOS): whether the tenant is served, and what is
// needed of the app while its window is closed.
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import type { ServerState } from '../../shared/shell.ts';
import type { DesktopActions } from './desktop-actions.ts';
import { drawTrayIcon, type TraySign } from './draw-icon.ts';
import type { TenantFact } from './workspace-facts.ts';
import { pauseItem } from './pause-item.ts';
import { tenantItems } from './tenant-items.ts';

export interface TrayView {
  readonly state: ServerState;
  /** Requests are answered, but not recorded. */
  readonly isPaused: boolean;
  /** Origin of the SCIM listener while there is one. */
  readonly scimUrl: string | undefined;
  readonly label: string;
  readonly tenants: readonly TenantFact[];
}

export interface TrayIcon {
  readonly isShown: () => boolean;
  /** The system has a place for it; nothing is shown before. */
  readonly allow: () => void;
  /** undefined: it is not wished. */
  readonly draw: (view: TrayView | undefined) => void;
}

export function createTrayIcon(actions: DesktopActions): TrayIcon {
  // Kept, because a tray that nobody refers to is collected and gone.
  let tray: Tray | undefined;
  let isAllowed = false;
  let latest: TrayView | undefined;
  let sign: TraySign | undefined;

  function create(first: TraySign): Tray {
    sign = first;
    const created = new Tray(drawTrayIcon(first));
    // macOS opens the menu at a click.
    if (process.platform !== 'darwin') created.on('click', actions.showWindow);
    return created;
  }

  function show(view: TrayView): void {
    const next = signOf(view);
    tray ??= create(next);
    if (sign !== next) tray.setImage(drawTrayIcon(next));
    sign = next;
    tray.setToolTip(toolTipOf(view));
    tray.setContextMenu(Menu.buildFromTemplate(menuOf(view, actions)));
  }

  function draw(view: TrayView | undefined): void {
    latest = view;
    if (isAllowed && view !== undefined) return show(view);
    tray?.destroy();
    tray = undefined;
  }

  return {
    isShown: () => tray !== undefined,
    allow() {
      isAllowed = true;
      draw(latest);
    },
    draw,
  };
}

function signOf({ state: { state }, isPaused }: TrayView): TraySign {
  switch (state) {
    case 'serving':
      return isPaused ? 'paused' : 'serving';
    case 'stopped':
    case 'failed':
      return state;
    case 'starting':
    case 'restarting':
      return 'waiting';
  }
}

function toolTipOf(view: TrayView): string {
  const name = view.label === '' ? 'SCIM Mock Tenant' : `SCIM Mock Tenant · ${view.label}`;
  return `${name}\n${sentenceOf(view)}`;
}

function sentenceOf({ state, isPaused, scimUrl = '' }: TrayView): string {
  switch (state.state) {
    case 'serving':
      return `Serving ${scimUrl}${isPaused ? ', recording paused' : ''}`;
    case 'starting':
      return 'Starting';
    case 'restarting':
      return 'Restarting';
    case 'stopped':
      return 'The server is stopped';
    case 'failed':
      return 'The server is not running';
  }
}

function menuOf(view: TrayView, actions: DesktopActions): MenuItemConstructorOptions[] {
  const isServing = view.state.state === 'serving';
  const canStart = view.state.state === 'stopped' || view.state.state === 'failed';
  return [
    { id: 'state', label: sentenceOf(view), enabled: false },
    { id: 'open', label: 'Open SCIM Mock Tenant', click: actions.showWindow },
    { type: 'separator' },
    ...tenantItems(view.tenants, { actions, isServing }),
    { type: 'separator' },
    pauseItem(view, actions),
    { type: 'separator' },
    canStart
      ? { id: 'start', label: 'Start Server', click: actions.startServer }
      : { id: 'stop', label: 'Stop Server', click: actions.stopServer },
    { id: 'restart', label: 'Restart Server', enabled: !canStart, click: actions.restartServer },
    { type: 'separator' },
    { id: 'quit', label: 'Quit', click: actions.quit },
  ];
}
