// A server whose default tenant has the device schemas, and the calls that its tests make.
import assert from 'node:assert/strict';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { ALL_DOCUMENTS, BADGE_URN, DEVICE } from './device-documents.ts';
import { startTenant, type ScimAnswer, type TestTenant } from './start-tenant.ts';

export interface DeviceTenant {
  readonly tenant: TestTenant;
  /** `DEVICE` with a serial and badge number of its own, but for `more`. */
  readonly createDevice: (more?: JsonObject) => Promise<{ id: string; created: ScimAnswer }>;
  readonly patchDevice: (id: string, ...operations: readonly JsonObject[]) => Promise<ScimAnswer>;
  readonly findDevices: (filter: string) => Promise<ScimAnswer>;
}

export async function startDeviceTenant(): Promise<DeviceTenant> {
  const tenant = await startTenant();
  const put = [...ALL_DOCUMENTS];
  await tenant.admin('changeSchemas', { params: { tenant: 'default' }, body: { put } });
  let serial = 0;
  return {
    tenant,
    async createDevice(more = {}) {
      serial += 1;
      const badge = { number: `N-${serial}`, doors: ['main'] };
      const body = { ...DEVICE, serial: `S-${serial}`, [BADGE_URN]: badge, ...more };
      const created = await tenant.scim('POST', '/Devices', { body });
      assert.equal(created.status, 201, created.text);
      return { id: idOf(created), created };
    },
    patchDevice(id, ...operations) {
      const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
      return tenant.scim('PATCH', `/Devices/${id}`, { body: { schemas, Operations: operations } });
    },
    findDevices: (filter) =>
      tenant.scim('GET', `/Devices?count=500&filter=${encodeURIComponent(filter)}`),
  };
}

export function idOf({ body }: ScimAnswer): string {
  return readId(isJsonObject(body) ? body : {});
}

export function resourcesOf({ body }: ScimAnswer): readonly JsonObject[] {
  const resources = isJsonObject(body) ? body['Resources'] : undefined;
  return isJsonArray(resources) ? resources.filter(isJsonObject) : [];
}

export function idsOf(answer: ScimAnswer): readonly string[] {
  return resourcesOf(answer).map(readId);
}

function readId({ id }: JsonObject): string {
  return typeof id === 'string' ? id : '';
}
