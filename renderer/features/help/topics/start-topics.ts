// Help: the first steps.
import type { HelpTopic } from '../help-topic.ts';

export const START_TOPICS: readonly HelpTopic[] = [
  {
    id: 'start',
    group: 'Start',
    title: 'The first five minutes',
    words: 'getting started introduction begin overview',
    body: `
This app is a SCIM 2.0 service provider that you can look into. A provisioning client (Microsoft Entra ID, Okta, a script of yours)
writes users and groups to it as it would to a real application; you see every request, what it meant, what it changed and what was odd
about it.

1. On [Home](/) choose **Send a test request**. The app asks its own endpoint over HTTP what Entra asks when you press Test Connection.
   The request shows up under [Requests](/requests).
2. Copy the **Tenant URL** and the **Secret Token** from Home. Those two values are all a client needs.
3. Point a client at it: [Microsoft Entra ID](/help?topic=entra), [Okta](/help?topic=okta), or [cURL and scripts](/help?topic=scripts).
4. Watch [Requests](/requests). Choose a row to see its meaning, bodies, effect and findings.
5. Look at [Users](/users) and [Groups](/groups): what the client has written, with the history of each.

## Words

- A **workspace** is one folder with one database: tenants, users, groups, requests, settings.
- A **tenant** is one SCIM endpoint with its own URL, token, users and behaviour. The menu at the top left has them all.
- A **finding** is something in a request or an answer that departs from the RFC, or from what a client's vendor documents.
`,
  },
  {
    id: 'entra',
    group: 'Start',
    title: 'Connect Microsoft Entra ID',
    words: 'azure ad active directory enterprise application provisioning tunnel portal',
    body: `
Entra calls from the Internet, so the SCIM endpoint needs a public address. Only the SCIM listener may get one; this page and the admin
API stay on this machine.

## 1. Make the endpoint reachable

Start a tunnel to the SCIM port, for example with cloudflared:

\`\`\`
cloudflared tunnel --url http://127.0.0.1:7643
\`\`\`

The address that it prints becomes the Tenant URL as soon as the first request has come through it. You can also set it by hand under
[Integration, SCIM](/integration/scim).

## 2. Create the enterprise application

1. In the Entra admin center open **Enterprise applications**, then **New application**, then **Create your own application**.
2. Give it a name, choose **Integrate any other application you don't find in the gallery**, and create it.
3. Open **Provisioning**, start the configuration and set the mode to **Automatic**.

## 3. Paste the two values

1. Under **Admin Credentials** paste the Tenant URL and the Secret Token from [Home](/).
2. Press **Test Connection**. Entra looks for a user that cannot exist and expects an empty list. You see that request here as
   "Test connection".
3. Save.

## 4. Provision

- **Provision on demand** sends one person at once: the quickest way to see your mapping at work.
- **Start provisioning** runs the initial cycle, then an incremental cycle about every 40 minutes.

## What to expect

- Entra looks a user up by the matching attribute (\`userName eq "…"\`) before it creates or changes it.
- Changes come as PATCH. Older applications send \`"active": "False"\` as text; the default profile takes it and records a finding.
- Deactivation is PATCH with \`active\` false; a deletion follows only when the user is removed for good.
- Members of groups come in separate requests, a few at a time.
`,
  },
  {
    id: 'okta',
    group: 'Start',
    title: 'Connect Okta',
    words: 'okta app integration wizard scim 2.0 header auth',
    body: `
Okta calls from the Internet too: start a tunnel first, as for [Entra](/help?topic=entra).

1. In the Okta Admin Console open **Applications**, then **Create App Integration**, and create a SWA or SAML application.
2. On the **General** tab choose **Edit** under App Settings, and set **Provisioning** to **SCIM**.
3. On the new **Provisioning** tab, under **Integration**, choose **Edit**:
   the SCIM connector base URL is the Tenant URL, the unique identifier field is \`userName\`, the authentication mode is **HTTP Header**,
   and the bearer token is the Secret Token.
4. Tick what Okta shall push: new users, profile updates, groups. Then **Test Connector Configuration**.
5. Under **To App** enable Create, Update and Deactivate.

## What to expect

- Okta reads pages of users with \`startIndex\` and \`count\`, and looks people up by \`userName eq "…"\`.
- It updates with PUT unless the application is told to use PATCH, and deactivates with \`active\` false rather than deleting.
- Groups arrive when you push them; a group that Okta takes over is matched by \`displayName\`.
`,
  },
  {
    id: 'scripts',
    group: 'Start',
    title: 'Try it with cURL and scripts',
    words: 'curl powershell command line test create user example',
    body: `
Take the Tenant URL and the Secret Token from [Home](/); both have a copy button, and so has the [palette](/help?topic=shortcuts).

\`\`\`
curl -H "Authorization: Bearer $TOKEN" "$TENANT_URL/Users?count=5"
\`\`\`

Create a user as Entra would:

\`\`\`
curl -X POST "$TENANT_URL/Users" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/scim+json" \\
  -d '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
       "userName":"adele.vance@contoso.com","active":true,
       "name":{"givenName":"Adele","familyName":"Vance"}}'
\`\`\`

Deactivate it:

\`\`\`
curl -X PATCH "$TENANT_URL/Users/$ID" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/scim+json" \\
  -d '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
       "Operations":[{"op":"replace","path":"active","value":false}]}'
\`\`\`

Any recorded request can be copied as a command from its details.
`,
  },
];
