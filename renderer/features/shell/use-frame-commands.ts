// What the commands of the frame do; they work on every screen.
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useSettingsChange } from '../../api/use-settings.ts';
import { openPalette } from '../palette/palette-state.ts';
import { showShortcuts } from '../shortcuts/shortcut-overlay.tsx';
import { useCommands } from '../shortcuts/use-commands.ts';
import { startTour } from '../tour/tour-state.ts';
import { setActivityOpen } from './activity-button.tsx';
import { focusFilter, focusPart } from './landmarks.ts';
import { useRecording, useRecordingSwitch } from './use-recording.ts';
import { toggleSidebar } from './sidebar-state.ts';
import type { Theme } from './theme.ts';

const SECTIONS = [
  ['go.home', '/'],
  ['go.requests', '/requests'],
  ['go.users', '/users'],
  ['go.groups', '/groups'],
  ['go.schema', '/schema'],
  ['go.integration', '/integration/scim'],
  ['go.compose', '/compose'],
  ['go.checks', '/checks'],
  ['go.snapshots', '/snapshots'],
  ['go.settings', '/settings'],
  ['go.help', '/help'],
] as const;

/** Mount once. */
export function useFrameCommands(): void {
  const navigate = useNavigate();
  const toggleDetails = useDetailsToggle();
  const { mutate: change } = useSettingsChange();
  const isPaused = useRecording()?.isPaused === true;
  const { mutate: setRecording } = useRecordingSwitch();
  const setTheme = (theme: Theme) => change({ 'general.theme': theme });
  useCommands([
    { id: 'app.palette', run: openPalette },
    { id: 'app.shortcuts', run: showShortcuts },
    { id: 'app.activity', run: () => setActivityOpen(true) },
    { id: 'tenant.pauseRecording', run: () => setRecording(!isPaused) },
    { id: 'app.tour', run: startTour },
    { id: 'view.sidebar', run: toggleSidebar },
    { id: 'view.inspector', run: toggleDetails },
    { id: 'view.nextPart', run: () => focusPart(1) },
    { id: 'view.previousPart', run: () => focusPart(-1) },
    { id: 'view.find', run: focusFilter },
    { id: 'view.themeSystem', run: () => setTheme('system') },
    { id: 'view.themeLight', run: () => setTheme('light') },
    { id: 'view.themeDark', run: () => setTheme('dark') },
    { id: 'view.themeContrast', run: () => setTheme('contrast') },
    ...SECTIONS.map(([id, to]) => ({ id, run: () => void navigate({ to }) })),
  ]);
}

/** Details are open while the address has an `id`: taking it away closes them, putting it back opens them again. */
function useDetailsToggle(): () => void {
  const { history } = useRouter();
  const last = useRef(new Map<string, string>());
  return function toggleDetails(): void {
    const url = new URL(history.location.href, location.origin);
    const id = url.searchParams.get('id');
    const remembered = last.current.get(url.pathname);
    if (id !== null) {
      last.current.set(url.pathname, id);
      url.searchParams.delete('id');
    } else if (remembered !== undefined) url.searchParams.set('id', remembered);
    else return;
    history.replace(url.pathname + url.search);
  };
}
