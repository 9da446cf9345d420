// The words of every setting. @see ./setting.ts
import { GENERAL_WORDS } from './setting-words-general.ts';
import type { SettingDescription, SettingKey } from './setting.ts';

export const SETTING_WORDS: Readonly<Record<SettingKey, SettingDescription>> = {
  ...GENERAL_WORDS,
  'server.scimPort': {
    group: 'Server',
    title: 'Port of the SCIM listener',
    sentence: 'Where SCIM clients and tunnels connect. 0 takes any free port at each start.',
    needsRestart: true,
  },
  'server.adminPort': {
    group: 'Server',
    title: 'Port of the admin listener',
    sentence:
      'Where this page and the admin API are. It is on this machine only. 0 takes any free port.',
    needsRestart: true,
  },
  'server.scimHost': {
    group: 'Server',
    title: 'SCIM listener is reachable from',
    sentence:
      'Other machines of your network reach the SCIM endpoints only. The admin API stays on this machine.',
    labels: { '127.0.0.1': 'This machine', '0.0.0.0': 'The whole network' },
    needsRestart: true,
    words: 'bind address host loopback lan',
  },
  'server.tls': {
    group: 'Server',
    title: 'TLS of the SCIM listener',
    sentence:
      'HTTPS for clients that take no http:// address. A tunnel has HTTPS of its own and needs none here.',
    labels: {
      off: 'Off: HTTP',
      'local-ca': 'Certificate of a local CA',
      'own-certificate': 'Certificate of your own',
    },
    words: 'https ssl certificate ca pem key secure encryption',
  },
  'server.tlsCertificate': {
    group: 'Server',
    title: 'Certificate file',
    sentence:
      'For TLS with a certificate of your own: the whole path of a PEM file, the server’s certificate first.',
    words: 'tls https ssl chain pem',
  },
  'server.tlsKey': {
    group: 'Server',
    title: 'Private key file',
    sentence: 'For TLS with a certificate of your own: the whole path of a PEM file.',
    words: 'tls https ssl pem',
  },
  'server.requestSeconds': {
    group: 'Server',
    title: 'A request must have arrived within',
    sentence: 'What is slower is answered with 408. Of the SCIM listener.',
    unit: 'seconds',
    needsRestart: true,
    words: 'timeout time-out slow limit',
  },
  'server.idleSeconds': {
    group: 'Server',
    title: 'An idle connection stays open for',
    sentence:
      'Behind a tunnel or proxy that keeps its connections longer, a higher number avoids broken ones.',
    unit: 'seconds',
    needsRestart: true,
    words: 'timeout time-out keep-alive limit',
  },
  'server.lowDiskMegabytes': {
    group: 'Server',
    title: 'Warn of a disk with less than',
    sentence:
      'Of the disk that the workspace is on. A full one makes changes fail, which SCIM clients are told with 507. 0 never warns.',
    unit: 'MB free',
    words: 'disk space full low room storage megabytes banner',
  },
  'log.maxRequests': {
    group: 'Log',
    title: 'Keep at most',
    sentence: 'The oldest requests go first. Pinned requests stay and count apart.',
    unit: 'requests',
    words: 'retention rows limit',
  },
  'log.maxDays': {
    group: 'Log',
    title: 'Keep for',
    sentence: '0 keeps requests whatever their age.',
    unit: 'days',
    words: 'retention age',
  },
  'log.maxMegabytes': {
    group: 'Log',
    title: 'Keep up to',
    sentence: 'Headers, bodies and effects of all requests together.',
    unit: 'MB',
    words: 'retention size megabytes disk',
  },
  'log.maxPinned': {
    group: 'Log',
    title: 'Warn of more pinned than',
    sentence:
      'Pinned requests are kept whatever the limits say. Above this number Requests says so, and nothing is removed.',
    unit: 'requests',
    words: 'pin limit retention',
  },
  'log.searchIndex': {
    group: 'Log',
    title: 'Full-text index',
    sentence:
      'Finds words in paths, bodies and names at once. Without it requests are looked through one by one, and the workspace takes less room.',
    words: 'search fts words',
  },
  'log.recordBodies': {
    group: 'Log',
    title: 'Record bodies',
    sentence:
      'Without bodies, requests are still listed with their meaning and findings, but not what was sent and answered.',
    words: 'privacy payload',
  },
  'log.bodyLimitKilobytes': {
    group: 'Log',
    title: 'Record of each body at most',
    sentence: 'Longer bodies are cut in the log. What the SCIM endpoints accept is not affected.',
    unit: 'kB',
    words: 'size truncate payload',
  },
  'log.exportPeople': {
    group: 'Log',
    title: 'Redaction of people',
    sentence:
      'Credentials and passwords are masked before a request is stored; nothing turns that off. E-mail addresses and names are stored and shown; exports can have pseudonyms in their place. Each export may say otherwise.',
    labels: {
      shown: 'As recorded',
      pseudonyms: 'Pseudonyms in exports',
    },
    words: 'redact mask hide secrets privacy gdpr personal data anonymise export har curl',
  },
  'simulator.intervalMinutes': {
    group: 'Entra simulator',
    title: 'Interval of new applications',
    sentence:
      'Of virtual time, from the end of a cycle to the next one; 40 as in Entra. Applications that are there keep theirs, under Properties.',
    unit: 'minutes',
    words: 'cycle schedule incremental provisioning default',
  },
  'simulator.defaultAccess': {
    group: 'Entra simulator',
    title: 'Default Access in new applications',
    sentence:
      'Whether who is assigned with Default Access only is provisioned. Applications that are there keep theirs, under Properties.',
    labels: {
      current: 'Provisioned like any role',
      'legacy-skip': 'Skipped, as in configurations made before 16 April 2020',
    },
    words: 'legacy role rule skip entitled current',
  },
  'simulator.clock': {
    group: 'Entra simulator',
    title: 'Clock at the start',
    sentence:
      'How virtual time passes once the server has started, until it is changed under Overview.',
    labels: {
      'as-left': 'As it was left',
      real: 'Real: as on the wall',
      'fast-60': 'Fast ×60',
      'fast-2400': 'Fast ×2,400',
      step: 'Manual: it stands until it is moved',
    },
    words: 'speed pace virtual time mode step fast real',
  },
  'simulator.seed': {
    group: 'Entra simulator',
    title: 'Seed of made-up people',
    sentence:
      'The same number makes the same people, in the directory and in tenants. Generate people begins with it.',
    words: 'random faker generate people number reproducible',
  },
  'simulator.keepLogsDays': {
    group: 'Entra simulator',
    title: 'Keep provisioning and audit logs for',
    sentence:
      'Of virtual time, back from the newest entry. As Entra does with a premium licence or without.',
    labels: { '30': '30 days (premium)', '7': '7 days (free)' },
    words: 'retention age',
  },
  'notifications.toasts': {
    group: 'Notifications',
    title: 'Messages in the corner',
    sentence: 'Whatever you choose, Activity keeps every message.',
    labels: { all: 'All', problems: 'Problems only', none: 'None' },
    words: 'toast',
  },
  'notifications.toastSeconds': {
    group: 'Notifications',
    title: 'Messages stay for',
    sentence: 'A message stays while the pointer or the focus is on it.',
    unit: 'seconds',
    words: 'toast time duration',
  },
  'notifications.announcements': {
    group: 'Notifications',
    title: 'Announce new requests to screen readers',
    sentence: 'At most every five seconds, as in "14 new requests, 2 failed".',
    words: 'live region accessibility mute',
  },
  'shortcuts.singleKeys': {
    group: 'Shortcuts',
    title: 'Shortcuts of a single key',
    sentence:
      'Such as ? or /, and J and K in lists, without Ctrl or ⌘. Turn them off if speech input or a stray hand sets them off.',
    words: 'accessibility wcag letter',
  },
  'shortcuts.bindings': {
    group: 'Shortcuts',
    title: 'Keys of commands',
    sentence: 'Choose a command and press the keys that it should have.',
    words: 'keyboard rebind hotkey',
  },
  'desktop.tray': {
    group: 'Desktop',
    title: 'Show an icon in the tray',
    sentence: 'With the state of the server, the Tenant URL and the Secret Token at hand.',
    words: 'menu bar notification area',
  },
  'desktop.closeKeepsServing': {
    group: 'Desktop',
    title: 'Keep serving when the window is closed',
    sentence: 'The app goes on in the tray until you quit it.',
    words: 'background quit',
  },
  'desktop.startAtLogin': {
    group: 'Desktop',
    title: 'Start when I log in',
    sentence: 'The window stays closed; the server answers.',
    words: 'autostart boot',
  },
  'desktop.notifyFirstRequest': {
    group: 'Desktop',
    title: 'Notify of the first request',
    sentence: 'Of a SCIM client that has not been seen since the start.',
    words: 'notification system entra',
  },
  'desktop.notifyFailures': {
    group: 'Desktop',
    title: 'Notify of failed requests',
    sentence:
      'When requests are refused, a cycle ends with failures, or provisioning enters or leaves quarantine, while the window is not in front.',
    words: 'notification system error quarantine cycle deletes',
  },
  'desktop.notifyJobs': {
    group: 'Desktop',
    title: 'Notify of finished work',
    sentence: 'When an import, an export, checks or an initial cycle end in the background.',
    words: 'notification system job',
  },
  'admin.keepKey': {
    group: 'Admin API and CLI',
    title: 'Keep the admin key',
    sentence:
      'The same key at each start, so that CI and language models need it once. Whoever gets hold of it can do all that this page does, until you rotate it.',
    words: 'fixed token secret ci mcp automation start',
  },
  'admin.allowedOrigins': {
    group: 'Admin API and CLI',
    title: 'Allowed origins',
    sentence:
      'Web pages that may call the admin API with its key, such as http://localhost:5173. Empty allows none but this page.',
    words: 'cors cross-origin browser preflight',
  },
};
