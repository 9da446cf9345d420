// References in a file: to ids of the tenant that the file came from, to externalIds, to userNames. What a name stands
// for is known once its resource is stored, so a reference may have to wait until the end of the file.
import { lookupKeys } from '../store/lookup-keys.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import type { Import } from './import-run.ts';

/** Id of the resource that a file calls by this name; undefined while there is none. */
export function resolveReference({ context, control }: Import, name: string): string | undefined {
  const { store, tenant } = context;
  const renamed = store.resourceNames.recall(control.jobId, `id:${name}`);
  if (renamed !== undefined) return renamed;
  if (store.resources.findReference(tenant.id, name) !== undefined) return name;
  for (const { type } of context.models) {
    const scope = { tenantId: tenant.id, resourceType: type.name };
    const found = store.resourceNames.findByExternalId(scope, name);
    if (found !== undefined) return found;
  }
  const { userNameKey } = lookupKeys('User', { userName: name }, tenant.profile);
  const user = store.resources.findUserId(tenant.id, userNameKey ?? name);
  return user ?? store.resourceNames.recall(control.jobId, `User:userName:${userNameKey}`);
}

/** The stored resource that one of a file is: of the same id where ids are kept, the same name, or the same externalId. */
export function findSame(
  { context, options, control }: Import,
  model: ResourceModel,
  resource: JsonObject,
): string | undefined {
  const { store, tenant } = context;
  const scope = { tenantId: tenant.id, resourceType: model.type.name };
  const { id } = resource;
  if (options.keepIds && typeof id === 'string' && store.resources.find(scope, id)) return id;
  const keys = lookupKeys(model.type.name, resource, tenant.profile);
  for (const name of listNames(model, resource, tenant.profile)) {
    const found = store.resourceNames.recall(control.jobId, name);
    if (found !== undefined) return found;
  }
  const { userNameKey, displayNameKey, externalId } = keys;
  if (userNameKey !== null) return store.resources.findUserId(tenant.id, userNameKey);
  if (model.type.name === 'Group' && displayNameKey !== null) {
    return store.resourceNames.findByDisplayName(scope, displayNameKey);
  }
  return externalId === null ? undefined : store.resourceNames.findByExternalId(scope, externalId);
}

/** Remembers what the file calls a resource by. A dry run has nothing else to find it by. */
export function rememberNames(
  { context, options, control }: Import,
  model: ResourceModel,
  { resource, target }: { readonly resource: JsonObject; readonly target: string },
): void {
  const { resourceNames } = context.store;
  const { id } = resource;
  if (typeof id === 'string' && (id !== target || options.dryRun)) {
    resourceNames.remember(control.jobId, `id:${id}`, target);
  }
  if (!options.dryRun) return;
  for (const name of listNames(model, resource, context.tenant.profile)) {
    resourceNames.remember(control.jobId, name, target);
  }
}

function listNames(
  { type }: ResourceModel,
  resource: JsonObject,
  rules: Parameters<typeof lookupKeys>[2],
): readonly string[] {
  const { userNameKey, displayNameKey } = lookupKeys(type.name, resource, rules);
  if (userNameKey !== null) return [`${type.name}:userName:${userNameKey}`];
  const isNamed = type.name === 'Group' && displayNameKey !== null;
  return isNamed ? [`${type.name}:displayName:${displayNameKey}`] : [];
}
