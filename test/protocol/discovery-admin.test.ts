// Discovery as the UI shows it: word for word what SCIM clients get, and compared with others.
import { strict as assert } from 'node:assert';
import { createServer } from 'node:http';
import { describe, test, type TestContext } from 'node:test';
import { isJsonObject } from '../../shared/scim/json.ts';
import { ALL_DOCUMENTS, BADGE_SCHEMA, BADGE_URN, DEVICE_URN } from '../support/device-documents.ts';
import { startTenant } from '../support/start-tenant.ts';

describe('getDiscovery', () => {
  test('says word for word what a SCIM client gets, own schemas and profile included', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('changeSchemas', { body: { put: [...ALL_DOCUMENTS] } });
    await tenant.admin('setProfile', {
      body: { preset: 'entra-tolerant', overrides: { entraFriendlySchemas: true } },
    });

    const told = await tenant.admin('getDiscovery');

    const paths = ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas'];
    const answers = await Promise.all(paths.map((path) => tenant.scim('GET', path)));
    assert.deepEqual(
      [told.serviceProviderConfig, told.resourceTypes, told.schemas],
      answers.map(({ body }) => body),
    );
  });
});

describe('compareDiscovery', () => {
  test('finds nothing between a fresh tenant and RFC 7643', async (t) => {
    const tenant = await startTenant({}, t);

    const { differences } = await tenant.admin('compareDiscovery', { body: { kind: 'rfc' } });

    assert.deepEqual(
      differences.filter(({ kind }) => kind !== 'differs'),
      [],
    );
  });

  test('names own schemas once, and the types that have changed', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('changeSchemas', { body: { put: [...ALL_DOCUMENTS] } });

    const { differences } = await tenant.admin('compareDiscovery', { body: { kind: 'rfc' } });

    const own = differences.filter(({ kind }) => kind === 'only-here');
    assert.deepEqual(
      own.map(({ document, path }) => `${document} ${path}`.trim()).toSorted(),
      ['ResourceTypes Device', BADGE_URN, DEVICE_URN].toSorted(),
    );
    const user = differences.find(({ path }) => path === 'User');
    assert.deepEqual(
      user?.members.map(({ name }) => name),
      [`extension ${BADGE_URN}`],
    );
  });

  test('tells what a preset can do and this tenant cannot, member by member', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('setProfile', {
      body: { preset: 'entra-tolerant', overrides: { bulkSupported: false } },
    });

    const { differences } = await tenant.admin('compareDiscovery', {
      body: { kind: 'preset', preset: 'entra-tolerant' },
    });

    assert.deepEqual(differences, [
      {
        document: 'ServiceProviderConfig',
        path: 'bulk',
        kind: 'differs',
        members: [
          { name: 'supported', here: false, there: true },
          { name: 'maxOperations', here: 0, there: 1000 },
          { name: 'maxPayloadSize', here: 0, there: 1_048_576 },
        ],
      },
    ]);
  });

  test('with another tenant goes both ways; one that is not there is not found', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
    await tenant.admin('changeSchemas', {
      params: { tenant: 'other' },
      body: { put: [BADGE_SCHEMA, extension('Group')] },
    });

    const compare = (slug: string, other: string) =>
      tenant.admin('compareDiscovery', {
        params: { tenant: slug },
        body: { kind: 'tenant', tenant: other },
      });
    const kindOf = async (slug: string, other: string) =>
      (await compare(slug, other)).differences.find(({ document }) => document === BADGE_URN)?.kind;

    assert.deepEqual(
      [await kindOf('default', 'other'), await kindOf('other', 'default')],
      ['only-there', 'only-here'],
    );
    await assert.rejects(compare('default', 'nobody'), /404/);
  });
});

describe('fetchSchemaDocument', () => {
  test('hands on the JSON that an address answers with', async (t) => {
    const tenant = await startTenant({}, t);
    const url = await serve(t, 200, JSON.stringify(BADGE_SCHEMA));

    const { document } = await tenant.admin('fetchSchemaDocument', { body: { url } });

    assert.equal(isJsonObject(document) && document['id'], BADGE_URN);
  });

  for (const [status, text, message] of [
    [404, '{}', /answered 404/],
    [200, '<html>', /did not answer with JSON/],
  ] as const) {
    test(`says why where that is ${status} ${text}`, async (t) => {
      const tenant = await startTenant({}, t);
      const url = await serve(t, status, text);

      await assert.rejects(tenant.admin('fetchSchemaDocument', { body: { url } }), message);
    });
  }
});

function extension(name: 'User' | 'Group') {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    name,
    endpoint: `/${name}s`,
    schema: `urn:ietf:params:scim:schemas:core:2.0:${name}`,
    schemaExtensions: [{ schema: BADGE_URN, required: false }],
  };
}

async function serve(t: TestContext, status: number, text: string): Promise<string> {
  const server = createServer((_request, response) => void response.writeHead(status).end(text));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '';
}
