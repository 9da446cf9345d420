// Help: working with the app.
import type { HelpTopic } from '../help-topic.ts';

export const WORK_TOPICS: readonly HelpTopic[] = [
  {
    id: 'requests',
    group: 'Work with it',
    title: 'Read the request log',
    words: 'inspector traffic summary effect timeline log meaning',
    body: `
Every request that reaches the SCIM listener is recorded, refused ones too: a wrong token or a wrong path is the most common first
experience. Each row says in a sentence what the request meant.

- **Summary** says what was asked, what came of it, who seems to have sent it, and why we think so.
- **Request** and **Response** show headers and bodies as they came over the wire. Secrets are masked to their last four characters.
- **Effect** shows what changed in which resource, attribute by attribute.
- **Findings** say what departs from the RFC, why it matters and how Entra behaves around it.

The list never moves under the pointer. While you read further up, new rows are counted and wait; choose the count to go to them.

\`Ctrl+A\` selects all that match, also what is not loaded: they are summed up, pinned, labelled, exported or deleted together.
Imported requests are found by \`is:imported\`, those without a resource by \`not:has:resource\`.

\`Esc\` closes the details, the arrow keys move through the list. All keys are under [Keyboard shortcuts](/help?topic=shortcuts).
`,
  },
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
  {
    id: 'tenants',
    group: 'Work with it',
    title: 'Tenants and behaviour profiles',
    words: 'tenant switch create copy slug colour preset strict tolerant',
    body: `
The menu at the top left shows the tenant on screen. Every screen follows it, and the address of the page names it (\`tenant=…\`), so a link
leads others of this machine to the same place.

- The default tenant is at \`/scim/v2\`, the others at \`/t/<slug>/scim/v2\`. Each has its own users, groups, tokens and requests.
- **Create** asks for a name, a slug and a behaviour profile. **Copy** takes settings, profile and schemas along, and the resources if you
  like.
- **Empty** and **Delete** take a snapshot of the workspace first. **Undo** in the message brings the tenant back out of it.
- A **colour** marks the tenant in the menu. An **instance label** in [Settings](/settings?find=instance) marks the whole window, so that
  a demo does not end up in the wrong one.

A behaviour profile says how strictly the tenant reads the RFCs. **Entra-tolerant** takes every form that Entra, Okta and others are known to
send, and records a finding for it. **RFC strict** refuses what the RFC refuses.
`,
  },
  {
    id: 'undo',
    group: 'Work with it',
    title: 'Snapshots and undo',
    words: 'snapshot restore backup undo delete mistake export import file scimsnap share',
    body: `
A [snapshot](/snapshots) is a copy of the whole workspace: tenants, users, groups, history, requests; or of one tenant with all that is its
own. Taking one is quick; take one before you experiment. Its details compare it with now or with another snapshot, and put single resources back.

Restoring puts everything back as it was, and keeps what was there before as a snapshot of its own, so a restore can be undone too. The
settings of the app stay as they are. Of a snapshot of the workspace one tenant can be restored alone: the other tenants, their requests and
the simulator stay as they are. A tenant is known by its slug; one that was deleted or renamed since comes back beside the others.

What destroys something takes a snapshot by itself: emptying, resetting or deleting a tenant, restoring a snapshot, putting resources back,
purging deleted resources.
Of these automatic ones the newest ten are kept; those that you take stay until you delete them. A script that cleans up after itself says
\`snapshot: false\`. Each user and group has its own history besides.

## Snapshots as files

**Export** in the details of a snapshot saves it as one \`.scimsnap\` file to keep or to pass on. It has everything of the snapshot but secrets:
no tokens, no secrets of OAuth clients, no signing keys, no passwords (not even as hashes), no attributes that are never returned, no secrets
of saved requests. Where a token was written into a name or a note, three stars stand in its place. Names, mail addresses and bodies of requests are in
it: pass it on only to those who may see them.

**Import…**, or a file dropped on the page, or opened with the desktop app, shows first what is in the file: its tenants, how many users,
groups and requests, when it was taken. It then joins the list, and nothing else changes until you restore it. When it is restored, tenants
that are here already keep their tokens and OAuth clients, found by their slug; a tenant that was not here gets a new Secret Token, and its
OAuth clients need new secrets. A file that is damaged, was written by a newer version, or is no snapshot is refused.
`,
  },
  {
    id: 'serving',
    group: 'Work with it',
    title: 'Pause, stop and start serving',
    words: 'server state paused stopped port in use 503 retry-after restart outage maintenance',
    body: `
The word before the address in the title bar says how it stands. Press it for what changes that; the palette, and in the desktop app
menu and tray, have the same.

| State | What a SCIM client meets |
| Serving | The tenant answers. |
| Paused | Every SCIM request is answered with 503 and a \`Retry-After\` header, whatever its token. It is recorded, and nothing is changed. |
| Stopped | The port is closed: the connection is refused, as if the service were down. This page goes on working. |
| Port in use | It should be open, and another program has its port. |

- **Restart serving** closes and opens the port. A changed port or address of the SCIM listener is in effect then.
- With several tenants, **Pause this tenant** and **Stop this tenant** leave the others alone. They share the port, so a stopped tenant
  closes each connection without an answer.
- Nothing of it is kept: a new start of the app or the server serves.

To test how a client copes with single answers instead, such as one 429, queue them: see [Automated tests](/help?topic=tests).
`,
  },
  {
    id: 'troubleshooting',
    group: 'Work with it',
    title: 'When it does not work',
    words:
      'problem error 401 404 507 tunnel port in use test connection failed disk full database read-only',
    body: `
## Test Connection fails

| What you see under Requests | Why, and what to do |
| Nothing at all | The request did not reach this machine. Is the tunnel running, and does it lead to the SCIM port? Open the public address in a browser: a small page says what is there. |
| "Rejected: wrong token", 401 | Another Secret Token is stored in the client. Copy it again; a token that was rotated or has expired is named in the details. |
| "Rejected: wrong path", 404 | The Tenant URL lacks \`/scim/v2\`, or names another tenant. |
| 200, and it still fails | Look at the findings of the response. In **RFC strict** some forms that Entra sends are refused; try **Entra-tolerant**. |
| "A TLS client at an HTTP port", "plain HTTP at a port that speaks HTTPS" | The client uses https:// where the listener speaks HTTP, or the other way round. See [TLS](/help?topic=tls). |
| "The TLS handshake broke off" | Mostly the client does not trust the certificate. See [TLS](/help?topic=tls). |

## A user is not created

Look for the look-up before it. If it found somebody, Entra updates that one instead. A 409 says which attribute is taken.

## A port is in use

Another program, or another window of this app, has it. In the desktop app a banner names it where the system tells: end that program
and **Try again**, or **Use the next free port**, which changes the Tenant URL. In a terminal, start the server with another
\`--scim-port\`; 0 takes any free one. For good, choose another port under [Settings](/settings?find=port).

## The database is full, or cannot be written to

Changes are refused, with 507 where there is no room and with 503 where the file or its disk is the trouble. Reads are answered. Nothing
that was acknowledged is lost; requests may be missing in the log meanwhile. Make room on the disk of the workspace folder, or delete
snapshots and requests, then press **Check again** in the banner. The next change that succeeds takes the banner away too.

## The disk is almost full

A banner says so below [500 MB](/settings?find=disk), before a write fails. What makes room: shorter [retention](/settings?find=retention)
of the request log, then [compact](/settings?find=compact), because what was deleted leaves gaps in the file; old snapshots under
[Snapshots](/snapshots); or another disk: **File › Open Workspace Folder** in the desktop app, \`--data-dir\` in a terminal.

## The page says that the server has a new key

Each start of the server has a new key unless it is [kept](/settings?find=admin%20key), so that a link of yesterday opens nothing today.
Open the link that the server printed at its start. In the desktop app, reload the window.

## Something of the app itself fails

The failed part says so and can be tried again; the rest of the window and the server go on. **Copy details** puts what is needed for a
report on the clipboard. It holds no secrets of the log.
`,
  },
];
