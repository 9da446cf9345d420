// What there is to decide about updates, without Electron: whether anything may be looked for, whether this package can
// install by itself, what of a feed's answer is shown, and how a failure reads.
import { z } from 'zod';
import { UPDATE_ADDRESS, type InstallObstacle, type UpdateObstacle } from '../../shared/update.ts';

export interface PackageFacts {
  readonly platform: NodeJS.Platform;
  /** A copy that is run from its sources, and not for a test of updates. */
  readonly isSource: boolean;
  /** Whether the package says where newer ones are: electron-builder's app-update.yml. */
  readonly hasBuiltInFeed: boolean;
  /** Of a running AppImage: its file. */
  readonly appImage: string | undefined;
  /** Whether the folder of the program has what NSIS leaves there to uninstall it. */
  readonly hasUninstaller: boolean;
  /** On macOS; elsewhere nobody asks. */
  readonly isSigned: boolean;
}

export function updateObstacle(
  facts: Pick<PackageFacts, 'isSource' | 'hasBuiltInFeed'>,
  feed: string,
): UpdateObstacle | undefined {
  if (facts.isSource) return 'source';
  return feed === '' && !facts.hasBuiltInFeed ? 'no-feed' : undefined;
}

/**
 * An address that came with the settings is agreed to once at this machine: settings come along with workspaces and
 * snapshots, which others can hand over, and what is installed runs as the user.
 */
export function installObstacle(
  facts: PackageFacts,
  feed: { readonly address: string; readonly agreed: readonly string[] },
): InstallObstacle | undefined {
  if (facts.platform === 'darwin' && !facts.isSigned) return 'unsigned';
  if (!canReplaceItself(facts)) return 'package';
  return feed.address === '' || feed.agreed.includes(feed.address) ? undefined : 'not-agreed';
}

function canReplaceItself({ platform, appImage, hasUninstaller }: PackageFacts): boolean {
  if (platform === 'linux') return appImage !== undefined;
  return platform === 'win32' ? hasUninstaller : platform === 'darwin';
}

/** Whether the app's updater may ask there, redirections included. */
export function mayAsk(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && UPDATE_ADDRESS.test(url.origin);
}

/** The file that electron-builder writes for a system. */
export function channelFile(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'darwin') return 'latest-mac.yml';
  if (platform !== 'linux') return 'latest.yml';
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`;
}

const Note = z.object({ version: z.string().optional(), note: z.string().nullish() });

/** A feed's answer, as far as it is used. */
export const FoundVersion = z.object({
  version: z.string().max(100),
  releaseNotes: z.union([z.string(), z.array(Note)]).nullish(),
  files: z.array(z.object({ url: z.string() })).default([]),
});
export type FoundVersion = z.infer<typeof FoundVersion>;

const MOST_NOTES = 10_000;

/** As plain text: they may be text, Markdown, HTML, or a list of several versions' notes. */
export function notesOf({ releaseNotes }: FoundVersion): string {
  if (typeof releaseNotes === 'string') return toPlainText(releaseNotes);
  const parts = (releaseNotes ?? []).map(({ version, note }) =>
    [version, toPlainText(note ?? '')].filter(Boolean).join('\n'),
  );
  return parts.join('\n\n').slice(0, MOST_NOTES);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

function toPlainText(text: string): string {
  const cut = text.slice(0, MOST_NOTES);
  if (!/<\/?[a-z][^>]*>/i.test(cut)) return cut.trim();
  return cut
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<li[^>]*>/gi, '\n- ')
    .replace(/<br[^>]*>|<\/(?:p|div|h\d|ul|ol)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export type Download = { readonly kind: 'file' | 'page'; readonly address: string };

/** Of electron-builder's publish configurations, what tells where people find the files. */
export const FeedSource = z.object({
  provider: z.string(),
  url: z.string().optional(),
  owner: z.string().optional(),
  repo: z.string().optional(),
  host: z.string().optional(),
});
export type FeedSource = z.infer<typeof FeedSource>;

export interface DownloadWish {
  readonly platform: NodeJS.Platform;
  /** Of a Linux package, as electron-builder notes it beside the program: `deb` and the like. */
  readonly packageType: string;
}

/** Where the found version is had by hand: the installer for this system, or the page that lists it. */
export function downloadOf(
  { files }: FoundVersion,
  source: FeedSource,
  wish: DownloadWish,
): Download | undefined {
  if (source.provider === 'github' && source.owner !== undefined && source.repo !== undefined) {
    const host = source.host ?? 'github.com';
    return asked('page', `https://${host}/${source.owner}/${source.repo}/releases`);
  }
  if (source.url === undefined) return undefined;
  const wanted = extensionsFor(wish);
  const ofKind = wanted.flatMap((kind) => files.filter(({ url }) => url.endsWith(`.${kind}`)));
  const file = ofKind[0] ?? files[0];
  const base = source.url.endsWith('/') ? source.url : `${source.url}/`;
  const address = file === undefined ? null : URL.parse(file.url, base);
  return address === null ? undefined : asked('file', address.href);
}

function extensionsFor({ platform, packageType }: DownloadWish): readonly string[] {
  if (platform === 'darwin') return ['dmg', 'zip'];
  if (platform === 'win32') return ['exe'];
  return [packageType, 'AppImage', 'deb'];
}

function asked(kind: Download['kind'], address: string): Download | undefined {
  return mayAsk(address) ? { kind, address } : undefined;
}

const Failure = z.object({
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  message: z.string().catch(''),
});

const NO_VERSION = new Set(['ERR_UPDATER_INVALID_VERSION', 'ERR_UPDATER_INVALID_UPDATE_INFO']);

/** In a sentence or two. `where` is the feed, `file` the one that was asked for. */
export function describeFailure(error: unknown, where: string, file: string): string {
  const { code = '', statusCode, message } = Failure.parse(error);
  if (code === 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' || statusCode === 404) {
    return `${where} has no ${file}. Check the update address in Settings.`;
  }
  if (statusCode !== undefined) return `${where} answered with ${statusCode}. Try again later.`;
  if (NO_VERSION.has(code) || error instanceof z.ZodError) {
    return `What ${where} has as ${file} does not describe a version. Check the update address in Settings.`;
  }
  if (code === 'ERR_CHECKSUM_MISMATCH') {
    return 'The file that was downloaded is not the one that was announced: its checksum differs. It was thrown away.';
  }
  if (message.includes('ERR_BLOCKED_BY_CLIENT')) {
    return `${where} leads to an address that is not https, which is not asked.`;
  }
  if (message.startsWith('net::')) {
    return `${where} could not be reached (${message.slice('net::'.length)}). Check the network and the update address in Settings.`;
  }
  return `${where}: ${(message.split('\n')[0] ?? '').slice(0, 300)}`;
}
