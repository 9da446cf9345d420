// A tenant for one test: made, set and filled in one transaction, so that what cannot be filled leaves nothing behind.
import type { SetUpOrder } from '../../shared/admin/verification.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { DEFAULT_PRESET } from '../../shared/scim/profile/profile-setting.ts';
import { invariant } from '../base/assert.ts';
import type { OperationContext } from '../provider/context.ts';
import { createResource } from '../provider/create-resource.ts';
import { createTenant, type TenantOutcome } from '../provider/tenant-life.ts';
import { changeProfile } from '../provider/tenant-profile.ts';
import { resolveBulkIds } from '../scim/bulk/bulk-ids.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';

export interface SetUpContext {
  readonly store: Store;
  /** For the slug of a tenant that has none given, and its token. */
  readonly newSlug: () => string;
  readonly newToken: () => string;
  /** As the administrator works on it. */
  readonly open: (tenant: TenantRecord) => OperationContext;
}

export type SetUp =
  | {
      readonly kind: 'done';
      readonly tenant: TenantRecord;
      readonly users: JsonObject[];
      readonly groups: JsonObject[];
    }
  | Extract<TenantOutcome, { readonly kind: 'refused' }>;

/** Throws what `createResource` throws. */
export function setUpTenant(context: SetUpContext, order: SetUpOrder): SetUp {
  const { store, newSlug, newToken, open } = context;
  const {
    slug = newSlug(),
    name,
    preset = DEFAULT_PRESET,
    overrides = {},
    token = newToken(),
  } = order;
  return store.transaction((): SetUp => {
    const made = createTenant(store, { slug, name, preset }, token);
    if (made.kind === 'refused') return made;
    const changed = changeProfile(store, made.tenant, { preset, overrides });
    invariant(changed.kind === 'changed', 'an empty tenant has no keys that could clash');
    return { kind: 'done', tenant: changed.tenant, ...fill(open(changed.tenant), order) };
  });
}

/** Users first; `bulkId:` and a name stands for the id of who has it. */
function fill(context: OperationContext, { users, groups }: SetUpOrder) {
  const ids = new Map<string, string>();
  const resolve = (name: string) => ids.get(name);

  function create(type: 'User' | 'Group', nameAttribute: string, body: JsonObject): JsonObject {
    const resource = createOne(context, type, resolveBulkIds(body, resolve));
    const { id, [nameAttribute]: name } = resource;
    if (typeof id === 'string' && typeof name === 'string') ids.set(name, id);
    return resource;
  }

  return {
    users: users.map((user) => create('User', 'userName', user)),
    groups: groups.map((group) => create('Group', 'displayName', group)),
  };
}

function createOne(context: OperationContext, type: string, body: JsonValue): JsonObject {
  const model = findModelByName(context.models, type);
  invariant(model !== undefined, 'every tenant has users and groups');
  const projection = { attributes: [], excludedAttributes: [] };
  const created = createResource(context, model, { body, projection }).body;
  invariant(isJsonObject(created), 'an administrator is answered with the resource');
  return created;
}
