// Help: about the app.
import type { HelpTopic } from '../help-topic.ts';

export const ABOUT_TOPICS: readonly HelpTopic[] = [
  {
    id: 'privacy',
    group: 'About',
    title: 'Privacy and security',
    words: 'telemetry offline data secrets token storage network',
    body: `
- There is no telemetry, no account and no remote asset. The app works without a network. [Updates](/help?topic=updates) can be switched off.
- Everything is stored in one folder of this machine, readable by your user alone. [Settings](/settings) say where it is and how large.
- Bearer tokens, passwords and client secrets are masked before a request is written to the log. Exports keep it so.
- Two listeners: the SCIM listener, which a tunnel may publish, and the admin listener, which is on this machine only and asks for the key
  of this start. They know nothing of each other.
- **Delete all data**, under [Settings](/settings), empties the workspace once its name has been typed. A snapshot is taken first, unless you
  say that snapshots go too.
`,
  },
  {
    id: 'updates',
    group: 'About',
    title: 'Updates',
    words: 'version release upgrade download install skip feed automatic network',
    body: `
The desktop app looks for newer versions of itself ten seconds after its start and once a day, unless [Updates](/settings?find=updates) is off.
**Check for updates…**, in the Help menu and the palette, looks at once and says how it ended; a check that nobody asked for fails quietly.

- **Notify** tells of a newer version in a bar: what is new, **Later**, **Skip this version**, and the way to get it.
- **Download, and install when I quit** fetches it by itself. Windows with the installer, an AppImage and a signed app on macOS can do that;
  other packages tell of the version, and you install it.
- An older version is never installed, nor a file whose checksum is not the announced one.
- A copy built from its sources does not look, nor does a page in a browser, nor a package that was built without an address to look at.

The [update address](/settings?find=address) is a folder on a server of your own, such as your company’s, with what electron-builder makes:
\`latest.yml\` (\`latest-mac.yml\`, \`latest-linux.yml\`) and the installers. It starts with https://; http:// is for this machine only.
Settings come along with workspaces and snapshots, so before anything is installed from such an address, the app asks once.

A check is a GET of that file. Nothing is sent about you, your machine or your data.
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
