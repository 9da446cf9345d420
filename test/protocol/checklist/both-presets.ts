// What must hold whoever is asked: the same claims under the tolerant default and under RFC strict.
import { after, before, describe, test } from 'node:test';
import type { PresetId } from '../../../shared/scim/profile/presets.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { openClient } from '../switches/open-client.ts';
import type { TenantClient } from '../switches/switch-case.ts';

type Claims = Readonly<Record<string, (client: TenantClient) => Promise<void>>>;

const PRESETS: readonly PresetId[] = ['entra-tolerant', 'rfc-strict'];

/** Each claim gets a tenant of its own; `documents` are schemas and resource types that it has. */
export function underBothPresets(
  title: string,
  claims: Claims,
  documents: readonly JsonObject[] = [],
): void {
  describe(title, () => {
    let server: TestTenant;
    before(async () => (server = await startTenant()));
    after(() => server.close());

    for (const preset of PRESETS) {
      for (const [claim, check] of Object.entries(claims)) {
        test(`${claim} (${preset})`, async () => {
          const client = await openClient(server, {}, preset);
          if (documents.length > 0) {
            const tenant = new URL(client.baseUrl).pathname.split('/')[2] ?? '';
            await server.admin('changeSchemas', {
              params: { tenant },
              body: { put: [...documents] },
            });
          }
          await check(client);
        });
      }
    }
  });
}
