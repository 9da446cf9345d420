import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, UI_DIR } from '../fixtures.ts';

const BUDGET_BYTES = 320 * 1024;

test.describe('First load', () => {
  test('needs at most 320 kB of compressed script; the editor comes later', async () => {
    const html = await readFile(path.join(UI_DIR, 'index.html'), 'utf8');
    const names = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name = '']) => name);

    const scripts = await Promise.all(names.map((name) => readFile(path.join(UI_DIR, name))));

    expect(scripts).not.toHaveLength(0);
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
    expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  test('asks nobody but this server', async ({ page, tenant }) => {
    const origins = new Set<string>();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));

    await page.goto(tenant.uiUrl);
    await page.getByRole('heading', { name: 'Connect a SCIM client' }).waitFor();

    expect([...origins]).toEqual([tenant.adminUrl]);
  });

  test('is under a policy without inline scripts, inline styles or eval', async ({
    request,
    tenant,
  }) => {
    const response = await request.get(tenant.adminUrl);

    const policy = response.headers()['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe/);
  });
});
