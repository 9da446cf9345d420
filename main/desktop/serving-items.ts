// The entries of menu and tray that change whether SCIM requests are served: the same as in the window's title bar.
import type { MenuItemConstructorOptions } from 'electron';
import type { Serving } from '../../shared/admin/serving.ts';
import type { ServerState } from '../../shared/shell.ts';
import type { DesktopActions } from './desktop-actions.ts';

export interface ServingView {
  readonly state: ServerState;
  /** undefined while there is no server. */
  readonly serving: Serving | undefined;
}

/** A server that could not start or did not stay up is started with the same entry. */
export function canStart({ state, serving }: ServingView): boolean {
  if (state.state === 'failed') return true;
  return serving?.state === 'stopped' || serving?.state === 'port-in-use';
}

/** Electron ticks the pause by itself when it is pressed; the feed then says what is true, and it is drawn again. */
export function servingItems(
  view: ServingView,
  actions: DesktopActions,
  keys: MenuItemConstructorOptions = {},
): MenuItemConstructorOptions[] {
  const isPaused = view.serving?.state === 'paused';
  const isOpen = view.serving?.state === 'serving' || isPaused;
  const startOrStop: MenuItemConstructorOptions = canStart(view)
    ? { id: 'start-serving', label: 'Start Serving', click: actions.startServing }
    : { id: 'stop-serving', label: 'Stop Serving', enabled: isOpen, click: actions.stopServing };
  return [
    { ...startOrStop, ...keys },
    {
      id: 'pause-serving',
      label: 'Pause Serving',
      type: 'checkbox',
      checked: isPaused,
      enabled: isOpen,
      click: () => actions.setPaused(!isPaused),
    },
    {
      id: 'restart-serving',
      label: 'Restart Serving',
      enabled: isOpen,
      click: actions.restartServing,
    },
  ];
}
