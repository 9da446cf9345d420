// An application that provisions to the default tenant of a test's own server, in virtual time that only the test moves.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { USER_ROLE_ID } from '../../shared/simulator/application.ts';
import {
  DEFAULT_JOB_SETTINGS,
  type JobSettings,
  type JobTarget,
} from '../../shared/simulator/job.ts';
import type { NewDirectoryUser } from '../../shared/simulator/directory-views.ts';
import { isJsonObject, objectsIn, textOf, type JsonObject } from '../../shared/scim/json.ts';
import { startTenant, type TestTenant } from './start-tenant.ts';

export interface Provisioning extends TestTenant {
  readonly application: string;
  readonly params: { readonly application: string };
  /** objectId of a new person whose alias is the name. */
  readonly hire: (alias: string, more?: Partial<NewDirectoryUser>) => Promise<string>;
  readonly group: (displayName: string, memberIds: readonly string[]) => Promise<string>;
  readonly assign: (...principals: string[]) => Promise<void>;
  readonly unassign: (principalId: string) => Promise<void>;
  /** `create/success 2, …` of one cycle that has run to its end. */
  readonly cycle: () => Promise<string>;
  /** Requests that changed something since this was last asked: method, path without ids, body. */
  readonly written: () => Promise<readonly string[]>;
  readonly users: () => Promise<readonly JsonObject[]>;
  readonly groups: () => Promise<readonly JsonObject[]>;
  readonly settings: (change: Partial<JobSettings>) => Promise<void>;
}

export async function startProvisioning(
  context: TestContext,
  target: JobTarget = { tenant: 'default' },
  dataDir = ':memory:',
): Promise<Provisioning> {
  const tenant = await startTenant({ dataDir }, context);
  const { admin } = tenant;
  const { id: application } = await admin('createApplication', { body: { displayName: 'Test' } });
  const params = { application };
  await admin('putSimulatorClock', {
    body: { mode: 'step', now: '2026-03-02T08:00:00.000Z' },
  });
  await admin('putJobTarget', { params, body: target });
  let seen = 0;

  return {
    ...tenant,
    application,
    params,
    async hire(alias, more = {}) {
      const displayName = alias[0]?.toUpperCase() + alias.slice(1);
      const address = `${alias}@contoso.test`;
      const body = {
        displayName,
        userPrincipalName: address,
        mail: address,
        mailNickname: alias,
        ...more,
      };
      return (await admin('createDirectoryUser', { body })).objectId;
    },
    async group(displayName, memberIds) {
      const created = await admin('createDirectoryGroup', { body: { displayName } });
      const body = { add: [...memberIds] };
      await admin('changeDirectoryMembers', { params: { id: created.objectId }, body });
      return created.objectId;
    },
    async assign(...principals) {
      await admin('assignPrincipals', { params, body: { principals, appRoleId: USER_ROLE_ID } });
    },
    async unassign(principalId) {
      const { assignments } = await admin('listAssignments', { params, query: {} });
      const found = assignments.find((each) => each.principalId === principalId);
      assert.ok(found !== undefined, 'is not assigned');
      await admin('removeAssignment', { params: { ...params, assignment: found.id } });
    },
    async cycle() {
      const status = await admin('runJobCycle', { params, body: { wait: true } });
      return outcomesOf(status.lastExecution?.outcomes ?? {});
    },
    async written() {
      const { requests } = await admin('listRequests', { query: { limit: 500, after: seen } });
      seen = Math.max(seen, ...requests.map(({ id }) => id));
      return requests
        .filter(({ method }) => method !== 'GET')
        .toSorted((left, right) => left.id - right.id)
        .map(({ sentence }) => sentence);
    },
    users: () => readAll(tenant, '/Users'),
    groups: () => readAll(tenant, '/Groups'),
    async settings(change) {
      await admin('putJobSettings', { params, body: { ...DEFAULT_JOB_SETTINGS, ...change } });
    },
  };
}

export function outcomesOf(outcomes: Readonly<Record<string, number>>): string {
  const parts = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  return parts.toSorted((left, right) => left.localeCompare(right)).join(', ');
}

/** Every resource, page by page, by name. */
async function readAll(tenant: TestTenant, path: string): Promise<readonly JsonObject[]> {
  const all: JsonObject[] = [];
  for (;;) {
    const query = `?count=100&startIndex=${all.length + 1}`;
    const { body } = await tenant.scim('GET', path + query);
    assert.ok(isJsonObject(body));
    const page = objectsIn(body['Resources']);
    all.push(...page);
    if (page.length === 0 || all.length >= Number(body['totalResults'])) break;
  }
  const nameOf = (resource: JsonObject) => textOf(resource['userName'] ?? resource['displayName']);
  return all.toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)));
}
