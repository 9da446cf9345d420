// The MCP server as its clients start it: a child that speaks over standard input and output, driven by the SDK's client.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import { startHeadless } from '../support/start-headless.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'mcp', 'mcp.ts');

type Input = Readonly<Record<string, unknown>>;

interface Session {
  readonly client: Client;
  /** The JSON that a tool answers. */
  readonly use: (name: string, input?: Input) => Promise<JsonObject>;
  readonly fail: (name: string, input?: Input) => Promise<string>;
}

async function connect(args: readonly string[] = ['--own']): Promise<Session> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [ENTRY, ...args],
      stderr: 'ignore',
    }),
  );
  async function call(name: string, input: Input = {}) {
    const answer = CallToolResultSchema.parse(await client.callTool({ name, arguments: input }));
    const [content] = answer.content;
    assert.ok(content?.type === 'text');
    return { text: content.text, isError: answer.isError === true };
  }
  return {
    client,
    async use(name, input) {
      const { text, isError } = await call(name, input);
      assert.ok(!isError, text);
      const value: unknown = JSON.parse(text);
      return { answer: value as JsonValue }; // JSON.parse yields exactly that
    },
    async fail(name, input) {
      const { text, isError } = await call(name, input);
      assert.ok(isError, text);
      return text;
    },
  };
}

function at(
  value: JsonValue | undefined,
  ...names: readonly (string | number)[]
): JsonValue | undefined {
  return names.reduce<JsonValue | undefined>((held, name) => {
    if (isJsonArray(held)) return held[Number(name)];
    return isJsonObject(held) ? held[name] : undefined;
  }, value);
}

describe('The MCP server', () => {
  let session: Session;
  before(async () => {
    session = await connect();
  });
  beforeEach(() => session.use('reset_tenant'));
  after(() => session.client.close());

  test('offers tools that say what they take, and which of them destroy', async () => {
    const { client } = session;

    const { tools } = await client.listTools();

    const byName = new Map(tools.map((tool) => [tool.name, tool]));
    assert.equal(byName.get('list_requests')?.annotations?.readOnlyHint, true);
    assert.equal(byName.get('reset_tenant')?.annotations?.destructiveHint, true);
    assert.ok('match' in (byName.get('wait_for_request')?.inputSchema.properties ?? {}));
    for (const { name, description } of tools) assert.ok((description ?? '').length > 20, name);
  });

  test('creates, patches, lists and deletes through SCIM, which the request log tells', async () => {
    const { use } = session;

    const created = await use('create_resource', { resource: { userName: 'ada' } });
    const id = at(created, 'answer', 'body', 'id');
    const operations = [{ op: 'replace', path: 'active', value: false }];
    const patched = await use('patch_resource', { id, operations });
    const listed = await use('list_resources', {
      filter: 'active eq false',
      attributes: 'userName',
    });
    const deleted = await use('delete_resource', { id });
    const missing = await use('get_resource', { id });
    const log = await use('list_requests', { limit: 10 });

    assert.deepEqual(
      [created, patched, listed, deleted, missing].map((each) => at(each, 'answer', 'status')),
      [201, 200, 200, 204, 404],
    );
    assert.equal(at(listed, 'answer', 'body', 'Resources', 0, 'userName'), 'ada');
    const requests = at(log, 'answer', 'requests');
    assert.ok(isJsonArray(requests));
    assert.deepEqual(
      requests.map((request) => at(request, 'operation')),
      ['create', 'deactivate', 'list', 'delete', 'read'],
    );
    const first = await use('get_request', { id: at(requests[0], 'id') });
    assert.equal(at(first, 'answer', 'requestBody', 'text'), '{"userName":"ada"}');
  });

  test('waits for a request, and says what came instead', async () => {
    const { use } = session;
    await use('list_resources', { endpoint: 'Groups' });

    const seen = await use('wait_for_request', { match: { path: '/Groups' }, timeoutMs: 1000 });
    const unseen = await use('wait_for_request', { match: { path: '/Users' }, timeoutMs: 1 });

    assert.equal(at(seen, 'answer', 'kind'), 'seen');
    assert.equal(at(unseen, 'answer', 'nearMisses', 0, 'failed', 0, 'condition'), 'path');
  });

  test('queues an answer, resets, seeds and counts', async () => {
    const { use } = session;
    await use('queue_response', { status: 503 });

    const refused = await use('list_resources', {});
    const reset = await use('reset_tenant', {});
    const made = await use('set_up_tenant', { slug: 'seeded', seed: 'contoso-12' });
    const count = await use('count_requests', { tenant: 'seeded' });

    assert.equal(at(refused, 'answer', 'status'), 503);
    assert.equal(at(reset, 'answer', 'requests'), 1);
    assert.equal(at(made, 'answer', 'tenant', 'counts', 'users'), 12);
    assert.equal(at(count, 'answer', 'count'), 0);
  });

  test('masks secrets, unless it was started to tell them', async (t) => {
    const open = await connect(['--own', '--show-token']);
    t.after(() => open.client.close());

    const connection = await session.use('get_connection');
    const made = await session.use('set_up_tenant', { token: 'a-secret-token-of-mine' });
    const told = await open.use('get_connection');

    assert.match(String(JSON.stringify(connection)), /"secretToken":"••••.{4}"/);
    assert.ok(!JSON.stringify(made).includes('a-secret-token-of-mine'));
    assert.match(JSON.stringify(told), /"secretToken":"[\w-]{43}"/);
  });

  test('runs the conformance checks', async () => {
    const { use } = session;

    const run = await use('run_checks', { only: ['A1'] });

    assert.equal(at(run, 'answer', 'state'), 'finished');
    assert.equal(at(run, 'answer', 'checks'), 1);
  });

  test('calls any route, once it has been described', async () => {
    const { use, fail } = session;

    const described = await use('describe_route', { route: 'setProfile' });
    const routes = await use('list_routes');
    const body = { preset: 'rfc-strict' };
    const changed = await use('call_route', { route: 'setProfile', body });
    const refused = await fail('call_route', { route: 'getRequest', params: { id: '999' } });

    assert.equal(at(described, 'answer', 'path'), '/api/tenants/:tenant/profile');
    assert.ok(JSON.stringify(routes).includes('"restoreSnapshot"'));
    assert.equal(at(changed, 'answer', 'preset'), 'rfc-strict');
    assert.match(refused, /no request 999/);
  });

  test('has documents: a guide, the OpenAPI document, the schemas of a tenant', async () => {
    const { client } = session;

    const { resources } = await client.listResources();
    const read = await Promise.all(resources.map(({ uri }) => client.readResource({ uri })));

    assert.deepEqual(
      resources.slice(0, 3).map(({ uri }) => uri),
      ['scim-mock://guide', 'scim-mock://openapi.json', 'scim-mock://tenants/default/schemas'],
    );
    const texts = read.map(({ contents }) => JSON.stringify(contents));
    assert.match(texts[0] ?? '', /Verifying a SCIM client/);
    assert.match(texts[1] ?? '', /3\.1\.0/);
    assert.match(texts[2] ?? '', /urn:ietf:params:scim:schemas:core:2\.0:User/);
  });

  test('works with the server that runs, also after that was started anew', async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'scim-mock-mcp-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const first = await startHeadless({ dataDir: folder });
    const { client, use, fail } = await connect(['--data-dir', folder]);
    t.after(() => client.close());

    await use('create_resource', { resource: { userName: 'ada' } });
    await first.stop();
    const offline = await fail('list_resources');
    const second = await startHeadless({ dataDir: folder });
    t.after(second.stop);
    const found = await use('list_resources');

    assert.match(offline, /No server runs on/);
    assert.equal(at(found, 'answer', 'body', 'totalResults'), 1);
  });
});
