// What helps to find out why something does not work, as one readable text without secrets. People see what is in it
// before it is saved or copied; nothing is sent anywhere.
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { app, clipboard, dialog } from 'electron';
import { settingRoutes } from '../../shared/admin/setting-routes.ts';
import { askAdmin } from './ask-admin.ts';
import { hideSecrets } from './hide-secrets.ts';
import type { LogTail } from './log-tail.ts';
import type { MainWindow } from './main-window.ts';
import type { ServerHost } from './server-host.ts';

export async function offerDiagnostics(
  host: ServerHost,
  main: MainWindow,
  log: LogTail,
): Promise<void> {
  const { response } = await dialog.showMessageBox(main.window, {
    type: 'info',
    message: 'Diagnostics',
    detail: [
      'One text file with:',
      '• versions of the app, Electron, Node and the system',
      '• state of the server, folder and ports',
      '• settings (there are no secrets among them)',
      '• names of crash reports, which stay on this machine',
      `• the last ${log.lines().length} lines of the log, without tokens and keys`,
      '',
      'No requests, users or groups. Nothing is sent: you decide who gets it.',
    ].join('\n'),
    buttons: ['Save…', 'Copy', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
  });
  if (response === 2) return;
  const text = await writeDiagnostics(host, log);
  if (response === 1) await clipboard.writeText(text);
  else await save(main, text);
}

async function save({ window }: MainWindow, text: string): Promise<void> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save diagnostics',
    defaultPath: path.join(app.getPath('documents'), 'scim-mock-tenant-diagnostics.txt'),
  });
  if (filePath !== '') await writeFile(filePath, text, { mode: 0o600 });
}

async function writeDiagnostics(host: ServerHost, log: LogTail): Promise<string> {
  const ready = host.ready();
  const secrets = ready === undefined ? [] : [ready.adminKey, ready.token];
  const text = [
    `SCIM Mock Tenant ${app.getVersion()}`,
    `Electron ${process.versions.electron}, Chrome ${process.versions.chrome}, Node ${process.versions.node}`,
    `${os.type()} ${os.release()} ${process.arch}, ${os.cpus().length} processors`,
    `Packaged: ${app.isPackaged ? 'yes' : 'no'}; language ${app.getLocale()}`,
    '',
    `Server: ${host.state().state}`,
    `Workspace: ${host.dataDir()}`,
    ...(ready === undefined ? [] : [`Listeners: ${ready.scimUrl}, ${ready.adminUrl}`]),
    '',
    'Settings:',
    await describeSettings(host),
    '',
    `Crash reports: ${listCrashReports().join(', ') || 'none'}`,
    '',
    'Log:',
    ...log.lines(),
    '',
  ].join('\n');
  return hideSecrets(text, secrets).replaceAll(os.homedir(), '~');
}

async function describeSettings(host: ServerHost): Promise<string> {
  const answer = await askAdmin(host, settingRoutes.getSettings).catch(() => undefined);
  return answer === undefined ? 'not known' : JSON.stringify(answer.settings, null, 2);
}

function listCrashReports(): readonly string[] {
  try {
    return readdirSync(app.getPath('crashDumps'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.dmp'),
    );
  } catch {
    // The folder is made with the first report.
    return [];
  }
}
