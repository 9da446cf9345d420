// The settings of a workspace: one flat list, each with its schema, its default and its words. The server stores what
// differs from the defaults; the UI, the admin API and the JSON editor are made from this table.
import { z } from 'zod';
import { RedactionProfile } from '../export/redaction.ts';
import { JobSettings } from '../simulator/job.ts';
import { UPDATE_ADDRESS } from '../update.ts';
import { PemPath, TlsMode } from './tls.ts';

export const SETTING_GROUPS = [
  'General',
  'Server',
  'Log',
  'Entra simulator',
  'Notifications',
  'Shortcuts',
  'Desktop',
  'Admin API and CLI',
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export interface SettingDescription {
  readonly group: SettingGroup;
  readonly title: string;
  readonly sentence: string;
  /** Of numbers, after the field. */
  readonly unit?: string;
  /** Of choices, by value. */
  readonly labels?: Readonly<Record<string, string>>;
  /** It takes effect when the server is started again. */
  readonly needsRestart?: boolean;
  /** Other words to find it by. */
  readonly words?: string;
}

export const LABEL_COLOURS = ['none', 'blue', 'green', 'amber', 'red', 'violet'] as const;
const LabelColour = z.enum(LABEL_COLOURS);
export type LabelColour = z.infer<typeof LabelColour>;

/** Whose dates and numbers are shown; `system` as browser or desktop say, `iso` as in 2026-05-04 14:03:09. */
export const LOCALES = [
  'system',
  'iso',
  'en-GB',
  'en-US',
  'cs-CZ',
  'da-DK',
  'de-DE',
  'de-CH',
  'es-ES',
  'fi-FI',
  'fr-FR',
  'hi-IN',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nb-NO',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
  'tr-TR',
  'uk-UA',
  'zh-CN',
  'zh-TW',
] as const;

/** @see SimulatorClockSetting; `fast` with its factor. */
const SIMULATOR_CLOCKS = ['as-left', 'real', 'fast-60', 'fast-2400', 'step'] as const;

/** As a browser writes one: no path, and no port that the scheme has anyway. */
const WebOrigin = z
  .string()
  .regex(
    /^(?:http:\/\/(?![^/]*:80$)|https:\/\/(?![^/]*:443$))(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/,
    'An origin is a scheme, a host and a port, all in lower case, such as http://localhost:5173',
  );

/** Empty: what the package was built with. */
const UpdateFeed = z
  .string()
  .trim()
  .max(500)
  .regex(
    new RegExp(`^$|${UPDATE_ADDRESS.source}`),
    'An address such as https://updates.example.com/scim-mock-tenant; http:// is for this machine only',
  );

const port = z.int().min(0).max(65_535);

export const Settings = z.object({
  'general.theme': z.enum(['system', 'light', 'dark', 'contrast']),
  'general.density': z.enum(['comfortable', 'compact']),
  'general.locale': z.enum(LOCALES),
  'general.instanceLabel': z.string().trim().max(40),
  'general.instanceColour': LabelColour,
  /** By slug. */
  'general.tenantColours': z.record(z.string().max(40), LabelColour),
  'general.updates': z.enum(['off', 'notify', 'auto']),
  'general.updateFeed': UpdateFeed,

  'server.scimPort': port,
  'server.adminPort': port,
  'server.scimHost': z.enum(['127.0.0.1', '0.0.0.0']),
  /** What the SCIM listener speaks. It is tried before it is stored (./tls.ts). */
  'server.tls': TlsMode,
  /** Absolute paths of PEM files, for `own-certificate`. */
  'server.tlsCertificate': PemPath,
  'server.tlsKey': PemPath,

  /** Within which a request must have arrived as a whole. */
  'server.requestSeconds': z.int().min(1).max(3_600),
  /** For which a connection without a request stays open. */
  'server.idleSeconds': z.int().min(1).max(600),
  /** 0: never. */
  'server.lowDiskMegabytes': z.int().min(0).max(100_000_000),

  'log.maxRequests': z.int().min(100).max(2_000_000),
  'log.maxDays': z.int().min(0).max(3_650),
  'log.maxMegabytes': z.int().min(10).max(100_000),
  'log.maxPinned': z.int().min(0).max(2_000_000),
  'log.searchIndex': z.boolean(),
  'log.recordBodies': z.boolean(),
  'log.bodyLimitKilobytes': z.int().min(1).max(1_024),
  /** Of people in exports, where an export does not say; credentials are hidden in any case. */
  'log.exportPeople': RedactionProfile.shape.people.unwrap(),

  /** Of new applications, like the next one: `intervalMinutes` and `defaultAccess` of their jobs. */
  'simulator.intervalMinutes': JobSettings.shape.intervalMinutes.unwrap(),
  'simulator.defaultAccess': JobSettings.shape.defaultAccess,
  /** What the clock is set to at each start of the server; `as-left` by nobody. */
  'simulator.clock': z.enum(SIMULATOR_CLOCKS),
  /** Where an order of made-up people names none. */
  'simulator.seed': z.int().min(0).max(999_999_999),
  'simulator.keepLogsDays': z.enum(['30', '7']),

  'notifications.toasts': z.enum(['all', 'problems', 'none']),
  'notifications.toastSeconds': z.int().min(5).max(60),
  'notifications.announcements': z.boolean(),

  'shortcuts.singleKeys': z.boolean(),
  /** By command id (../commands.ts); an empty list takes all keys away. */
  'shortcuts.bindings': z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(4)),

  'desktop.tray': z.boolean(),
  'desktop.closeKeepsServing': z.boolean(),
  'desktop.startAtLogin': z.boolean(),
  'desktop.notifyFirstRequest': z.boolean(),
  'desktop.notifyFailures': z.boolean(),
  'desktop.notifyJobs': z.boolean(),

  /** From start to start, in a file of the workspace folder (./admin-key.ts). */
  'admin.keepKey': z.boolean(),
  /** Exactly as browsers send them. */
  'admin.allowedOrigins': z.array(WebOrigin).max(20),
});
export type Settings = z.infer<typeof Settings>;
export type SettingKey = keyof Settings;

export const DEFAULT_SETTINGS: Settings = {
  'general.theme': 'system',
  'general.density': 'compact',
  'general.locale': 'system',
  'general.instanceLabel': '',
  'general.instanceColour': 'none',
  'general.tenantColours': {},
  'general.updates': 'notify',
  'general.updateFeed': '',
  'server.scimPort': 7643,
  'server.adminPort': 7644,
  'server.scimHost': '127.0.0.1',
  'server.tls': 'off',
  'server.tlsCertificate': '',
  'server.tlsKey': '',
  'server.requestSeconds': 300,
  'server.idleSeconds': 5,
  'server.lowDiskMegabytes': 500,
  'log.maxRequests': 100_000,
  'log.maxDays': 30,
  'log.maxMegabytes': 1_024,
  'log.maxPinned': 10_000,
  'log.searchIndex': true,
  'log.recordBodies': true,
  'log.bodyLimitKilobytes': 1_024,
  'log.exportPeople': 'shown',
  'simulator.intervalMinutes': 40,
  'simulator.defaultAccess': 'current',
  'simulator.clock': 'as-left',
  'simulator.seed': 1,
  'simulator.keepLogsDays': '30',
  'notifications.toasts': 'all',
  'notifications.toastSeconds': 5,
  'notifications.announcements': true,
  'shortcuts.singleKeys': true,
  'shortcuts.bindings': {},
  'desktop.tray': true,
  'desktop.closeKeepsServing': true,
  'desktop.startAtLogin': false,
  'desktop.notifyFirstRequest': false,
  'desktop.notifyFailures': false,
  'desktop.notifyJobs': false,
  'admin.keepKey': false,
  'admin.allowedOrigins': [],
};

/** They are tried together before they are stored. */
export const TLS_SETTINGS = ['server.tls', 'server.tlsCertificate', 'server.tlsKey'] as const;

export const SettingKeyName = Settings.keyof();
export const SETTING_KEYS: readonly SettingKey[] = SettingKeyName.options;

/** What is left out stays as it is. */
export const SettingsChange = Settings.partial().strict();
export type SettingsChange = z.infer<typeof SettingsChange>;

export function mergeSettings(settings: Settings, change: SettingsChange): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Settings.parse({ ...settings, ...Object.fromEntries(given) });
}

export const SettingsReset = z.object({
  /** Absent = all of them. */
  keys: z.array(SettingKeyName).optional(),
});
export type SettingsReset = z.infer<typeof SettingsReset>;

export const SettingsState = z.object({
  settings: Settings,
  /** What differs from its default. */
  changed: z.array(SettingKeyName),
  /** What has another value than the server was started with, and takes effect at its next start. */
  awaitsRestart: z.array(SettingKeyName),
  /** What the command line or an environment variable decides, whatever is set here. */
  overruled: z.array(SettingKeyName),
});
export type SettingsState = z.infer<typeof SettingsState>;

/** Where the workspace is, and how much room it takes. */
export const WorkspaceFacts = z.object({
  /** Folder, or `:memory:`. */
  dataDir: z.string(),
  /** Bytes of the database, its write-ahead log included. */
  databaseBytes: z.int(),
  /** Of them, what was deleted has left empty: what compacting takes away at least. */
  gapBytes: z.int(),
  snapshotBytes: z.int(),
  /** What is typed to confirm that all data goes. */
  name: z.string(),
});
export type WorkspaceFacts = z.infer<typeof WorkspaceFacts>;

/** Bytes of the database before and after it was written anew without its gaps. */
export const CompactResult = z.object({ bytesBefore: z.int(), bytesAfter: z.int() });
export type CompactResult = z.infer<typeof CompactResult>;

export const EraseOrder = z.object({
  /** Name of the workspace, as its facts tell it. */
  workspace: z.string(),
  /** Whether a snapshot is taken first and the others stay; else they go too, and nothing can be brought back. */
  keepsSnapshots: z.boolean().default(true),
});

/** What helps to find out why something does not work; no secrets, no requests, no resources. */
export const Diagnostics = z.object({
  parts: z.array(z.object({ title: z.string(), text: z.string() })),
});
export type Diagnostics = z.infer<typeof Diagnostics>;
