// Help: about the app.
import type { HelpTopic } from '../help-topic.ts';

export const ABOUT_TOPICS: readonly HelpTopic[] = [
  {
    id: 'privacy',
    group: 'About',
    title: 'Privacy and security',
    words: 'telemetry offline data secrets token storage network',
    body: `
- There is no telemetry, no account and no remote asset. The app works without a network.
- Everything is stored in one folder of this machine, readable by your user alone. [Settings](/settings) say where it is and how large.
- Bearer tokens, passwords and client secrets are masked before a request is written to the log. Exports keep it so.
- Two listeners: the SCIM listener, which a tunnel may publish, and the admin listener, which is on this machine only and asks for the key
  of this start. They know nothing of each other.
- **Delete all data**, under [Settings](/settings), empties the workspace once its name has been typed. A snapshot is taken first, unless you
  say that snapshots go too.
`,
  },
  {
    id: 'accessibility',
    group: 'About',
    title: 'Accessibility',
    words: 'screen reader contrast zoom keyboard motion wcag',
    body: `
Everything can be done by keyboard. \`F6\` goes from part to part of the window; \`?\` shows all keys.

- **Contrast**: the high contrast theme is in the title bar and in [Settings](/settings?find=theme). The system's wish for more contrast and
  forced colours are followed too.
- **Zoom**: the page reflows up to 400 %. On little room the sidebar shows icons alone and details lie over the list.
- **Screen readers**: new requests are told in one sentence at most every five seconds; [mute it](/settings?find=announce) if you like.
- **Motion**: nothing moves for longer than a moment, and not at all where the system asks for less.
- Nothing is told by colour alone.
`,
  },
  {
    id: 'licences',
    group: 'About',
    title: 'Licences',
    words: 'open source license third party dependencies credits',
    body: `
SCIM Mock Tenant is under the MIT licence. It is built from the packages below; thanks to those who keep them.
`,
    generated: 'licences',
  },
];
