// The application menu. Beside the platform's usual roles: what an admin pastes into Entra, and the server's restart.
import { app, clipboard, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import { Connection } from '../../shared/admin/tenant.ts';
import type { ServerHost } from './server-host.ts';

export function installAppMenu(host: ServerHost, dataDir: string): void {
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    serverMenu(host, dataDir),
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  app.setAboutPanelOptions({
    applicationName: 'SCIM Mock Tenant',
    applicationVersion: app.getVersion(),
  });
}

function serverMenu(host: ServerHost, dataDir: string): MenuItemConstructorOptions {
  return {
    label: '&Server',
    id: 'server',
    submenu: [
      {
        id: 'copy-tenant-url',
        label: 'Copy Tenant URL',
        accelerator: 'CmdOrCtrl+Shift+U',
        click: () => void copyConnectionValue(host, 'tenantUrl'),
      },
      {
        id: 'copy-secret-token',
        label: 'Copy Secret Token',
        accelerator: 'CmdOrCtrl+Shift+T',
        click: () => void copyConnectionValue(host, 'secretToken'),
      },
      { type: 'separator' },
      { id: 'restart-server', label: 'Restart Server', click: () => void host.restart() },
      {
        id: 'show-data-folder',
        label: 'Show Data Folder',
        enabled: dataDir !== ':memory:',
        click: () => void shell.openPath(dataDir),
      },
    ],
  };
}

/** Asks the server, because the UI may have changed the public URL since the start. */
async function copyConnectionValue(
  host: ServerHost,
  value: 'tenantUrl' | 'secretToken',
): Promise<void> {
  const ready = host.ready();
  if (!ready) return;
  const answer = await fetch(`${ready.adminUrl}/api/tenants/default/connection`, {
    headers: { Authorization: `Bearer ${ready.adminKey}` },
  });
  await clipboard.writeText(Connection.parse(await answer.json())[value]);
}
