// Help: working with the app.
import type { HelpTopic } from '../help-topic.ts';

export const WORK_TOPICS: readonly HelpTopic[] = [
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

Work on snapshots goes on in the background: **Tasks** in the status bar says how far it is, and cancels it. Of a snapshot that is cancelled
nothing is kept, and of a restore nothing has changed. An import of a HAR file, too, is kept as a whole or not at all.

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
