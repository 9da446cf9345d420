// The users or groups that a tenant stores, as a test prepares and reads them: past the SCIM listener, so that nothing of
// it is in the request log.
import type { JsonObject, JsonValue } from '../../shared/scim/json.ts';
import type { TenantAdmin } from './tenant-admin.ts';

export interface ResourceHelper {
  /** By a SCIM filter; all unless said, a thousand at most. */
  readonly list: (filter?: string) => Promise<readonly JsonObject[]>;
  readonly create: (resource: JsonObject) => Promise<JsonObject>;
  readonly get: (id: string) => Promise<JsonObject>;
  /** Operations of a PatchOp message, such as `{ op: 'replace', path: 'active', value: false }`. */
  readonly patch: (id: string, operations: readonly JsonObject[]) => Promise<JsonObject>;
  readonly delete: (id: string) => Promise<void>;
  /** Waits until so many match a SCIM filter, at least one unless said. Rejects when the time is up. */
  readonly waitFor: (filter: string, options?: WaitOptions) => Promise<readonly JsonObject[]>;
}

export interface WaitOptions {
  readonly count?: number;
  /** 5 seconds unless said. */
  readonly timeoutMs?: number;
}

const PATCH_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export function createResourceHelper(
  admin: TenantAdmin,
  resourceType: 'User' | 'Group',
): ResourceHelper {
  return {
    async list(filter = '') {
      const query = { filter, count: 1000 };
      const { resources } = await admin('queryResources', { params: { resourceType }, query });
      return resources.map(({ resource }) => resource);
    },
    create: async (body) =>
      (await admin('createResource', { params: { resourceType }, body })).resource,
    get: async (id) => (await admin('getResource', { params: { resourceType, id } })).resource,
    async patch(id, operations) {
      const Operations: JsonValue = [...operations];
      const body = { schemas: [PATCH_URN], Operations };
      return (await admin('patchResource', { params: { resourceType, id }, body })).resource;
    },
    async delete(id) {
      await admin('deleteResource', { params: { resourceType, id } });
    },
    async waitFor(filter, options = {}) {
      const body = { filter, ...options };
      const wait = await admin('waitForResources', { params: { resourceType }, body });
      if (wait.kind === 'reached') return wait.resources;
      const { count = 'at least 1' } = options;
      throw new Error(
        `Waited ${wait.waitedMs} ms for ${count} ${resourceType} matching '${filter}'; there are ${wait.totalResults}.`,
      );
    },
  };
}
