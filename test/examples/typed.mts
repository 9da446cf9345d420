// What TypeScript knows of the package: names and inputs of routes, conditions, answers.
import { createAdminClient } from 'scim-mock-tenant';
import { startTenant, type ReceivedRequest, type TestTenant } from 'scim-mock-tenant/testing';

const tenant: TestTenant = await startTenant({ preset: 'rfc-strict' });
const request: ReceivedRequest = await tenant.expectRequest({ operation: 'create', status: '2xx' });
const { preset } = await tenant.admin('getProfile');
const isStrict: boolean = preset === 'rfc-strict';
const { version } = await createAdminClient({ adminUrl: '', adminKey: '' }).call('getStatus', {});

// @ts-expect-error there is no such operation
await tenant.expectRequest({ operation: 'provision' });
// @ts-expect-error a route needs its body
await tenant.admin('queueResponse');

export const told = [request.sentence, isStrict, version.toUpperCase()];
