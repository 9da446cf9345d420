// Help: the inspector.
import type { HelpTopic } from '../help-topic.ts';

export const REQUEST_TOPICS: readonly HelpTopic[] = [
  {
    id: 'requests',
    group: 'Work with it',
    title: 'Read the request log',
    words: 'inspector connection keep-alive traffic summary effect timeline log meaning',
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

Rows are grouped by resource, minute, provisioning cycle, connection and more. A connection is called by the number of its first
request, so one sees whether a client keeps its connections open; \`connection:120\` shows all that came on one.

\`Esc\` closes the details, the arrow keys move through the list. All keys are under [Keyboard shortcuts](/help?topic=shortcuts).
`,
  },
];
