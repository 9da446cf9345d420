// A job that runs while its tenant changes: each portion goes by what the tenant is at its moment.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { asAdministrator } from '../../main/provider/administrator.ts';
import { modelsOf } from '../../main/provider/models-of.ts';
import type { FileEntry } from '../../main/transfer/formats/file-entry.ts';
import { importResources } from '../../main/transfer/import-resources.ts';
import { openContext } from '../support/open-context.ts';

describe('An import during which the tenant changes', () => {
  test('reads the rest of the file by the profile that is new', async (t) => {
    const { context: opened, store } = openContext(t, { unknownAttributes: 'reject' });
    const tenant = asAdministrator(opened.tenant);
    const context = { ...opened, tenant, models: modelsOf(store, tenant) };
    async function* entries(): AsyncGenerator<FileEntry> {
      for (let line = 1; line <= 100; line += 1) yield entry(line);
      const { preset } = tenant.profileSetting;
      const profileSetting = { preset, overrides: { unknownAttributes: 'store' } } as const;
      store.tenants.update(opened.tenant, { profileSetting });
      for (let line = 101; line <= 110; line += 1) yield entry(line);
    }

    const { failed, created } = await importResources(
      {
        context,
        options: { resourceType: 'User', onConflict: 'fail', keepIds: false, dryRun: false },
        control: { jobId: 'job', signal: new AbortController().signal, report: () => undefined },
      },
      entries(),
    );

    assert.deepEqual({ failed, created }, { failed: 100, created: 10 });
  });
});

/** With an attribute that no schema knows. */
function entry(line: number): FileEntry {
  return { line, resource: { userName: `user-${line}`, shoeSize: line } };
}
