// The words of every setting. @see ./setting.ts
import type { SettingDescription, SettingKey } from './setting.ts';

export const SETTING_WORDS: Readonly<Record<SettingKey, SettingDescription>> = {
  'general.theme': {
    group: 'General',
    title: 'Theme',
    sentence: 'High contrast has stronger text, lines and focus than the other themes.',
    labels: {
      system: 'As the system',
      light: 'Light',
      dark: 'Dark',
      contrast: 'High contrast',
    },
    words: 'dark mode appearance colour accessibility',
  },
  'general.density': {
    group: 'General',
    title: 'Density',
    sentence: 'How close the rows of lists stand.',
    labels: { compact: 'Compact', comfortable: 'Comfortable' },
    words: 'size spacing',
  },
  'general.locale': {
    group: 'General',
    title: 'Dates and numbers',
    sentence:
      'As they are written where you are. The words of the app are English, as in the RFCs and the Entra portal.',
    labels: {
      system: 'As the system',
      iso: 'ISO 8601: 2026-05-04 14:03:09',
      'en-GB': 'English (United Kingdom)',
      'en-US': 'English (United States)',
      'cs-CZ': 'Czech',
      'da-DK': 'Danish',
      'de-DE': 'German (Germany)',
      'de-CH': 'German (Switzerland)',
      'es-ES': 'Spanish',
      'fi-FI': 'Finnish',
      'fr-FR': 'French',
      'hi-IN': 'Hindi',
      'it-IT': 'Italian',
      'ja-JP': 'Japanese',
      'ko-KR': 'Korean',
      'nb-NO': 'Norwegian',
      'nl-NL': 'Dutch',
      'pl-PL': 'Polish',
      'pt-BR': 'Portuguese (Brazil)',
      'sv-SE': 'Swedish',
      'tr-TR': 'Turkish',
      'uk-UA': 'Ukrainian',
      'zh-CN': 'Chinese (simplified)',
      'zh-TW': 'Chinese (traditional)',
    },
    words: 'language region locale format time',
  },
  'general.instanceLabel': {
    group: 'General',
    title: 'Instance label',
    sentence:
      'Shown in the title bar and the window title, so that two instances are not mixed up in a demo.',
    words: 'name badge environment',
  },
  'general.instanceColour': {
    group: 'General',
    title: 'Instance colour',
    sentence: 'Of the label in the title bar.',
    labels: {
      none: 'None',
      blue: 'Blue',
      green: 'Green',
      amber: 'Amber',
      red: 'Red',
      violet: 'Violet',
    },
    words: 'color badge environment',
  },
  'general.tenantColours': {
    group: 'General',
    title: 'Tenant colours',
    sentence: 'Chosen in the menu of tenants, by slug.',
    words: 'color label',
  },
  'general.updates': {
    group: 'General',
    title: 'Updates',
    sentence:
      'Whether the desktop app looks for newer versions of itself, at its start and once a day. Nothing but the question is sent.',
    labels: {
      off: 'Off',
      notify: 'Notify',
      auto: 'Download, and install when I quit',
    },
    words: 'update version release upgrade automatic network',
  },
  'general.updateFeed': {
    group: 'General',
    title: 'Update address',
    sentence:
      'A folder on a server, such as your company’s, that has latest.yml and the installers. Empty: where this package was built to look.',
    words: 'update feed url server publish version release',
  },
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
  'admin.allowedOrigins': {
    group: 'Admin API and CLI',
    title: 'Allowed origins',
    sentence:
      'Web pages that may call the admin API with its key, such as http://localhost:5173. Empty allows none but this page.',
    words: 'cors cross-origin browser preflight',
  },
};
