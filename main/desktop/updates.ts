// Newer versions of the app: looked for after the start, once a day and when somebody asks; offered, and installed when
// that is wished and possible. Nothing is asked of the network where there is nowhere to ask.
import { app, dialog, shell } from 'electron';
import type { UpdateOrder } from '../../shared/shell.ts';
import type { UpdateCheck, UpdateOffer, UpdateState } from '../../shared/update.ts';
import type { DesktopSettings } from './desktop-settings.ts';
import type { JsonFile } from './json-file.ts';
import type { MainWindow } from './main-window.ts';
import { builtInFeedFile, isSignedBySomebody, packageType } from './package-facts.ts';
import { openUpdateMemory, type UpdateMemory } from './update-memory.ts';
import {
  channelFile,
  describeFailure,
  downloadOf,
  installObstacle,
  notesOf,
  updateObstacle,
  type Download,
  type FoundVersion,
  type PackageFacts,
} from './update-rules.ts';
import type { Updater } from './updater.ts';

export interface Updates {
  readonly state: () => UpdateState;
  /** Resolves when it is done, with what has become of it. */
  readonly order: (order: UpdateOrder) => Promise<UpdateState>;
  readonly onChange: (listener: (state: UpdateState) => void) => void;
}

interface UpdatesOptions {
  readonly main: MainWindow;
  readonly settings: DesktopSettings;
  readonly facts: Omit<PackageFacts, 'isSigned'>;
  /** For the files of the shell. */
  readonly folder: string;
  readonly say: (line: string) => void;
  /** Before the app is replaced, and again if it was not. */
  readonly server: { readonly stop: () => Promise<void>; readonly start: () => void };
}

interface Life extends UpdatesOptions {
  readonly memory: JsonFile<UpdateMemory>;
  readonly listeners: ((state: UpdateState) => void)[];
  check: UpdateCheck;
  isSigned: boolean;
  opened?: { readonly feed: string; readonly updater: Promise<Updater> };
  found?: { readonly download: Download | undefined; readonly updater: Updater };
  looking?: Promise<void> | undefined;
}

const AFTER_START_MS = 10_000;
const EVERY_MS = 24 * 3_600_000;
/** Several settings may come one after the other. */
const AFTER_CHANGE_MS = 1_000;

export function followUpdates(options: UpdatesOptions): Updates {
  const memory = openUpdateMemory(options.folder);
  const life: Life = {
    ...options,
    memory,
    listeners: [],
    check: { kind: 'none' },
    isSigned: false,
  };
  setTimeout(() => void lookBySelf(life), AFTER_START_MS);
  setInterval(() => void lookBySelf(life), EVERY_MS);
  followSettings(life);
  return {
    state: () => describe(life),
    async order(order) {
      await ORDERS[order](life);
      return describe(life);
    },
    onChange: (listener) => void life.listeners.push(listener),
  };
}

const ORDERS: Readonly<Record<UpdateOrder, (life: Life) => void | Promise<void>>> = {
  check: lookForSomebody,
  skip(life) {
    const { check, memory } = life;
    if (!('offer' in check)) return;
    memory.write({ ...memory.read(), skipped: check.offer.version });
    if (check.kind === 'downloaded') life.found?.updater.installOnQuit(false);
    show(life, { ...check, offer: { ...check.offer, isHidden: true } });
  },
  later(life) {
    const { check } = life;
    if ('offer' in check) show(life, { ...check, offer: { ...check.offer, isHidden: true } });
  },
  async download({ found }) {
    if (found?.download !== undefined) await shell.openExternal(found.download.address);
  },
  install,
  async agree(life) {
    if (await agree(life)) await lookBySelf(life);
  },
};

function feedOf({ settings }: Life): string {
  return settings.read()['general.updateFeed'];
}

function describe(life: Life): UpdateState {
  return {
    version: app.getVersion(),
    mode: life.settings.read()['general.updates'],
    feed: feedOf(life) || null,
    obstacle: updateObstacle(life.facts, feedOf(life)) ?? null,
    installObstacle: cannotInstall(life) ?? null,
    check: life.check,
  };
}

function cannotInstall(life: Life) {
  const { facts, isSigned, memory } = life;
  return installObstacle(
    { ...facts, isSigned },
    { address: feedOf(life), agreed: memory.read().agreed },
  );
}

function show(life: Life, check: UpdateCheck): void {
  life.check = check;
  tell(life);
}

function tell(life: Life): void {
  for (const listener of life.listeners) listener(describe(life));
}

/** Another address has other versions; what was found at the last one is forgotten. */
function followSettings(life: Life): void {
  const read = () => JSON.stringify([life.settings.read()['general.updates'], feedOf(life)]);
  let [last, feed] = [read(), feedOf(life)];
  let timer: NodeJS.Timeout | undefined;
  life.settings.onChange(() => {
    if (read() === last) return;
    if (feedOf(life) !== feed) forget(life);
    [last, feed] = [read(), feedOf(life)];
    life.found?.updater.installOnQuit(isAutomatic(life));
    tell(life);
    clearTimeout(timer);
    timer = setTimeout(() => void lookBySelf(life), AFTER_CHANGE_MS);
  });
}

function forget(life: Life): void {
  life.found?.updater.installOnQuit(false);
  delete life.found;
  delete life.opened;
  delete life.looking;
  life.check = { kind: 'none' };
}

function isAutomatic(life: Life): boolean {
  return life.settings.read()['general.updates'] === 'auto' && cannotInstall(life) === undefined;
}

/** Quiet: a failure is a line in the log. */
async function lookBySelf(life: Life): Promise<void> {
  if (life.settings.read()['general.updates'] === 'off') return;
  await look(life);
  const { check } = life;
  if (check.kind === 'available' && isAutomatic(life) && !isSkipped(life, check.offer)) {
    await download(life, check.offer);
  }
}

async function lookForSomebody(life: Life): Promise<void> {
  await look(life, 'aloud');
  const { check } = life;
  if ('offer' in check) show(life, { ...check, offer: { ...check.offer, isHidden: false } });
}

function isSkipped({ memory }: Life, { version }: UpdateOffer): boolean {
  return memory.read().skipped === version;
}

/** One at a time; a version that is on its way or has come is not looked for again. */
async function look(life: Life, manner: 'quietly' | 'aloud' = 'quietly'): Promise<void> {
  if (updateObstacle(life.facts, feedOf(life)) !== undefined) return;
  if (life.check.kind === 'downloading' || life.check.kind === 'downloaded') return;
  life.looking ??= lookAlone(life, manner === 'quietly');
  const own = life.looking;
  await own.finally(() => {
    if (life.looking === own) life.looking = undefined;
  });
}

/** Quietly, an offer that stands is not taken back by a network that is away. */
async function lookAlone(life: Life, isQuiet: boolean): Promise<void> {
  const feed = feedOf(life);
  const isStale = () => feedOf(life) !== feed;
  const stays = isQuiet && 'offer' in life.check;
  if (!stays) show(life, { kind: 'checking' });
  try {
    const updater = await open(life);
    const version = await updater.check();
    if (isStale()) return;
    if (version === undefined) show(life, { kind: 'newest' });
    else offer(life, updater, version);
  } catch (error) {
    if (isStale()) return;
    const message = failure(life, error);
    if (isQuiet) life.say(`Updates were not looked for: ${message}`);
    if (!stays) show(life, { kind: 'failed', message });
  }
}

async function open(life: Life): Promise<Updater> {
  const feed = feedOf(life);
  if (life.opened?.feed !== feed) {
    const given = { feed, builtInFile: builtInFeedFile(), folder: life.folder };
    const updater = import('./updater.ts').then(({ openUpdater }) => openUpdater(given));
    life.opened = { feed, updater };
  }
  life.isSigned = await isSignedBySomebody();
  return life.opened.updater;
}

function offer(life: Life, updater: Updater, version: FoundVersion): void {
  const wish = { platform: process.platform, packageType: packageType() };
  const found = { download: downloadOf(version, updater.source, wish), updater };
  const told: UpdateOffer = {
    version: version.version,
    notes: notesOf(version),
    download: found.download?.kind ?? null,
    isHidden: life.memory.read().skipped === version.version,
  };
  life.found = found;
  show(life, { kind: 'available', offer: told });
}

/** Whether it is there now. */
async function download(life: Life, told: UpdateOffer): Promise<boolean> {
  const updater = life.found?.updater;
  if (updater === undefined) return false;
  const isGone = () => life.found?.updater !== updater;
  const hidden = () => ('offer' in life.check ? life.check.offer : told);
  show(life, { kind: 'downloading', offer: told, share: 0 });
  updater.installOnQuit(true);
  try {
    await updater.download((share) => {
      if (!isGone()) show(life, { kind: 'downloading', offer: hidden(), share });
    });
    if (isGone()) return false;
    show(life, { kind: 'downloaded', offer: hidden() });
    return true;
  } catch (error) {
    if (!isGone()) fail(life, hidden(), error);
    return false;
  }
}

/** What was asked for by somebody: downloaded if need be, and put in this one's place. */
async function install(life: Life): Promise<void> {
  const { check, found, server } = life;
  if (!('offer' in check) || check.kind === 'downloading' || found === undefined) return;
  if (cannotInstall(life) === 'not-agreed' && !(await agree(life))) return;
  if (cannotInstall(life) !== undefined) return;
  if (check.kind !== 'downloaded' && !(await download(life, check.offer))) return;
  await server.stop();
  try {
    found.updater.install();
  } catch (error) {
    server.start();
    fail(life, check.offer, error);
  }
}

function fail(life: Life, told: UpdateOffer, error: unknown): void {
  const message = failure(life, error);
  life.say(`Version ${told.version} was not installed: ${message}`);
  show(life, { kind: 'not-installed', offer: told, message });
}

function failure(life: Life, error: unknown): string {
  const where = feedOf(life) || 'The server of this package’s publisher';
  return describeFailure(error, where, channelFile(process.platform, process.arch));
}

/** Asked by the shell, not by the page: what is installed runs as the user, and pages can be made to press buttons. */
async function agree(life: Life): Promise<boolean> {
  const { main, memory } = life;
  const feed = feedOf(life);
  const { response } = await dialog.showMessageBox(main.window, {
    type: 'warning',
    message: 'Install updates from this address?',
    detail: `${feed}\n\nWhat it offers runs on this machine with your rights. Agree only if you know whose it is.`,
    buttons: ['Install from there', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  if (response !== 0 || feedOf(life) !== feed) return false;
  memory.write({ ...memory.read(), agreed: [...memory.read().agreed, feed] });
  tell(life);
  return true;
}
