// What the window's page knows of the tenant, asked of the admin API with the key that the page holds.
import type { Page } from '@playwright/test';

export interface ShownConnection {
  readonly tenantUrl: string;
  readonly secretToken: string;
}

export async function readConnection(window: Page): Promise<ShownConnection> {
  await window.waitForURL(/^http:\/\/127\.0\.0\.1/);
  return window.evaluate(async () => {
    const key = Object.values<string>(sessionStorage).find((value) => /^[\w-]{43}$/.test(value));
    const answer = await fetch('/api/tenants/default/connection', {
      headers: { Authorization: `Bearer ${key}` },
    });
    const { tenantUrl, secretToken } = await answer.json();
    return { tenantUrl, secretToken };
  });
}
