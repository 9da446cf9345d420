// What is asked of the server as a whole: where a SCIM client finds it, and whether a server conforms.
import { z } from 'zod';
import { CheckTarget } from '../../shared/admin/check-run.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { TENANT, type AddTool } from './tool.ts';

export function addServerTools(add: AddTool, isOwn: boolean): void {
  add({
    name: 'get_connection',
    title: 'Get connection',
    description:
      'Tenant URL and secret token that a SCIM client is given, and facts of the server. The token is masked unless the MCP server was started with --show-token.',
    effect: 'reads',
    input: { tenant: TENANT },
    async work(client, input) {
      const { tenant } = z.object({ tenant: z.string() }).parse(input);
      const connection = await client.call('getConnection', { params: { tenant } });
      const { version, dataDir, adminUrl } = await client.call('getStatus', {});
      const life = isOwn
        ? 'started for this session, in memory: it ends with it'
        : 'a server that was running already';
      return { ...connection, server: { version, dataDir, adminUrl, life } };
    },
  });
  add({
    name: 'run_checks',
    title: 'Run checks',
    description:
      'Checks a SCIM server for conformance: a tenant of this workspace, or any URL with its token. Takes up to a minute or two; answers with the checks that failed. `only` names sections (F) or checks (F6).',
    effect: 'changes',
    input: {
      target: CheckTarget.default({ tenant: 'default' }),
      preset: z.enum(['rfc', 'entra']).default('rfc'),
      only: z.array(z.string()).default([]),
    },
    async work(client, input) {
      const { id } = await client.call('startCheckRun', { body: ORDER.parse(input) });
      return waitForChecks(client, id);
    },
  });
}

const ORDER = z.object({
  target: CheckTarget,
  preset: z.enum(['rfc', 'entra']),
  only: z.array(z.string()),
});

const LOOK_EVERY_MS = 200;

async function waitForChecks(client: AdminClient, id: string) {
  for (;;) {
    const run = await client.call('getCheckRun', { params: { id } });
    const { report, checks, outcomes: _outcomes, ...facts } = run;
    if (run.state !== 'running') {
      const failed = report?.results.filter(({ outcome }) => outcome.status === 'failed') ?? [];
      return { ...facts, checks: checks.length, failedChecks: failed };
    }
    await new Promise((resolve) => void setTimeout(resolve, LOOK_EVERY_MS));
  }
}
