// Other workspace folders: chosen, remembered, and gone back from when one cannot be opened. The server moves to the
// other folder on the same ports, so what an admin pasted into Entra keeps its address.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { dialog } from 'electron';
import { z } from 'zod';
import { openJsonFile, type JsonFile } from './json-file.ts';
import type { MainWindow } from './main-window.ts';
import type { ServerHost } from './server-host.ts';

const MOST_RECENT = 8;

export interface Workspaces {
  /** Newest first, without the one that is open, and only those that are still there. */
  readonly recent: () => readonly string[];
  readonly choose: () => Promise<void>;
  readonly open: (folder: string) => Promise<void>;
  readonly onChange: (listener: () => void) => void;
}

/** The folder that was open last, if one was chosen ever. */
export function lastWorkspace(stateFolder: string): string | undefined {
  return openRecent(stateFolder).read()[0];
}

function openRecent(stateFolder: string): JsonFile<string[]> {
  return openJsonFile(path.join(stateFolder, 'recent.json'), z.array(z.string()), []);
}

export function createWorkspaces(
  host: ServerHost,
  main: MainWindow,
  stateFolder: string,
): Workspaces {
  const file = openRecent(stateFolder);
  const listeners: (() => void)[] = [];
  let isBusy = false;

  async function moveTo(folder: string): Promise<void> {
    const before = host.dataDir();
    if (isBusy || folder === before) return;
    isBusy = true;
    const state = await host.moveTo(folder).finally(() => (isBusy = false));
    if (state.state === 'failed') {
      await host.moveTo(before);
      await tellFailure(main, folder, state.message);
      return;
    }
    file.write(remember(file.read(), [folder, before]));
    main.reload();
    for (const listener of listeners) listener();
  }

  return {
    recent: () => file.read().filter((one) => one !== host.dataDir() && existsSync(one)),
    async choose() {
      const { filePaths } = await dialog.showOpenDialog(main.window, {
        title: 'Open workspace folder',
        buttonLabel: 'Open',
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      });
      const [folder] = filePaths;
      if (folder !== undefined && (await agreesToNew(main, folder))) await moveTo(folder);
    },
    open: moveTo,
    onChange: (listener) => void listeners.push(listener),
  };
}

function remember(recent: readonly string[], opened: readonly string[]): string[] {
  const folders = opened.filter((one) => one !== ':memory:');
  return [...new Set([...folders, ...recent])].slice(0, MOST_RECENT);
}

/** A folder with something else in it is most likely the wrong one. */
async function agreesToNew({ window }: MainWindow, folder: string): Promise<boolean> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length === 0 || names.includes('workspace.db')) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Make a new workspace in this folder?',
    detail: `${folder} has no workspace, but other files.`,
    buttons: ['Make a workspace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

async function tellFailure({ window }: MainWindow, folder: string, reason: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The workspace could not be opened.',
    detail: `${folder}\n\n${reason}\n\nThe one before is open again.`,
  });
}
