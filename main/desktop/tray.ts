// The icon in the notification area (Windows, Linux) or menu bar (macOS): whether the tenant is served, and what is
// needed of the app while its window is closed.
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import { describeTakenPort, type Serving, type ServingState } from '../../shared/admin/serving.ts';
import { DEFAULT_TENANT_SLUG, tenantUrl } from '../../shared/tenant-path.ts';
import type { DesktopActions } from './desktop-actions.ts';
import { drawTrayIcon, type TraySign } from './draw-icon.ts';
import type { TenantFact } from './workspace-facts.ts';
import { pauseItem } from './pause-item.ts';
import { servingItems, type ServingView } from './serving-items.ts';
import { tenantItems } from './tenant-items.ts';

export interface TrayView extends ServingView {
  /** Requests are answered, but not recorded. */
  readonly isPaused: boolean;
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

function signOf({ state: { state }, serving, isPaused }: TrayView): TraySign {
  switch (state) {
    case 'serving':
      return signOfServing(serving?.state ?? 'serving', isPaused);
    case 'failed':
      return 'failed';
    case 'starting':
    case 'restarting':
      return 'waiting';
  }
}

function signOfServing(state: ServingState, isRecordingPaused: boolean): TraySign {
  switch (state) {
    case 'serving':
      return isRecordingPaused ? 'paused' : 'serving';
    case 'paused':
    case 'stopped':
      return state;
    case 'port-in-use':
      return 'failed';
  }
}

function toolTipOf(view: TrayView): string {
  const name = view.label === '' ? 'SCIM Mock Tenant' : `SCIM Mock Tenant · ${view.label}`;
  return `${name}\n${sentenceOf(view)}`;
}

function sentenceOf({ state, isPaused, serving }: TrayView): string {
  switch (state.state) {
    case 'serving':
      return serving === undefined ? 'Starting' : tellServing(serving, isPaused);
    case 'starting':
      return 'Starting';
    case 'restarting':
      return 'Restarting';
    case 'failed':
      return 'The server is not running';
  }
}

function tellServing(serving: Serving, isRecordingPaused: boolean): string {
  const recording = isRecordingPaused ? ', recording paused' : '';
  switch (serving.state) {
    case 'serving':
      return `Serving ${tenantUrl(serving.origin, DEFAULT_TENANT_SLUG)}${recording}`;
    case 'paused':
      return `Paused: requests are answered with 503${recording}`;
    case 'stopped':
      return 'Serving is stopped';
    case 'port-in-use':
      return describeTakenPort(serving);
  }
}

function menuOf(view: TrayView, actions: DesktopActions): MenuItemConstructorOptions[] {
  const isServing = view.state.state === 'serving';
  return [
    { id: 'state', label: sentenceOf(view), enabled: false },
    { id: 'open', label: 'Open SCIM Mock Tenant', click: actions.showWindow },
    { type: 'separator' },
    ...tenantItems(view.tenants, { actions, isServing }),
    { type: 'separator' },
    pauseItem(view, actions),
    { type: 'separator' },
    ...servingItems(view, actions),
    { type: 'separator' },
    { id: 'quit', label: 'Quit', click: actions.quit },
  ];
}
