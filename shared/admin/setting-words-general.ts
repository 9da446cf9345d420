// The words of the settings of the group General. @see ./setting-words.ts
import type { SettingDescription, SettingKey } from './setting.ts';

type GeneralKey = Extract<SettingKey, `general.${string}`>;

export const GENERAL_WORDS: Readonly<Record<GeneralKey, SettingDescription>> = {
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
};
