// What menu and tray do. Each action says by itself, in a box, why it could not be done.
import { app, clipboard, dialog, shell } from 'electron';
import { authRoutes } from '../../shared/admin/auth-routes.ts';
import { requestLogRoutes } from '../../shared/admin/request-log-routes.ts';
import type { TenantServing } from '../../shared/admin/serving.ts';
import { servingRoutes } from '../../shared/admin/serving-routes.ts';
import { adminRoutes } from '../../shared/admin/routes.ts';
import type { CommandId } from '../../shared/commands.ts';
import { askAdmin } from './ask-admin.ts';
import { offerDiagnostics } from './diagnostics.ts';
import type { LogTail } from './log-tail.ts';
import type { MainWindow } from './main-window.ts';
import type { OpenedFiles } from './opened-files.ts';
import type { ServerHost } from './server-host.ts';
import type { Workspaces } from './workspaces.ts';

export interface DesktopActions {
  readonly showWindow: () => void;
  readonly open: (route: string) => void;
  /** Asks in the window whether a file is to be imported. */
  readonly openFile: (place: string) => void;
  /** A command of the page; the window comes to the front for it. */
  readonly run: (id: CommandId) => void;
  readonly reloadPage: () => void;
  /** What the title bar's menu does too, whether there is a page or not. */
  readonly startServing: () => void;
  readonly stopServing: () => void;
  readonly restartServing: () => void;
  readonly setPaused: (isPaused: boolean) => void;
  readonly setTenantServing: (tenant: string, state: TenantServing) => void;
  /** The whole process. */
  readonly restartServer: () => void;
  readonly setRecording: (isPaused: boolean) => void;
  readonly copy: (tenant: string, what: 'tenantUrl' | 'secretToken') => void;
  /** After a question. */
  readonly rotateToken: (tenant: string) => void;
  readonly chooseWorkspace: () => void;
  readonly openWorkspace: (folder: string) => void;
  readonly showDataFolder: () => void;
  readonly saveDiagnostics: () => void;
  readonly quit: () => void;
}

interface ActionOptions {
  readonly host: ServerHost;
  readonly main: MainWindow;
  readonly workspaces: Workspaces;
  readonly log: LogTail;
  readonly files: OpenedFiles;
}

export function createActions(options: ActionOptions): DesktopActions {
  const { host, main, workspaces, log, files } = options;
  return {
    showWindow: main.show,
    open: main.open,
    openFile: (place) => attempt('The file was not opened.', () => askImport(main, files, place)),
    run(id) {
      main.show();
      main.page.send({ type: 'run', id });
    },
    reloadPage: main.reload,
    startServing: () =>
      attempt('SCIM requests are not served.', async () => {
        if (host.ready() === undefined) return host.restart();
        await askAdmin(host, servingRoutes.startServing);
      }),
    stopServing: () =>
      attempt('Serving goes on as it was.', async () => {
        await askAdmin(host, servingRoutes.stopServing);
      }),
    restartServing: () =>
      attempt('SCIM requests are not served.', async () => {
        await askAdmin(host, servingRoutes.restartServing);
      }),
    setPaused: (isPaused) =>
      attempt('Serving goes on as it was.', async () => {
        const { pauseServing, resumeServing } = servingRoutes;
        await askAdmin(host, isPaused ? pauseServing : resumeServing);
      }),
    setTenantServing: (tenant, state) =>
      attempt('The tenant is served as it was.', async () => {
        await askAdmin(host, servingRoutes.setTenantServing, {
          params: { tenant },
          body: { state },
        });
      }),
    restartServer: () => void host.restart(),
    setRecording: (isPaused) =>
      attempt('Recording goes on as it was.', async () => {
        await askAdmin(host, requestLogRoutes.setRecording, { body: { isPaused } });
      }),
    copy: (tenant, what) =>
      attempt('Nothing was copied.', async () => {
        const connection = await askAdmin(host, adminRoutes.getConnection, { params: { tenant } });
        await clipboard.writeText(connection[what]);
      }),
    rotateToken: (tenant) =>
      attempt('The Secret Token was not rotated.', () => rotateToken(host, main, tenant)),
    chooseWorkspace: () => attempt('No workspace was opened.', () => workspaces.choose()),
    openWorkspace: (folder) =>
      attempt('The workspace was not opened.', () => workspaces.open(folder)),
    showDataFolder: () => void shell.openPath(host.dataDir()),
    saveDiagnostics: () =>
      attempt('The diagnostics were not saved.', () => offerDiagnostics(host, main, log)),
    quit: () => app.quit(),
  };
}

function attempt(failure: string, action: () => Promise<void>): void {
  void action().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    void dialog.showMessageBox({ type: 'warning', message: failure, detail: reason });
  });
}

async function askImport(main: MainWindow, files: OpenedFiles, place: string): Promise<void> {
  const file = files.remember(place);
  if (file === undefined) throw new Error(`There is no file that this app can open at ${place}.`);
  main.show();
  main.page.send({ type: 'ask-import', file });
  await Promise.resolve();
}

async function rotateToken(host: ServerHost, { window }: MainWindow, tenant: string) {
  const { tokens } = await askAdmin(host, authRoutes.listTokens, { params: { tenant } });
  const token = tokens.find(({ isSecretToken }) => isSecretToken);
  if (token === undefined) throw new Error('The tenant has none.');
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Rotate the Secret Token?',
    detail: `“${token.name}” gets a new secret, which is copied. The old one is valid for another hour.`,
    buttons: ['Rotate', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  if (response !== 0) return;
  const params = { tenant, id: token.id };
  const rotated = await askAdmin(host, authRoutes.rotateToken, { params, body: {} });
  await clipboard.writeText(rotated.secret);
}
