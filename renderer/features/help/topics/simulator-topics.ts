// Help: the Entra simulator.
import type { HelpTopic } from '../help-topic.ts';

export const SIMULATOR_TOPICS: readonly HelpTopic[] = [
  {
    id: 'cycle',
    group: 'Work with it',
    title: 'What a provisioning cycle is',
    words: 'initial incremental cycle watermark quarantine scope skipped entra',
    body: `
A provisioning service compares its directory with your application and sends what is different. Entra does it in cycles.

1. **Scope**: who is to be provisioned? Usually the people and groups assigned to the application, narrowed by scoping filters.
2. **Match**: is this person in the application already? Entra asks with a filter on the matching attribute, such as
   \`userName eq "adele.vance@contoso.com"\`.
3. **Decide**: create, update, disable, delete, or skip because nothing differs.
4. **Export**: send the POST, PATCH or DELETE and read the answer.

## Initial and incremental

The **initial cycle** goes through everybody in scope. At its end the service keeps a **watermark**; each **incremental cycle** looks only
at what has changed since, so it is short. Restarting provisioning forgets the watermark.

## When things fail

- A failed person is tried again in later cycles, at growing intervals.
- When most calls fail, or the credentials are refused, the job goes into **quarantine**: it runs once a day until it succeeds.
- A reply without what was asked for counts as a failure too. An empty list must have \`totalResults\` 0 and status 200, not 404.
`,
  },
  {
    id: 'connectivity',
    group: 'Work with it',
    title: 'Connect the simulated Entra to a SCIM endpoint',
    words:
      'entra simulator connectivity admin credentials tenant url secret token oauth client credentials test connection aadOptscim062020 notification email provisioning mode automatic',
    body: `
[Connectivity](/entra/connectivity) says where an application provisions to. The classic portal has it under *Provisioning*, mode Automatic,
*Admin Credentials*.

- **A tenant of this workspace** needs no more: requests carry the tenant's own Secret Token.
- **Tenant URL** is any SCIM endpoint, such as the one that you are building. It ends where \`/Users\` begins.
- **Authentication** is a Secret Token, or OAuth 2 client credentials: the token is then fetched from the token endpoint, and fetched again
  when it expires.

## Test Connection

It asks for a user that does not exist, and for a group where groups are provisioned. The target has to answer 200 with an empty list. You see
what the portal would say, what happened, and each request with its answer. Nothing is saved by it.

Entra sends no \`User-Agent\` header, and neither does the simulator. Firewalls, bot filters and tunnels answer such requests with 403 and a page
of their own: an HTML page with 403 is rarely a matter of the Secret Token.

## The flag aadOptscim062020

It is a query parameter without a value in the Tenant URL. With it, PATCH follows the RFC: \`op\` in lower case, real booleans, members removed by
a filter in the path. Without it come the forms that Entra sends by default.
`,
  },
  {
    id: 'provisioning',
    group: 'Work with it',
    title: 'Start, stop and restart provisioning',
    words:
      'entra simulator overview start stop restart provisioning cycle quarantine watermark escrow clock virtual time fast manual accidental deletion allow deletes properties status on off',
    body: `
[Overview](/entra/overview) shows how the provisioning job of an application stands, and works it.

- **Start provisioning** runs the initial cycle, then an incremental one every 40 minutes, or as [Settings](/settings?find=interval) had it
  when the application was made; **Properties** change it. **Stop** lets the cycle under way end; started again,
  the job goes on from its watermark.
- **Restart provisioning** clears watermark, escrows and quarantine, or what you choose, and begins again at once.
- Settings, credentials and mappings are read when a cycle begins: what is saved meanwhile takes effect with the next one. A scope that was
  switched between assigned and all takes full effect when provisioning is restarted.
- **Run a cycle now** does not wait for the schedule, and works on a stopped job too.

## The clock

Provisioning lives in a time of its own. **Real** goes as on the wall; **Fast** makes 40 minutes pass in 40 seconds or in one; **Manual** stands
until it is moved. A jump runs each cycle that becomes due on the way, at its own time: jump 40 minutes for the next cycle, 30 days for
the purge of deleted users.

## Quarantine

Wrong credentials, a target that does not answer as SCIM says, or too many failures put the job into quarantine. It tries again after 6, 12 and
24 hours, then once a day; after 28 days it is disabled. One success ends it. The thresholds are under **Properties**.

**Accidental deletion prevention** puts the job into quarantine before it removes more than its threshold. Allow the deletes if they are meant;
else bring the users back into scope and restart.

From a terminal: \`npm run admin -- startJob\`, \`stopJob\`, \`restartJob\`, \`runJobCycle\`.
`,
  },
  {
    id: 'on-demand',
    group: 'Work with it',
    title: 'Provision one user or group on demand',
    words:
      'entra simulator on-demand single user test step import scope match perform action retry',
    body: `
[Provision on demand](/entra/on-demand) takes one user, or one group with up to five of its members, through the steps of a cycle and shows each:
import, scope, match, action. **View details** shows what a step went by; the requests with their answers stand below.

As in Entra it does not disable, delete or restore, leaves expressions about app roles out, and does not honour the flag of the Tenant URL.
It works while provisioning is stopped.
`,
  },
  {
    id: 'discovery',
    group: 'Work with it',
    title: 'Discover who has an account in the target',
    words:
      'entra simulator account discovery discover identities local unassigned assigned orphan paging',
    body: `
[Discovery](/entra/discovery) reads every user of the target page by page, and compares them with the directory by the matching attributes.

| List | Who |
|---|---|
| Local accounts | Accounts that nobody in the directory has. |
| Unassigned users | Users of the directory with an account, but not assigned to the application. |
| Assigned users | Users with an account who are assigned. |

**Assign** gives an unassigned user a role; the next cycle then matches the account instead of creating another. The target has to page with
\`startIndex\` and \`count\`.
`,
  },
  {
    id: 'connections',
    group: 'Work with it',
    title: 'Connections between directory and target, and their repair',
    words:
      'entra simulator object connection link anchor source target repair wrong match delete 409 paused graph',
    body: `
Once an object is matched or created, the job keeps a connection: its id in the directory and its id in the target. Later cycles go by it and do not
match again. [Connections](/entra/connections) lists them.

Where an object is connected with the wrong account:

1. Stop provisioning: a connection can be deleted only while the job is paused. Graph answers 409 otherwise.
2. Delete the connection.
3. Provision the object on demand: it is matched anew.
4. Start provisioning.
`,
  },
  {
    id: 'directory',
    group: 'Work with it',
    title: 'The simulated directory and who is assigned',
    words:
      'entra simulator directory users groups assignment app role scope recycle bin bulk create generate guest manager',
    body: `
The [Directory](/entra/directory) stands in for a Microsoft Entra tenant: people with Entra's attributes, groups with members. A new workspace
has twelve people of Contoso. Nothing leaves this machine.

- **Make a change** on a person does what happens to people: a new name, another department, sign-in blocked, leaving the company.
- **Delete** puts a user or group into the recycle bin. It can be restored for 30 days, then it is purged; **Delete permanently** purges it now.
  Provisioning disables an account whose user is deleted, and deletes it after the purge.
- **Generate people** makes up to 100,000 of them. The same seed gives the same people.
- **Bulk create** reads the CSV template of the portal. Each line that would not be taken is listed before anything is created.

## Users and groups

[Users and groups](/entra/users-and-groups) says who is assigned to an application, and with which app role. With **Sync only assigned users and
groups** nobody else is provisioned.

| Assigned | In scope |
| A user | That user. |
| A security-enabled group | Its immediate members; the group itself where the group mapping is enabled. |
| A group within an assigned group | Nobody: nested groups give nothing. |

**Check a scope** tells of any user or group whether it is in scope, and through what. **App roles** are what people are assigned with; every
application has *User* and Default Access.
`,
  },
  {
    id: 'entra-mapping',
    group: 'Work with it',
    title: 'Map attributes',
    words:
      'entra simulator attribute mapping expression builder scoping filter matching precedence default schema graph import export',
    body: `
[Attribute mapping](/entra/mapping) says what a provisioning job writes into the target for users and for groups, in the words of the portal.
Choose somebody under **Preview for**: a column then shows what each mapping gives, and **What will be sent** the requests, before any cycle runs.

- **Direct** takes an attribute as it is, **Constant** the same text for everybody, **Expression** what its functions make of attributes. **None**
  leaves the target alone.
- **Match objects using this attribute** finds who is there already. The attribute with precedence 1 is asked first; the first that finds an
  object wins.
- A **default value** is written when an object is created and has no value, never later. Null values do not flow.
- Mistakes stand below the mapping that they are about; mappings with errors cannot be saved. Saving makes the next cycle an initial one.

## Expressions

Functions have case-sensitive names, attributes stand in brackets, text in double quotes; an argument may be left empty between commas. The
editor completes functions and attributes and explains the function at the cursor. Below it, the values of the person can be typed over
to see what the expression makes of others.

| Do not expect | Instead |
| \`IIF(IsNullOrEmpty([mail]), …)\` to find missing values: the condition fails | \`Switch([mail], [mail], "", "none")\` |
| AND and OR | nested IIF functions |
| \`SelectUniqueValue\`: it belongs to HR systems | a unique source attribute |

## Scope

Clauses of a scoping filter hold together; of several filters one is enough. Text compares case-sensitive, and a value that is null passes
\`IS NULL\` only. **Why?** shows for the person each clause with the value that was compared.

## The schema as JSON

Under **Advanced options**, **Review your schema** shows all mappings as Microsoft Graph has them. A schema downloaded from a real tenant can be opened there, and one from here
be sent to it. **Edit attribute list** adds attributes of the target, custom ones by their URN.
**Edit attribute list for Microsoft Entra ID** adds directory extensions of users; users get their values in the [directory](/entra/directory), by
their form or a CSV file.
`,
  },
];
