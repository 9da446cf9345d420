// The shell's side of `window.shell` (shared/shell.ts). Each call first proves where it comes from: the main frame
// of our window, showing our own admin listener.
import { ipcMain, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { OpenExternalArgument, type ServerState } from '../../shared/shell.ts';
import type { ServerHost } from './server-host.ts';

export function registerShellHandlers(
  host: ServerHost,
  mainWindow: () => BrowserWindow | undefined,
): void {
  const proveSender = (event: IpcMainInvokeEvent): void => {
    const frame = event.senderFrame;
    const ours = frame !== null && frame === mainWindow()?.webContents.mainFrame;
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
  host.onState((state) => mainWindow()?.webContents.send('server-state', state));
}
