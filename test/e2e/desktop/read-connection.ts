// What the window's page knows of the tenant, asked of the admin API with the key that the page holds.
import type { Page } from '@playwright/test';

export interface ShownConnection {
  readonly tenantUrl: string;
  readonly secretToken: string;
}

/**
 * Resolves when the window shows the UI. Not by the page's `load` event: where Playwright attaches in the middle of the
 * first load, it never hears of it.
 */
export async function waitForUi(window: Page): Promise<void> {
  await window.waitForURL(/^http:\/\/127\.0\.0\.1/, { waitUntil: 'commit' });
  await window.getByRole('navigation').first().waitFor();
}

export async function readConnection(window: Page): Promise<ShownConnection> {
  await waitForUi(window);
  return window.evaluate(async () => {
    const key = Object.values<string>(sessionStorage).find((value) => /^[\w-]{43}$/.test(value));
    const answer = await fetch('/api/tenants/default/connection', {
      headers: { Authorization: `Bearer ${key}` },
    });
    const { tenantUrl, secretToken } = await answer.json();
    return { tenantUrl, secretToken };
  });
}

/** Changes settings of the workspace, as the page would. */
export function changeSettings(
  window: Page,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  return callAdmin(window, ['PATCH', '/api/settings'], change);
}

export function createTenant(window: Page, slug: string): Promise<void> {
  return callAdmin(window, ['POST', '/api/tenants'], { slug, name: slug });
}

/** As the page calls it, with its key. */
async function callAdmin(
  window: Page,
  [method, path]: readonly [string, string],
  content: object,
): Promise<void> {
  await waitForUi(window);
  await window.evaluate(
    async ([verb, place, body]) => {
      const key = Object.values<string>(sessionStorage).find((value) => /^[\w-]{43}$/.test(value));
      const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
      const answer = await fetch(place, { method: verb, headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    [method, path, JSON.stringify(content)] as const,
  );
}

interface RequestOptions {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The status that a read of the tenant is answered with. */
export async function sendRequest(
  { tenantUrl, secretToken }: ShownConnection,
  { path = '/Users?count=1', headers = {} }: RequestOptions = {},
): Promise<number> {
  const answer = await fetch(`${tenantUrl}${path}`, {
    headers: { Authorization: `Bearer ${secretToken}`, ...headers },
  });
  await answer.arrayBuffer();
  return answer.status;
}
