// The admin listener serves the built UI.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { startTenant } from '../support/start-tenant.ts';

describe('the built UI', () => {
  test('is served from its folder; what carries a hash may be kept for ever', async (t) => {
    const tenant = await startTenant({ uiDir: makeUi(t) }, t);
    const get = (target: string) =>
      tenant.callAdmin('GET', target, { headers: { Authorization: '' } });

    const page = await get('/');
    const script = await get('/assets/index-1a2b.js');

    assert.deepEqual(
      [page.status, page.headers['cache-control'], page.text],
      [200, 'no-cache', '<title>UI</title>'],
    );
    assert.deepEqual(
      [script.status, script.headers['cache-control']],
      [200, 'public, max-age=31536000, immutable'],
    );
    assert.match(String(script.headers['content-type']), /^text\/javascript/);
    for (const target of ['/nope', '/assets/nope.js', '/../secret', '/..%2fsecret', '/.hidden']) {
      assert.equal((await get(target)).status, 404, target);
    }
  });

  test('that has not been built says so in one sentence', async (t) => {
    const tenant = await startTenant({}, t);

    const { status, text } = await tenant.callAdmin('GET', '/', { headers: { Authorization: '' } });

    assert.deepEqual([status, text], [404, 'The UI has not been built: run "npm run build".\n']);
  });
});

function makeUi(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-ui-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const uiDir = path.join(folder, 'renderer');
  mkdirSync(path.join(uiDir, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret'), 'secret');
  writeFileSync(path.join(uiDir, '.hidden'), 'hidden');
  writeFileSync(path.join(uiDir, 'index.html'), '<title>UI</title>');
  writeFileSync(path.join(uiDir, 'assets', 'index-1a2b.js'), 'export {};');
  return uiDir;
}
