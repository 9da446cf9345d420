// Help: to look things up.
import type { HelpTopic } from '../help-topic.ts';

export const REFERENCE_TOPICS: readonly HelpTopic[] = [
  {
    id: 'request-filter',
    group: 'Reference',
    title: 'Filter the request log',
    words: 'query tokens status method op user search not or',
    body: `
The box above [Requests](/requests) takes words, and tokens of a name and a value. The address of the page holds the filter, so a link
leads back to the same list.

\`\`\`
ada
status:4xx op:create
user:adele@contoso.com not:method:get
duration:>250 (source:entra or source:okta)
\`\`\`

- Words and tokens beside each other must all hold. \`or\` between them takes either; parentheses group.
- \`not:\` before a token or a word turns it around; it binds closest.
- Values with blanks stand in double quotes: \`token:"Secret Token"\`.
- Numbers may be compared (\`>\`, \`>=\`, \`<\`, \`<=\`) or given as a range, such as \`400..499\`, \`4xx\` or \`>1.5s\`.
`,
    generated: 'request-filter',
  },
  {
    id: 'scim-filter',
    group: 'Reference',
    title: 'SCIM filters for users and groups',
    words: 'filter operators eq co sw pr and or not valuePath RFC 7644',
    body: `
The box above [Users](/users) and [Groups](/groups) takes plain words, or a SCIM filter (RFC 7644, section 3.4.2.2) as clients send it.

\`\`\`
userName sw "adele" and active eq true
emails[type eq "work" and value ew "@contoso.com"]
not (title pr) or meta.lastModified gt "2026-01-01T00:00:00Z"
urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "Sales"
\`\`\`

| Operator | Holds when the attribute |
| \`eq\`, \`ne\` | is, or is not, the value |
| \`co\` | contains it |
| \`sw\`, \`ew\` | starts or ends with it |
| \`gt\`, \`ge\`, \`lt\`, \`le\` | is greater or less; for dates, later or earlier |
| \`pr\` | is present: has a value that is not empty |

- Text stands in double quotes, as in JSON. \`true\`, \`false\`, \`null\` and numbers stand bare.
- Most attributes ignore case; \`id\` and \`externalId\` do not.
- \`and\` binds closer than \`or\`; parentheses group; \`not\` is followed by parentheses.
- For an attribute with several values, one that fits is enough. Brackets hold several conditions to the same value.
`,
  },
  {
    id: 'findings',
    group: 'Reference',
    title: 'All findings',
    words: 'rules catalogue linter error warning notice RFC entra',
    body: `
What the app looks for in each request and answer. An **error** is against a MUST: something will fail. A **warning** departs from the RFC.
A **notice** is allowed, but good to know.
`,
    generated: 'findings',
  },
  {
    id: 'shortcuts',
    group: 'Reference',
    title: 'Keyboard shortcuts',
    words: 'keys hotkeys palette accessibility',
    body: `
Every command is in the palette, and so are people, requests by number, settings and help. The keys below can be changed, and keys without
Ctrl or ⌘ can be switched off, under [Settings](/settings?find=shortcuts).

In lists: the arrow keys move, \`Home\`, \`End\`, \`Page Up\` and \`Page Down\` jump, \`Enter\` opens the details, \`Esc\` closes them.
`,
    generated: 'shortcuts',
  },
  {
    id: 'admin-api',
    group: 'Reference',
    title: 'Admin API',
    words: 'api rest script automation headless ci flags environment json',
    body: `
Whatever this page does is a call of the admin API on this machine. Start a server of your own for a script or a test:

\`\`\`
npm run serve -- --scim-port 0 --admin-port 0 --data-dir :memory: --json
\`\`\`

It prints one JSON line when it answers, with \`scimUrl\`, \`adminUrl\`, \`adminKey\` and \`token\`. Every flag may also be an environment
variable: \`--scim-port\` is \`SCIM_MOCK_SCIM_PORT\`. \`--help\` lists them.

\`\`\`
curl -H "Authorization: Bearer $ADMIN_KEY" "$ADMIN_URL/api/status"
curl -H "Authorization: Bearer $ADMIN_KEY" "$ADMIN_URL/api/tenants"
curl -X PATCH -H "Authorization: Bearer $ADMIN_KEY" -H "Content-Type: application/json" \\
  -d '{"general.theme":"dark"}' "$ADMIN_URL/api/settings"
\`\`\`

| Route | What it is |
| \`/api/status\` | version, addresses, tenants with their figures |
| \`/api/tenants\` | the tenants: list, create, copy, rename, empty, delete |
| \`/api/tenants/:tenant/resources/User\` | users, and in the same way groups and types of your own |
| \`/api/requests\` | the request log |
| \`/api/workspace\` | room it takes; \`/compact\`, \`/erase\` |
| \`/api/serving\` | whether SCIM requests are served: \`/start\`, \`/stop\`, \`/restart\`, \`/pause\`, \`/resume\` |
| \`/api/snapshots\` | snapshots: take, list, restore, export and import as files |
| \`/api/admin-key\` | where the admin key comes from; \`/rotate\` makes a new one |
| \`/api/settings\` | settings: read, change, \`/reset\`, \`/schema\` |
| \`/api/live\` | events as they happen (server-sent events) |

The API takes calls from this machine only, checks Host and Origin, and allows no other website but the origins that you list under
[Settings](/settings?find=origins). The key is new at each start, unless you
[keep it](/settings?find=admin%20key) or give the server one: \`--admin-key\`, better as the variable \`SCIM_MOCK_ADMIN_KEY\`, which
other users of the machine cannot see. Whoever has a key that stays can do all that this page does until you rotate it.
`,
  },
];
