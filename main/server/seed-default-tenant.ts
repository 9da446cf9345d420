// `--seed`: made-up people for a tenant that is still empty, before the server answers.
import { tenantUrl } from '../../shared/tenant-path.ts';
import type { SeedPreset } from '../../shared/admin/transfer.ts';
import type { Clock } from '../base/clock.ts';
import { newUuid } from '../base/ids.ts';
import { asAdministrator } from '../provider/administrator.ts';
import { modelsOf } from '../provider/models-of.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';
import { seedTenant } from '../transfer/seed/seed-tenant.ts';

/** The base of what a location would be: none is shown while the seed is stored. */
const NOWHERE = 'http://127.0.0.1';
const DEFAULT_SEED = 1;

export async function seedDefaultTenant(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  original: TenantRecord,
  preset: SeedPreset,
): Promise<void> {
  const { users, groups } = store.tenants.counts(original);
  if (users + groups > 0) return;
  const tenant = asAdministrator(original);
  const context = {
    store,
    tenant,
    models: modelsOf(store, tenant),
    clock,
    newId: newUuid,
    baseUrl: tenantUrl(NOWHERE, tenant.slug),
    requestId: null,
    reportEffect: () => undefined,
  };
  const { signal } = new AbortController();
  const control = { jobId: newUuid(), signal, report: () => undefined };
  await seedTenant(context, { preset, seed: DEFAULT_SEED }, control);
}
