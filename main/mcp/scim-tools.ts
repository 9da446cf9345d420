// Users, groups and custom types through SCIM itself, as a provisioning client reaches them: what these tools do is in the
// request log, with its findings.
import { z } from 'zod';
import { JsonObject } from '../../shared/admin/json-schema.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { createScimClient, type ScimContent } from '../client/scim-client.ts';
import { TENANT, type AddTool } from './tool.ts';

const ENDPOINT = z
  .string()
  .regex(/^\w+$/)
  .default('Users')
  .describe('Users, Groups, or the endpoint of a custom resource type, without slashes');
const ID = z.string().min(1).describe('id of the resource');

const PATCH_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

const target = { tenant: TENANT, endpoint: ENDPOINT };

export function addScimTools(add: AddTool): void {
  addReadingTools(add);
  addWritingTools(add);
}

function addReadingTools(add: AddTool): void {
  add({
    name: 'list_resources',
    title: 'List users, groups or other resources',
    description: 'A page of resources by a SCIM filter, such as `userName eq "ada@contoso.com"`.',
    effect: 'reads',
    input: {
      ...target,
      filter: z.string().default(''),
      startIndex: z.int().min(1).default(1),
      count: z.int().min(0).max(200).default(50),
      attributes: z.string().default('').describe('Only these, separated by commas'),
    },
    work(client, input) {
      const { filter, startIndex, count, attributes } = LIST.parse(input);
      const query = new URLSearchParams({ startIndex: `${startIndex}`, count: `${count}` });
      if (filter !== '') query.set('filter', filter);
      if (attributes !== '') query.set('attributes', attributes);
      return send(client, input, { method: 'GET', path: `?${query.toString()}` });
    },
  });
  add({
    name: 'get_resource',
    title: 'Get a user, group or other resource',
    description: 'One resource by its id.',
    effect: 'reads',
    input: { ...target, id: ID },
    work: (client, input) => send(client, input, { method: 'GET', path: pathOf(input) }),
  });
}

function addWritingTools(add: AddTool): void {
  add({
    name: 'create_resource',
    title: 'Create a user, group or other resource',
    description: 'Creates a resource by POST; `schemas` may be left out.',
    effect: 'changes',
    input: { ...target, resource: JsonObject },
    work: (client, input) => {
      const { resource } = z.object({ resource: JsonObject }).parse(input);
      return send(client, input, { method: 'POST', path: '', content: { body: resource } });
    },
  });
  add({
    name: 'patch_resource',
    title: 'Patch a user, group or other resource',
    description: 'Changes a resource by the operations of a PatchOp message (RFC 7644 §3.5.2).',
    effect: 'changes',
    input: { ...target, id: ID, operations: z.array(JsonObject).min(1) },
    work(client, input) {
      const { operations } = z.object({ operations: z.array(JsonObject) }).parse(input);
      const body = { schemas: [PATCH_URN], Operations: operations };
      return send(client, input, { method: 'PATCH', path: pathOf(input), content: { body } });
    },
  });
  add({
    name: 'delete_resource',
    title: 'Delete a user, group or other resource',
    description: 'Deletes a resource by its id.',
    effect: 'destroys',
    input: { ...target, id: ID },
    work: (client, input) => send(client, input, { method: 'DELETE', path: pathOf(input) }),
  });
}

const TARGET = z.object({ tenant: z.string(), endpoint: z.string() });
const LIST = z.object({
  filter: z.string(),
  startIndex: z.int(),
  count: z.int(),
  attributes: z.string(),
});

function pathOf(input: unknown): string {
  return `/${encodeURIComponent(z.object({ id: z.string() }).parse(input).id)}`;
}

interface Sent {
  readonly method: string;
  /** Below the endpoint. */
  readonly path: string;
  readonly content?: ScimContent;
}

/** Status and body, whatever they are: a refusal is what somebody wants to see. */
async function send(client: AdminClient, input: unknown, { method, path, content }: Sent) {
  const { tenant, endpoint } = TARGET.parse(input);
  const connection = await client.call('getConnection', { params: { tenant } });
  const { localTenantUrl: tenantUrl, secretToken: token, certificate } = connection;
  const scim = createScimClient({ tenantUrl, token, certificate });
  const headers = { 'User-Agent': 'scim-mock-tenant-mcp', ...content?.headers };
  const answer = await scim.request(method, `/${endpoint}${path}`, { ...content, headers });
  return { status: answer.status, body: answer.body ?? null };
}
