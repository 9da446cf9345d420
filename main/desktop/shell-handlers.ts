// The shell's side of `window.shell` (shared/shell.ts). Each call first proves where it comes from: the main frame
// of our window, showing our own admin listener.
import { app, ipcMain, shell, type IpcMainInvokeEvent } from 'electron';
import {
  OfferCommandsArgument,
  OpenExternalArgument,
  SendFileArgument,
  ShellFolder,
  UpdateOrder,
  type SentFile,
  type ServerState,
} from '../../shared/shell.ts';
import type { MainWindow } from './main-window.ts';
import type { OpenedFiles } from './opened-files.ts';
import type { ServerHost } from './server-host.ts';
import type { Updates } from './updates.ts';

interface ShellParts {
  readonly host: ServerHost;
  readonly main: MainWindow;
  readonly files: OpenedFiles;
  readonly updates: Updates;
}

export function registerShellHandlers({ host, main, files, updates }: ShellParts): void {
  const { window, page } = main;
  const proveSender = (event: IpcMainInvokeEvent): void => {
    const frame = event.senderFrame;
    const ours = frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame;
    if (!ours || !host.isOwnPage(frame.url)) throw new Error('This page may not call the shell.');
  };
  ipcMain.handle('get-server-state', (event): ServerState => {
    proveSender(event);
    return host.state();
  });
  ipcMain.handle('restart-server', async (event) => {
    proveSender(event);
    await host.restart();
  });
  ipcMain.handle('open-external', async (event, url: unknown) => {
    proveSender(event);
    const address = OpenExternalArgument.safeParse(url);
    if (!address.success) throw new Error('Only https addresses are opened.');
    await shell.openExternal(address.data);
  });
  ipcMain.handle('get-log-folder', (event) => {
    proveSender(event);
    return app.getPath('logs');
  });
  ipcMain.handle('show-folder', async (event, folder: unknown) => {
    proveSender(event);
    const wanted = ShellFolder.safeParse(folder);
    if (!wanted.success) throw new Error('There is no such folder.');
    await openFolder(wanted.data === 'data' ? host.dataDir() : app.getPath('logs'));
  });
  ipcMain.handle('offer-commands', (event, ids: unknown) => {
    proveSender(event);
    const commands = OfferCommandsArgument.safeParse(ids);
    if (!commands.success) throw new Error('Only commands of the UI can be offered.');
    page.offer(commands.data);
  });
  ipcMain.handle('send-opened-file', (event, argument: unknown): Promise<SentFile> => {
    proveSender(event);
    const wanted = SendFileArgument.safeParse(argument);
    if (!wanted.success) throw new Error('Only a file that was opened with the app can be sent.');
    return files.send(wanted.data);
  });
  ipcMain.handle('get-updates', (event) => {
    proveSender(event);
    return updates.state();
  });
  ipcMain.handle('order-update', (event, order: unknown) => {
    proveSender(event);
    const wanted = UpdateOrder.safeParse(order);
    if (!wanted.success) throw new Error('There is no such order about updates.');
    return updates.order(wanted.data);
  });
  updates.onChange((state) => {
    if (!window.isDestroyed()) window.webContents.send('updates', state);
  });
  host.onState((state) => {
    if (!window.isDestroyed()) window.webContents.send('server-state', state);
  });
}

async function openFolder(folder: string): Promise<void> {
  const reason = await shell.openPath(folder);
  if (reason !== '') throw new Error(`${folder} cannot be opened: ${reason}`);
}
