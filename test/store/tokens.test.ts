// Tokens in the store: which one is the tenant's Secret Token, and uses that are written late but not lost.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { copyTenant } from '../../main/provider/tenant-life.ts';
import { openStore } from '../../main/store/open-store.ts';
import { createUsageBuffer, type Uses } from '../../main/store/usage-buffer.ts';
import { createTestClock, openContext } from '../support/open-context.ts';

const CREATED = '2026-01-01T00:00:00.000Z';

describe('the secret token', () => {
  test('that is set anew opens the tenant, whatever the old one had come to', (t) => {
    const { store, context } = openContext(t);
    const { id } = context.tenant;
    const [token] = store.tokens.list(id);
    assert.ok(token);
    store.tokens.update(token, { expires: CREATED, revoked: CREATED });

    const tenant = store.tenants.update(context.tenant, { secretToken: 'another' });

    const [renewed] = store.tokens.list(id);
    assert.equal(tenant.secretToken, 'another');
    assert.deepEqual(renewed, { ...token, secret: 'another' });
  });

  test('stays as it is when something else of the tenant changes', (t) => {
    const { store, context } = openContext(t);
    const [token] = store.tokens.list(context.tenant.id);
    assert.ok(token);
    store.tokens.update(token, { secret: 'rotated' });

    const tenant = store.tenants.update(context.tenant, { name: 'Renamed' });

    assert.deepEqual([tenant.secretToken, tenant.name], ['rotated', 'Renamed']);
  });

  test('is not copied with a tenant; whom the tenant trusts is', (t) => {
    const { store, context } = openContext(t);
    store.authSettings.write(context.tenant.id, {
      accessTokenMinutes: 90,
      actsAs: 'ada',
      trustedIssuers: [],
    });
    const copied = { slug: 'two', withData: false, secretToken: 'own' };

    const outcome = copyTenant(store, context.tenant, copied);

    assert.ok(outcome.kind === 'done');
    assert.deepEqual(store.tokens.secretsOf(outcome.tenant.id), ['own']);
    assert.equal(store.authSettings.read(outcome.tenant.id).accessTokenMinutes, 90);
  });
});

describe('uses of a credential', () => {
  test('are written together every five seconds', () => {
    const written: Uses[] = [];
    const usage = createUsageBuffer((uses) => written.push(uses));
    const at = (seconds: number) => `2026-01-01T00:00:0${seconds}.000Z`;

    usage.note(1, { at: at(0), source: 'curl' });
    usage.note(1, { at: at(1), source: 'entra' });
    usage.note(2, { at: at(2), source: 'okta' });
    usage.note(1, { at: at(5), source: 'curl' });

    assert.deepEqual(written, [
      { key: 1, requests: 1, at: at(0), source: 'curl' },
      { key: 1, requests: 2, at: at(5), source: 'curl' },
      { key: 2, requests: 1, at: at(2), source: 'okta' },
    ]);
  });

  test('that were not written yet are when the store is closed', (t) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-tokens-'));
    t.after(() => rmSync(dataDir, { recursive: true }));
    const clock = createTestClock();
    const first = openStore({ dataDir, clock });
    const tenant = first.tenants.create({ slug: 'default', name: 'x', secretToken: 'secret' });
    const key = first.tokens.list(tenant.id)[0]?.key ?? 0;
    for (const second of [0, 1, 2]) {
      first.tokens.noteUse(key, { at: `2026-01-01T00:00:0${second}.000Z`, source: 'curl' });
    }
    first.close();

    const second = openStore({ dataDir, clock });
    t.after(() => second.close());

    const [token] = second.tokens.list(tenant.id);
    assert.deepEqual(
      [token?.requests, token?.lastUsed, token?.lastSource],
      [3, '2026-01-01T00:00:02.000Z', 'curl'],
    );
  });
});
