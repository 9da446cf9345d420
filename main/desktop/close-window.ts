// What closing the window does. "Keep serving" hides it: the server goes on, and the tray brings it back. Where the
// system shows no tray it is minimised instead, so that there is never a process that nobody can see or end.
import path from 'node:path';
import { app, dialog } from 'electron';
import { z } from 'zod';
import type { DesktopSettings } from './desktop-settings.ts';
import { openJsonFile } from './json-file.ts';
import type { MainWindow } from './main-window.ts';

const CloseNote = z.object({ isExplained: z.boolean() });

interface CloseOptions {
  readonly settings: DesktopSettings;
  /** Where it is noted that closing has been explained. */
  readonly folder: string;
  readonly hasTray: () => boolean;
}

export function decideOnClose(main: MainWindow, options: CloseOptions): void {
  const { settings, folder, hasTray } = options;
  const note = openJsonFile(path.join(folder, 'closing.json'), CloseNote, { isExplained: false });
  let isQuitting = false;
  let isAsking = false;
  app.on('before-quit', () => (isQuitting = true));

  main.window.on('close', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    if (!isAsking) void close();
  });

  async function close(): Promise<void> {
    isAsking = true;
    const choice = await choose().finally(() => (isAsking = false));
    if (choice === 'quit') app.quit();
    if (choice === 'keep-serving') putAway(main, hasTray());
  }

  async function choose(): Promise<Choice> {
    if (note.read().isExplained) {
      return settings.read()['desktop.closeKeepsServing'] ? 'keep-serving' : 'quit';
    }
    const { response, checkboxChecked } = await dialog.showMessageBox(main.window, {
      type: 'question',
      message: 'Keep serving while the window is closed?',
      detail: `SCIM clients reach the tenant as before, and requests are recorded. ${wayBack(hasTray())}`,
      buttons: ['Keep serving', 'Quit', 'Cancel'],
      defaultId: 0,
      cancelId: 2,
      checkboxLabel: 'Remember this (Settings, Desktop)',
      checkboxChecked: true,
    });
    const choice = CHOICES[response] ?? 'cancel';
    if (checkboxChecked && choice !== 'cancel') await remember(choice === 'keep-serving');
    return choice;
  }

  /** Without a server there is nothing to remember it: the next close asks again. */
  async function remember(keepsServing: boolean): Promise<void> {
    try {
      await settings.change({ 'desktop.closeKeepsServing': keepsServing });
      note.write({ isExplained: true });
    } catch (error) {
      process.stderr.write(`What closing does was not remembered: ${String(error)}\n`);
    }
  }
}

const CHOICES = ['keep-serving', 'quit', 'cancel'] as const;
type Choice = (typeof CHOICES)[number];

function putAway({ window }: MainWindow, hasTray: boolean): void {
  if (hasTray || process.platform === 'darwin') window.hide();
  else window.minimize();
}

function wayBack(hasTray: boolean): string {
  if (hasTray) return 'The tray icon opens the window again, stops the server and quits.';
  if (process.platform === 'darwin') return 'The Dock icon opens the window again.';
  return 'This system shows no tray icon, so the window is minimised. A second start of the app opens it too.';
}
