// Help: TLS of the SCIM listener.
import { CA_FILE_NAME, trustSteps } from '../../../../shared/trust-steps.ts';
import type { HelpTopic } from '../help-topic.ts';

export const TLS_TOPICS: readonly HelpTopic[] = [
  {
    id: 'tls',
    group: 'Work with it',
    title: 'HTTPS for the SCIM endpoint',
    words: 'tls ssl certificate ca trust self-signed NODE_EXTRA_CA_CERTS cacert keytool https',
    body: `
The SCIM listener speaks HTTP on this machine, which is enough behind a tunnel: the tunnel has HTTPS of its own. For a client on this
machine or network that takes no http:// address, [turn TLS on](/settings?find=tls). The port stays the same, the Tenant URL begins with
https:// from then on, and requests that were under way are answered. The admin API and this page stay on HTTP, on this machine.

| Position | What clients are shown |
| Off: HTTP | Nothing; a client that tries TLS all the same is found under [Requests](/requests). |
| Local CA | A certificate for localhost, 127.0.0.1 and ::1 (with the whole network let in: for the private addresses of this machine too), by a CA that this workspace makes for itself. It is renewed by itself. |
| Certificate of your own | Yours, from two PEM files. They are read again before the certificate ends. |

In a terminal: \`npm run serve -- --tls local-ca\`, or \`--tls-cert FILE --tls-key FILE\`. The passphrase of a key comes from the variable
\`SCIM_MOCK_TLS_PASSPHRASE\`.

## What it means for your security

- Trust the local CA on machines where you test, never on those of others, and take it back when you are done.
- It is made on your machine and known to nobody else. It may vouch for localhost, addresses of private networks and names such as
  host.docker.internal that no public site has. Programs that read such limits, which all of the usual ones do, refuse it for any other name.
- Its key is in the folder **tls** of the workspace, readable by your user only. It is in no snapshot, export or diagnostics.
- **Make a new CA** when the key may have been seen. **Delete all data** deletes it.
- Never switch verification off in your client instead (NODE_TLS_REJECT_UNAUTHORIZED=0, \`curl -k\`, callbacks that accept everything): such
  lines find their way to production.

## Get the certificate

Press **Save the CA certificate** under [Settings](/settings?find=tls), or
\`npm run --silent admin -- getLocalCa > ${CA_FILE_NAME}\`, or ask the admin API: \`GET /api/tls/ca.pem\`.

${trustSteps().map(writeStep).join('\n\n')}

## When a client still fails

- **Not trusted**: look at the row under [Requests](/requests); an alert of the client says why. Programs read the store when they start.
- **Not for that name**: ask by localhost, 127.0.0.1 or host.docker.internal, not by another name of the machine.
- **Bun, and programs that run in Electron**: their TLS library refuses any CA that is limited to certain addresses. Let them trust a
  certificate of your own instead.
- **Somebody else's SCIM server** with a CA of its own: start the app with the environment variable
  SCIM_MOCK_CA=FILE, or give \`--ca FILE\` to \`npm run serve\`, \`npm run check:scim\` and \`npm run simulate\`. FILE has its certificate in PEM.
`,
  },
];

function writeStep({ title, trust, remove, note }: ReturnType<typeof trustSteps>[number]): string {
  const commands = [trust, remove === '' ? '' : `# to remove it again\n${remove}`];
  const code = commands.filter((command) => command !== '').join('\n');
  return [`## ${title}`, ...(code === '' ? [] : ['```\n' + code + '\n```']), note].join('\n\n');
}
