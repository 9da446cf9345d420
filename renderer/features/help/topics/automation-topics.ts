// Help: the app in the hands of programs.
import type { HelpTopic } from '../help-topic.ts';

export const AUTOMATION_TOPICS: readonly HelpTopic[] = [
  {
    id: 'tests',
    group: 'Reference',
    title: 'Automated tests of your client',
    words: 'verification api wait count expect queue response fault seed reset vitest jest ci',
    body: `
A test starts a server, lets your provisioning code work against it, and asks what arrived. \`npm run pack:client\` makes a package for
\`npm install\`; its \`scim-mock-tenant/testing\` does all of this from JavaScript and TypeScript.

\`\`\`
import { startTenant } from 'scim-mock-tenant/testing';

const tenant = await startTenant();
await provision({ userName: 'ada@contoso.com' }, tenant.tenantUrl, tenant.token); // yours
await tenant.expectRequest({ operation: 'create', status: 201 });
await tenant.close();
\`\`\`

Other languages call the admin API, below \`/api/tenants/<slug>\`:

| Route | What it does |
| \`GET /verify/mark\` | a place in the order of arrival, to be given as \`since\` |
| \`POST /verify/count\`, \`/verify/find\` | counts or lists the requests that match |
| \`POST /verify/wait\` | answers as soon as enough requests match, or says after its time what came instead |
| \`POST /verify/resources/User\` | waits until users are as you say |
| \`POST /next-responses\` | what to answer next instead: a status, a body, a delay, a lost connection |

Requests are matched by method, path, status, parts of the body, or in the [filter language](/help?topic=request-filter) of the request
log. Use a tenant for each test: its users, log and queue are its own.
`,
  },
  {
    id: 'mcp',
    group: 'Reference',
    title: 'Language models (MCP)',
    words: 'model context protocol claude desktop cursor vs code copilot ai assistant tools',
    body: `
\`npm run mcp\` offers the admin API as tools over standard input and output, so that an assistant reads the request log, explains findings,
creates resources and runs the checks. [Settings](/settings), under Admin API and CLI, have the configuration to copy, for Claude Desktop, Cursor and
VS Code.

- It works with the server that runs on this machine; where none does, it starts one of its own in memory. \`--own\` always does that.
- Secret tokens are masked. \`--show-token\` tells them to the model.
- The tools that change something say so, so that the assistant can ask you first.
`,
  },
  {
    id: 'cli',
    group: 'Reference',
    title: 'Command line',
    words: 'terminal script admin npm shell bash powershell automation exit code',
    body: `
\`npm run admin\` does on a terminal whatever the admin API does. Answers are JSON on standard output.

\`\`\`
npm run --silent admin -- listTenants
npm run --silent admin -- waitForRequests --tenant default --help
npm run --silent admin -- openapi > openapi.json
\`\`\`

It finds the server that runs on this machine by itself. \`--url\` and \`--key\` name another. Without a command it lists them all.

| Exit code | Means |
| 0 | done |
| 1 | the server refused it |
| 2 | the command line is wrong, or no server answers |
| 3 | a wait was in vain |
`,
  },
];
