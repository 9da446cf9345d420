// What a language model may read before it asks: the admin API's contract, a tenant's schemas, and how to verify a client.
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { openApiDocument } from '../../shared/admin/open-api.ts';
import type { Connection } from './connection.ts';

const GUIDE = `# Verifying a SCIM client with SCIM Mock Tenant

1. \`set_up_tenant\` makes a tenant of its own for the test (or use "default"). \`get_connection\` tells its tenant URL and token.
2. \`count_requests\` with no conditions answers \`lastId\`: the mark to pass as \`since\`, so that only what comes later counts.
3. Let the client do its work against the tenant URL.
4. \`wait_for_request\` with conditions, such as {"operation": "create", "status": "2xx"} or
   {"method": "PATCH", "path": "/Users/*", "body": {"Operations": [{"path": "active", "value": false}]}}.
   Members of a body that are left out may be anything; items of arrays may stand in any order. Where nothing matches in time,
   \`nearMisses\` says which condition the closest requests failed.
5. \`get_request\` shows one request whole; its findings say what departs from the RFC or from the vendor's own documents.
6. \`queue_response\` makes the tenant answer 429, 500, 401 or anything else to the next matching requests.
7. \`reset_tenant\` starts afresh.

Paths are below the tenant's base URL: \`/Users\`, \`/Users/*\`, \`/Groups/**\`.
Whatever has no tool of its own: \`list_routes\`, \`describe_route\`, \`call_route\`.
`;

export function addDocuments(server: McpServer, connection: Connection, version: string): void {
  server.registerResource(
    'guide',
    'scim-mock://guide',
    { title: 'How to verify a SCIM client', mimeType: 'text/markdown' },
    ({ href }) => ({ contents: [{ uri: href, mimeType: 'text/markdown', text: GUIDE }] }),
  );
  server.registerResource(
    'openapi',
    'scim-mock://openapi.json',
    { title: 'The admin API as OpenAPI 3.1', mimeType: 'application/json' },
    async ({ href }) => {
      const { adminUrl } = await connection.use((client) => client.call('getStatus', {}));
      return jsonContents(href, openApiDocument({ version, url: adminUrl }));
    },
  );
  server.registerResource(
    'schemas',
    new ResourceTemplate('scim-mock://tenants/{tenant}/schemas', {
      list: async () => {
        const { tenants } = await connection.use((client) => client.call('listTenants', {}));
        return {
          resources: tenants.map(({ slug, name }) => ({
            uri: `scim-mock://tenants/${slug}/schemas`,
            name: `Schemas of ${name}`,
            mimeType: 'application/json',
          })),
        };
      },
    }),
    { title: 'Schemas and resource types of a tenant', mimeType: 'application/json' },
    async ({ href }, { tenant }) => {
      const params = { tenant: [tenant].flat()[0] ?? 'default' };
      return jsonContents(
        href,
        await connection.use((client) => client.call('listSchemas', { params })),
      );
    },
  );
}

function jsonContents(uri: string, value: unknown) {
  return { contents: [{ uri, mimeType: 'application/json', text: JSON.stringify(value) }] };
}
