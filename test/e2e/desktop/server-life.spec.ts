// The server's life inside the desktop app: it survives a crash, a restart keeps its address, an end leaves nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from '@playwright/test';
import { pressEnter } from '../press-enter.ts';
import { expect, projectRoot, test } from './fixture.ts';
import { clickMenu } from './menu.ts';
import { readConnection, waitForUi, type ShownConnection } from './read-connection.ts';

test.describe('the hosted server', () => {
  test('comes back on the same address after a crash, with its data', async ({ desktop }) => {
    const { app, window } = desktop;
    const connection = await readConnection(window);
    await createUser(connection, 'ada@contoso.test');

    process.kill(await serverPid(app, connection), 'SIGKILL');

    await expect.poll(() => countUsers(connection)).toBe(1);
    await expect.poll(() => readConnection(window)).toEqual(connection);
  });

  test('restarts from the menu and keeps Tenant URL and Secret Token', async ({ desktop }) => {
    const { app, window } = desktop;
    const connection = await readConnection(window);
    const before = await serverPid(app, connection);

    await clickMenu(app, 'restart-server');

    await expect.poll(() => serverPid(app, connection).catch(() => before)).not.toBe(before);
    await expect.poll(() => countUsers(connection)).toBe(0);
  });

  test('gives Tenant URL and Secret Token to the clipboard', async ({ desktop }) => {
    const { app, window } = desktop;
    const connection = await readConnection(window);
    const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());

    await clickMenu(app, 'copy-url-default');
    await expect.poll(clipboard).toBe(connection.tenantUrl);
    await clickMenu(app, 'copy-token-default');
    await expect.poll(clipboard).toBe(connection.secretToken);
  });

  test('ends with the app', async ({ desktop }) => {
    const { app, window } = desktop;
    const connection = await readConnection(window);

    await app.close();

    await expect(fetch(`${connection.tenantUrl}/Users`)).rejects.toThrow('fetch failed');
  });

  test('says in the window who has its port, and serves there once it is free', async ({
    launch,
  }) => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo; // a TCP server has no other kind of address
    const { window } = await launch({ env: { SCIM_MOCK_SCIM_PORT: String(port) } });

    await waitForUi(window);
    await expect(window.getByRole('alert').filter({ hasText: `Port ${port}` })).toContainText(
      `(process ${process.pid})`,
    );
    blocker.close();
    await once(blocker, 'close');
    await pressEnter(window.getByRole('button', { name: 'Try again' }));

    await expect(window.getByRole('button', { name: 'Server: Serving' })).toBeVisible();
    const connection = await readConnection(window);
    expect(connection.tenantUrl).toContain(`:${port}/`);
    expect(await countUsers(connection)).toBe(0);
  });

  test('is a utility process where Electron is new enough, and says so where it is not', async ({
    launch,
    electronDist,
  }) => {
    const { window } = await launch({ mayUseNode: false });

    if (electronDist.serverNeedsNode) {
      await expect(window.getByText(/too old for the store/)).toBeVisible();
    } else {
      await waitForUi(window);
      expect((await readConnection(window)).secretToken).toHaveLength(43);
    }
  });
});

test('a second start brings the first window to the front and ends', async ({
  desktop,
  electronDist,
}) => {
  const { app, window, userData } = desktop;
  await waitForUi(window);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());

  const second = spawn(
    electronDist.executable,
    [projectRoot, '--no-sandbox', `--user-data-dir=${userData}`],
    { stdio: 'ignore' },
  );
  const [code] = await once(second, 'exit');

  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    )
    .toBe(false);
});

async function createUser(connection: ShownConnection, userName: string): Promise<void> {
  const answer = await fetch(`${connection.tenantUrl}/Users`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${connection.secretToken}`,
      'Content-Type': 'application/scim+json',
    },
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName }),
  });
  expect(answer.status).toBe(201);
}

/** -1 while nobody answers. */
async function countUsers(connection: ShownConnection): Promise<number> {
  const answer = await fetch(`${connection.tenantUrl}/Users`, {
    headers: { Authorization: `Bearer ${connection.secretToken}` },
  }).catch(() => undefined);
  return answer?.ok === true ? (await answer.json()).totalResults : -1;
}

/** The hosted server among the children of Electron's main process, once it answers. */
async function serverPid(app: ElectronApplication, connection: ShownConnection): Promise<number> {
  await expect.poll(() => countUsers(connection)).toBeGreaterThanOrEqual(0);
  const parent = await app.evaluate(() => process.pid);
  const [pid] = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === parent && isServer(commandLineOf(name)));
  if (pid === undefined) throw new Error('The server process was not found');
  return Number(pid);
}

function isServer(commandLine: string): boolean {
  return commandLine.includes('utility.mjs') || commandLine.includes('node.mojom.NodeService');
}

function parentOf(pid: string): number {
  const afterName = readProcFile(`/proc/${pid}/stat`).split(') ').at(-1) ?? '';
  return Number(afterName.split(' ')[1]);
}

function commandLineOf(pid: string): string {
  return readProcFile(`/proc/${pid}/cmdline`);
}

/** Empty when the process has ended meanwhile. */
function readProcFile(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
