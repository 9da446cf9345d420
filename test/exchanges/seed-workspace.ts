// Puts the set-up of every exchange into one workspace, each in a tenant of its own. It goes through the provider, in
// process, because only there a test can say which id a resource gets: recorded requests name resources by id.
import type { Effect } from '../../shared/admin/request-log.ts';
import type { ScimResource } from '../../shared/scim/json.ts';
import { systemClock } from '../../main/base/clock.ts';
import type { OperationContext } from '../../main/provider/context.ts';
import { createResource } from '../../main/provider/create-resource.ts';
import { DEFAULT_PRESET, type ProfileSetting } from '../../shared/scim/profile/profile-setting.ts';
import { findModelByName, resourceModels } from '../../main/scim/schema/resource-models.ts';
import type { Store } from '../../main/store/open-store.ts';
import type { RecordedExchange } from './exchange-file.ts';

export interface Seed {
  /** Slug of the tenant. */
  readonly number: string;
  readonly preset?: ProfileSetting['preset'];
  readonly file: Pick<RecordedExchange['file'], 'name' | 'seed' | 'profile'>;
}

export function seedWorkspace(store: Store, seeds: readonly Seed[], token: string): void {
  store.transaction(() => {
    for (const seed of seeds) seedTenant(store, seed, token);
  });
}

function seedTenant(store: Store, { number, preset, file }: Seed, token: string): void {
  const tenant = store.tenants.create({
    slug: number,
    name: file.name,
    secretToken: token,
    profileSetting: { preset: preset ?? DEFAULT_PRESET, overrides: file.profile ?? {} },
  });
  for (const resource of file.seed) {
    const context: OperationContext = {
      store,
      tenant,
      models: resourceModels,
      clock: systemClock,
      baseUrl: 'http://seed.test/scim/v2',
      newId: () => readId(resource),
      requestId: null,
      reportEffect: ignoreEffect,
    };
    const kind = 'userName' in resource ? 'User' : 'Group';
    createResource(context, requireModel(kind), { body: resource, projection: NOTHING_ASKED });
  }
}

const NOTHING_ASKED = { attributes: [], excludedAttributes: [] };

function readId({ id }: ScimResource): string {
  if (typeof id !== 'string') throw new Error('A seeded resource names its id');
  return id;
}

function requireModel(kind: string) {
  const model = findModelByName(resourceModels, kind);
  if (model === undefined) throw new Error(`There is no resource type ${kind}`);
  return model;
}

function ignoreEffect(_effect: Effect): void {
  // A set-up is nobody's request.
}
