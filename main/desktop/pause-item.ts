// The entry of menu and tray that pauses recording. Electron ticks such an entry by itself when it is pressed; the feed
// then says what is true, and it is drawn again.
import type { MenuItemConstructorOptions } from 'electron';
import type { ServerState } from '../../shared/shell.ts';
import type { DesktopActions } from './desktop-actions.ts';

interface PauseView {
  readonly state: ServerState;
  readonly isPaused: boolean;
}

export function pauseItem(
  { state, isPaused }: PauseView,
  actions: DesktopActions,
): MenuItemConstructorOptions {
  return {
    id: 'pause-recording',
    label: 'Pause Recording',
    type: 'checkbox',
    checked: isPaused,
    enabled: state.state === 'serving',
    click: () => actions.setRecording(!isPaused),
  };
}
