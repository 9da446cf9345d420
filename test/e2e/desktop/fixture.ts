// A running desktop app per test: real Electron, own data directory, own ports, own single-instance lock.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { resolveElectron, type ElectronDist } from '../../../main/launch/electron-dist.mjs';

export { expect } from '@playwright/test';

export const projectRoot = path.join(import.meta.dirname, '..', '..', '..');

export interface Desktop {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
}

export interface LaunchOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the server may run under the test's own Node where Electron's is too old for it. */
  readonly mayUseNode?: boolean;
  /** Of an earlier start, to go on with; else a new one. */
  readonly userData?: string;
  /** More words on the command line. */
  readonly args?: readonly string[];
}

type Launch = (options?: LaunchOptions) => Promise<Desktop>;

export const test = base.extend<
  { launch: Launch; desktop: Desktop },
  { electronDist: ElectronDist }
>({
  electronDist: [
    async ({}, use) => {
      await use(await resolveElectron(() => undefined));
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  launch: async ({ electronDist }, use) => {
    const started: Desktop[] = [];
    await use(async (options = {}) => {
      const desktop = await launchDesktop(electronDist, options);
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await endDesktop(desktop);
  },
  desktop: async ({ launch }, use) => {
    await use(await launch());
  },
});

/** For the specs whose tests share one app: the launch is what takes the time. */
export async function launchDesktop(
  dist: ElectronDist,
  options: LaunchOptions = {},
): Promise<Desktop> {
  const userData = options.userData ?? mkdtempSync(path.join(os.tmpdir(), 'scim-mock-desktop-'));
  const useNode = dist.serverNeedsNode && options.mayUseNode !== false;
  // Not by `executablePath`: only an Electron that Playwright finds by itself gets the preloaded script that holds
  // `ready` back until Playwright listens. Without it a window that comes early is now and then never seen.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist.dist;
  const app = await _electron.launch({
    args: [projectRoot, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    cwd: projectRoot,
    env: {
      ...inheritedEnvironment(),
      SCIM_MOCK_SCIM_PORT: '0',
      SCIM_MOCK_ADMIN_PORT: '0',
      SCIM_MOCK_DATA_DIR: path.join(userData, 'workspace'),
      ...(useNode ? { SCIM_MOCK_SERVER_NODE: realpathSync(process.execPath) } : {}),
      ...options.env,
    },
  });
  return { app, window: await app.firstWindow({ timeout: 60_000 }), userData };
}

/** Also after a launch that has failed. */
export async function endDesktop(desktop: Desktop | undefined): Promise<void> {
  if (desktop === undefined) return;
  await desktop.app.close();
  // Processes of Electron that end last may still write there.
  rmSync(desktop.userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function inheritedEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('SCIM_MOCK_'));
  return Object.fromEntries(
    own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
