// Runs in the window's isolated world and hands the page named functions, never the ipc object.
import { contextBridge, ipcRenderer } from 'electron';
import type { ServerState, Shell, ShellCommand } from '../../../shared/shell.ts';
import type { UpdateState } from '../../../shared/update.ts';

const shell: Shell = {
  getServerState: () => ipcRenderer.invoke('get-server-state'),
  restartServer: () => ipcRenderer.invoke('restart-server'),
  openExternal: (url) => ipcRenderer.invoke('open-external', url),
  getLogFolder: () => ipcRenderer.invoke('get-log-folder'),
  showFolder: (folder) => ipcRenderer.invoke('show-folder', folder),
  offerCommands: (ids) => ipcRenderer.invoke('offer-commands', ids),
  sendOpenedFile: (argument) => ipcRenderer.invoke('send-opened-file', argument),
  getUpdates: () => ipcRenderer.invoke('get-updates'),
  orderUpdate: (order) => ipcRenderer.invoke('order-update', order),
  onUpdates: (listener) => listen<UpdateState>('updates', listener),
  onServerState: (listener) => listen<ServerState>('server-state', listener),
  onCommand: (listener) => listen<ShellCommand>('command', listener),
};

function listen<Value>(channel: string, listener: (value: Value) => void): () => void {
  const receive = (_event: unknown, value: Value) => listener(value);
  ipcRenderer.on(channel, receive);
  return () => void ipcRenderer.off(channel, receive);
}

contextBridge.exposeInMainWorld('shell', shell);
