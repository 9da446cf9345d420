// Filters and sorting over attributes of a tenant's own schema, one of every type.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import { ALL_DOCUMENTS, BADGE_URN, DEVICE, DEVICE_URN } from '../support/device-documents.ts';
import { startTenant, type ScimAnswer, type TestTenant } from '../support/start-tenant.ts';

let tenant: TestTenant;

before(async () => {
  tenant = await startTenant();
  await tenant.admin('changeSchemas', {
    params: { tenant: 'default' },
    body: { put: [...ALL_DOCUMENTS] },
  });
});
after(() => tenant.close());

async function createDevice(body: JsonObject): Promise<string> {
  const created = await tenant.scim('POST', '/Devices', { body });
  assert.equal(created.status, 201, created.text);
  return idOf(created);
}

function find(filter: string): Promise<ScimAnswer> {
  return tenant.scim('GET', `/Devices?count=500&filter=${encodeURIComponent(filter)}`);
}

function idOf({ body }: ScimAnswer): string {
  const id = isJsonObject(body) ? body['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

function resourcesOf({ body }: ScimAnswer): readonly JsonObject[] {
  const resources = isJsonObject(body) ? body['Resources'] : undefined;
  return isJsonArray(resources) ? resources.filter(isJsonObject) : [];
}

function idsOf(answer: ScimAnswer): readonly (JsonValue | undefined)[] {
  return resourcesOf(answer).map(({ id }) => id);
}

describe('Filters over every attribute type (RFC 7644 §3.4.2.2)', () => {
  const matching = [
    'displayName eq "drill-f"',
    'displayName sw "DRILL-f"',
    'serial eq "Filter-1"',
    'serial sw "Filter-"',
    'serial ew "-1" and serial sw "Filter"',
    'serial co "ilter-1"',
    'serial gt "Filter-0" and serial le "Filter-1"',
    'active eq true and displayName eq "Drill-f"',
    'weight gt 77 and weight lt 78',
    'weight eq 77.5',
    'ports ge 7700 and ports le 7700',
    'ports eq 7700',
    'boughtAt eq "2027-07-07T09:00:00+02:00"',
    'boughtAt gt "2027-07-07T06:59:59Z" and boughtAt lt "2027-07-08T00:00:00Z"',
    'boughtAt sw "2027-07-07"',
    'manual eq "https://example.com/Filter.pdf"',
    'firmware eq "ZmlsdGVy"',
    'tags eq "FILTER-TAG"',
    'tags sw "filter-"',
    'tags co "lter-ta"',
    'not (tags ne "filter-tag")',
    'hardwareId eq "HW-F"',
    'location.building eq "filter house" and location.floor eq 3',
    'members[value eq "filter-member" and primary eq true]',
    'members.since ge "2027-07-07T00:00:00Z"',
    'members eq "filter-member"',
    `${DEVICE_URN}:serial eq "Filter-1"`,
    `${BADGE_URN}:number eq "filter-badge"`,
    `${BADGE_URN}:doors eq "filter-door" and schemas eq "${BADGE_URN}"`,
    'meta.resourceType eq "Device" and externalId eq "filter-ext"',
    'serial eq "Filter-1" or ports eq 7700',
    'not (serial ne "Filter-1")',
  ];
  let id = '';

  before(async () => {
    const device = {
      ...DEVICE,
      externalId: 'filter-ext',
      displayName: 'Drill-f',
      serial: 'Filter-1',
      weight: 77.5,
      ports: 7700,
      boughtAt: '2027-07-07T07:00:00Z',
      manual: 'https://example.com/Filter.pdf',
      firmware: 'ZmlsdGVy',
      tags: ['other', 'Filter-Tag'],
      hardwareId: 'hw-f',
      location: { building: 'Filter House', floor: 3 },
      members: [
        { value: 'filter-member', primary: true, since: '2027-07-07T00:00:00Z' },
        { value: 'x' },
      ],
      [BADGE_URN]: { number: 'Filter-Badge', doors: ['filter-door'] },
    };
    id = await createDevice(device);
    await createDevice(DEVICE);
  });

  for (const filter of matching) {
    test(filter, async () => assert.deepEqual(idsOf(await find(filter)), [id]));
  }

  test('what is absent: pr is false, eq null is true', async () => {
    const bare = { displayName: 'Bare', schemas: [DEVICE_URN] };
    const created = await tenant.scim('POST', '/Devices', { body: bare });

    const absent = await find('displayName eq "Bare" and not (serial pr) and ports eq null');

    assert.deepEqual(idsOf(absent), [idOf(created)]);
    assert.deepEqual(idsOf(await find('displayName eq "Bare" and tags pr')), []);
  });

  test('sorts by an attribute of the tenant, missing values first when descending', async () => {
    const answer = await tenant.scim('GET', '/Devices?count=500&sortBy=ports&sortOrder=descending');

    const ports = resourcesOf(answer).map((one) => Number(one['ports'] ?? Infinity));
    assert.ok(ports.length === 3);
    assert.deepEqual(
      ports,
      ports.toSorted((left, right) => (left < right ? 1 : left > right ? -1 : 0)),
    );
  });
});
