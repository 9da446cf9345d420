// Help: the screens one by one.
import type { HelpTopic } from '../help-topic.ts';

export const TOOL_TOPICS: readonly HelpTopic[] = [
  {
    id: 'resources',
    group: 'Work with it',
    title: 'Edit users and groups',
    words: 'create change delete bulk import export csv generate people history member custom type',
    body: `
[Users](/users), [Groups](/groups) and resource types of your own have the same list, with a [filter box](/help?topic=scim-filter), columns
of your choice, and details at the side.

- **New** and **Edit** open a form made from the schema of the tenant. The **JSON** tab takes the whole document instead; names and
  values are completed, and what the schema does not allow is marked.
- A change made here goes through the same rules as one that a client sends, but it is no request: it does not show up under Requests.
- **Attributes** says of each value which request set it. **As returned** shows the answer that a client gets.
- **History** keeps every version. Compare two of them, or restore one.
- **Deleted**, beside the filter box, lists those that are gone. **Restore** brings them back with their ids and groups; **Purge** forgets
  them for good, history and all. Requests about them stay in the log.
- **Members** of a group are added by searching, and removed one by one or many at once.

## Many at once

Tick rows, or choose everything that the filter finds, and set an attribute, add to it, clear it, or delete. What is already so is left
alone; what is refused is listed with its reason.

**Transfer** exports the list as CSV, JSON or JSON Lines, imports such a file, and generates people to try things with. Before an import
writes, it shows what it has understood. Long work runs on in the background; the message in the corner says how far it is.
`,
  },
  {
    id: 'schema',
    group: 'Work with it',
    title: 'Change the schema',
    words:
      'attribute extension resource type service provider config discovery capabilities compare',
    body: `
[Schema](/schema) shows what the tenant tells clients under \`/Schemas\`, \`/ResourceTypes\` and \`/ServiceProviderConfig\`, and changes it.

- **Schemas**: add an extension or an attribute, change what an attribute allows, or import a schema document.
- **Resource types**: endpoints of your own beside Users and Groups. Each gets a screen in the sidebar.
- **Service provider config**: switch PATCH, bulk, filters, sorting, ETags and more on and off. What is off is refused as the RFC says.
- **Compare** puts the schemas beside those of another server.
- **Raw JSON** shows the three documents as clients read them.

A change says first what it would do to the resources that are there. Nothing is written before you agree.
`,
  },
  {
    id: 'compose',
    group: 'Work with it',
    title: 'Compose and send requests',
    words: 'postman curl template replay send again edit import library http client',
    body: `
[Compose](/compose) sends requests of your own: to a tenant of this workspace with its token, or to any URL with a token that you give.
Before anything goes to another machine you are asked, once for each host.

- Begin with an empty request, with a **template** that sends what Entra or Okta would, or with **Edit and resend** on a logged request.
- **Import** reads cURL commands, HAR files, .http files and Postman collections.
- **Save** keeps a request under a name; **Open** brings it back, and lists what was sent before.
- **Code** is the same request for a terminal, a script or another tool.
- \`Ctrl+Enter\` (\`⌘ Enter\`) sends.

What goes to a tenant of this workspace is recorded under [Requests](/requests) as any other request.
**Send again as it was** needs no editing: it is in the menu of each row, and works for several rows in order.
`,
  },
  {
    id: 'checks',
    group: 'Work with it',
    title: 'Check a SCIM service',
    words: 'conformance test rfc entra report junit html',
    body: `
[Checks](/checks) tries what RFC 7643, RFC 7644 and provisioning clients ask of a SCIM service: on a tenant of this workspace, or on the
service that you are building.

1. Choose the target, the preset and the sections. **RFC** counts what the RFCs demand; **Entra** counts what Entra relies on as well.
2. Each check passes, fails, or is skipped because the service says that it lacks the capability.
3. Open a check to see what it asks, why, and, where it failed, what to do and the exchange that decided it.

Checks create users and groups whose names begin with \`check-\`, and delete them again. A finished run can be saved as JSON, JUnit XML or
HTML. The same from a terminal, with exit code 1 when something fails:

\`\`\`
npm run check:scim -- --target https://scim.example/v2 --token "$TOKEN" --preset entra --junit report.xml
\`\`\`

Two checks need more than the target. That a token which may only read cannot write is tried with a read-only token of the tenant
(\`--read-only-token\`), and that tenants are apart with a second tenant (\`--other-target\` and \`--other-token\`); in the app they are
taken from the workspace. The check of 25 requests a second measures servers on this machine only.
`,
  },
  {
    id: 'scenarios',
    group: 'Work with it',
    title: 'Play a scenario',
    words: 'demo story presenter yaml record expectation headless junit velpic joiner mover leaver',
    body: `
[Scenarios](/scenarios) are scripted stories of provisioning: each step does what a person would do, and then looks whether what should be
seen is seen. A story has a tenant, an application and people of its own and removes them when it ends. While it plays it holds the clock
of the simulator, and other jobs that are on are stopped and started again afterwards.

1. Choose a story and press **Begin**. **Next** plays one step, **Auto** all of them at the chosen speed, **Back** shows a step again,
   **Reset** ends the story and removes what it made.
2. **Open** leads to the screen that shows what the step is about. A bar at the bottom of the window leads on and back.
3. **Presenter view** is for the wall: larger type, no side bar, tokens blurred. Esc leaves it.
4. **Run all** plays the whole library, one story after the other.

**Your own.** A scenario is a YAML or JSON file with \`id\`, \`title\`, \`summary\`, \`seed\` and \`steps\`; **Open a file** plays it and
tells what is wrong with it, line by line.

**Record one.** Press **Record**, then do on any screen what the story tells: change people and groups in the directory, assign them, set up
the job, run cycles, move the clock. The bar at the bottom counts the steps; **Stop** makes a file of them and opens it. What came of each
step in the recording is expected of it, and people, roles and settings that were there before are made by its first steps. The file has no
secrets in it, and the domain of its people is that of the story; what could not be taken into it is told when you stop. While you record, a
button that lets a cycle run answers when the cycle has ended. A recording outlives a reload, and the end of the server leaves what there was until then. Without a screen:

\`\`\`
npm run admin -- startScenarioRecorder
npm run admin -- stopScenarioRecorder --title "Ada comes and goes"
\`\`\`

**Or from requests.** Select them under [Requests](/requests) and press **Make a scenario**: each is sent again, and the answer that it got is
expected. A user or group that was there before is made first, where an answer shows it.

**What a file looks like:**

\`\`\`
id: hello
title: A first story
summary: Somebody is hired
steps:
  - title: Adele is hired
    narration: She is assigned, and the first cycle creates her.
    actions:
      - { do: create-user, userPrincipalName: adele.vance, displayName: Adele Vance }
      - { do: assign, to: Adele Vance }
      - { do: start }
    expectations:
      - { see: count, of: users, is: 1 }
      - { see: log, object: Adele Vance, action: create, status: success }
\`\`\`

In texts \`\${domain}\` is the domain of the story's people, and \`\${id:Adele Vance}\` the id of a user or group in the tenant.

**Without a screen**, exit code 1 when something is not as expected:

\`\`\`
npm run scenario -- --list
npm run scenario -- velpic --junit report.xml
npm run scenario -- my-story.yaml --json
\`\`\`
`,
  },
  {
    id: 'export',
    group: 'Work with it',
    title: 'Export requests',
    words: 'har curl powershell postman csv markdown share bug report redaction mask',
    body: `
The export button over [Requests](/requests) takes what is selected, what the filter finds, or the whole log. The **Export** tab of a
request does it for that one.

| Format | For |
| HAR 1.2, Postman collection, Markdown report | the whole exchange, for another tool or a ticket |
| cURL, PowerShell, JavaScript fetch, HTTPie, C#, .http file | sending it again |
| Expectation of a test | the call of the test kit that finds a request like it |
| CSV, JSON Lines | one line for each, for a table or a script |

Tokens and passwords are masked before a request is written to the log, so an export does not hold them; code has a placeholder where the
token belongs. **Put the tenant’s token in** makes code that runs as it is: whoever gets it can use the tenant. E-mail addresses and names
can be replaced by pseudonyms, the same one for the same person throughout.

A **HAR file** comes back in by the same dialog, or opened with the desktop app, which asks first: its SCIM requests join the request log, and
nothing is executed.
`,
  },
  {
    id: 'settings',
    group: 'Work with it',
    title: 'Settings',
    words: 'preferences options port theme log size workspace folder data',
    body: `
[Settings](/settings) are of the whole workspace. Each takes effect at once, unless its text says that it needs a restart; a banner then
offers one. A dot marks what differs from its default, and **Reset** goes back.

- Search takes names, sentences, values and keys such as \`log.maxDays\`. The palette finds settings too.
- **JSON** shows them as one document, to copy to another machine or to change many at once. Ctrl+Space offers names and values, and
  what is wrong is marked.
- [Dates and numbers](/settings?find=dates) are written as in the region that you choose, or as ISO 8601. The words of the app are English,
  as in the RFCs and the Entra portal.
- **Decided by the command line** means that a flag or an environment variable of this start wins.
- How a screen is arranged (sizes of panes, columns, sidebar, where details stand) is no setting: each browser keeps it for each workspace.
  A workspace that is new to it begins as the last one looked. **Activity** lasts for as long as its window is open, over reloads too.
- What a single tenant does (its profile, tokens and schema) is not here, but under [Schema](/schema) and
  [Integration, SCIM](/integration/scim).

## The request log

It is kept up to a [number, an age and a size](/settings?find=retention); the oldest requests go first. **Pinned requests** stay whatever
the limits say, and take no room from new ones. When they are more than [their own limit](/settings?find=pinned), Requests says so;
unpin some, or delete them.

The [full-text index](/settings?find=full-text) finds words at once. Without it the workspace is smaller, requests are looked through
one by one, and to switch it on again builds it anew in the background.

Credentials and passwords are masked before a request is stored, and nothing turns that off. What becomes of names and e-mail addresses in
exports has [a setting](/settings?find=redaction).

**Compact now**, at the end of the settings, takes the gaps of what was deleted out of the file. **Diagnostics** shows versions, settings
and the last 500 lines of the log, without secrets, to be read before you save or copy them. The desktop app also writes that log to a
[folder](/settings?find=log%20folder); a server in a terminal writes it to standard error.
`,
  },
  {
    id: 'provisioning-logs',
    group: 'Work with it',
    title: 'Read provisioning logs',
    words: 'entra simulator cycle audit insights error skipped failure step download csv json',
    body: `
[Provisioning logs](/entra/logs) hold an entry for each user and group that a cycle dealt with, in the form that Entra has: who, when, which
action, and how it ended. New entries come in front while a cycle runs.

- **Identity** finds parts of names and user principal names, and whole ids of either system. **Steps, properties, errors** finds words of
  what is inside. **Add filters** takes the ids of jobs, cycles, changes and objects, and error codes.
- **Status** says how many entries succeeded, failed or were skipped, and shows one kind alone.
- **Insights** sums up what the filter finds: by action, status, error and cycle. Press a bar for the entries behind it.

An entry opens at the side. **Steps** goes from import to export with what each of them found. **Troubleshooting & recommendations**
explains the error code, or why the entry was skipped. **Modified properties** has the old values and the new ones. **HTTP requests** are
what was sent; where the target is a tenant of this workspace, each leads to its row under [Requests](/requests), and from there back.

**Download** saves what the filter finds as JSON, or as the three CSV files that Entra makes: logs, steps and modified properties, joined
by ChangeId. Entries are kept for 30 days of virtual time; [Settings](/settings?find=simulator.keepLogsDays) makes it 7.

[Audit logs](/entra/audit) list who changed the configuration of an application, started or stopped it, and when it went into quarantine.
`,
  },
  {
    id: 'mailbox',
    group: 'Work with it',
    title: 'Mails of the provisioning service',
    words: 'entra simulator mailbox notification e-mail smtp mail server quarantine test mail',
    body: `
The provisioning service writes to the notification e-mail of a job: when it goes into quarantine, when the reason of a quarantine changes,
when a cycle would delete more than accidental deletion prevention lets through, and when a job is disabled after 28 days.

Every mail is kept in the [Mailbox](/entra/mailbox). To send it as well, enter a **Mail server**: host, port, security, and user and password
where it asks for them. The password is stored in this workspace, is never shown, and goes to no other server. **Send test mail** says at once
whether the mail server takes it.

A mail that could not be sent says why, is tried again for a day, and stays in the mailbox whatever happens. **Send now** tries at once.
`,
  },
];
