// Runs in the window's isolated world and hands the page named functions, never the ipc object.
import { contextBridge, ipcRenderer } from 'electron';
import type { ServerState, Shell } from '../../../shared/shell.ts';

const shell: Shell = {
  getServerState: () => ipcRenderer.invoke('get-server-state'),
  restartServer: () => ipcRenderer.invoke('restart-server'),
  openExternal: (url) => ipcRenderer.invoke('open-external', url),
  onServerState(listener) {
    const receive = (_event: unknown, state: ServerState) => listener(state);
    ipcRenderer.on('server-state', receive);
    return () => void ipcRenderer.off('server-state', receive);
  },
};

contextBridge.exposeInMainWorld('shell', shell);
