// The MCP server over a connection, whatever it talks through: tools, and documents to read.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Connection } from './connection.ts';
import { addDocuments } from './documents.ts';
import { addRouteTools } from './route-tools.ts';
import { addScimTools } from './scim-tools.ts';
import { addServerTools } from './server-tools.ts';
import type { Tool } from './tool.ts';
import { answerWith, failWith } from './tool-answer.ts';

export interface McpOptions {
  readonly version: string;
  /** Whether tokens and other secrets are told. */
  readonly showSecrets: boolean;
}

const INSTRUCTIONS =
  'A mock SCIM 2.0 service provider: see what a provisioning client sends, change what it is answered, and verify it. Read scim-mock://guide first.';

export function createMcpServer(connection: Connection, options: McpOptions): McpServer {
  const { version } = options;
  const facts = { name: 'scim-mock-tenant', title: 'SCIM Mock Tenant', version };
  const server = new McpServer(facts, { instructions: INSTRUCTIONS });

  function add({ name, title, description, effect, input, work }: Tool): void {
    const annotations = {
      readOnlyHint: effect === 'reads',
      destructiveHint: effect === 'destroys',
      openWorldHint: false,
    };
    const config = { title, description, annotations, inputSchema: input };
    server.registerTool(name, config, async (given: Readonly<Record<string, unknown>>) => {
      try {
        return answerWith(await connection.use((client) => work(client, given)), options);
      } catch (error) {
        return failWith(error);
      }
    });
  }

  addServerTools(add, connection.isOwn);
  addRouteTools(add);
  addScimTools(add);
  addDocuments(server, connection, version);
  return server;
}
