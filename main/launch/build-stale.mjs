// Builds what is stale with Vite: main (server and shell), preload, renderer, client (the package; its types by tsc).
// Stale is decided by content, not by time: a hash over sources, settings and lockfile is kept beside each result.
// The end-to-end variant (test hooks compiled in) has a folder of its own, so that it can never end up in a release.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './run-child.mjs';
import { withLock } from './with-lock.mjs';

/** @typedef {'main' | 'preload' | 'renderer' | 'client'} BuildName */
/** @typedef {{ root: string, node: string, builds: readonly BuildName[], isE2e?: boolean }} BuildRequest */

const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'vite.config.ts'];
const STAMP = '.stamp';

/** @type {Record<BuildName, { sources: readonly string[], without: readonly string[] }>} */
const BUILDS = {
  main: { sources: ['main', 'shared'], without: ['main/launch', 'main/desktop/preload'] },
  preload: { sources: ['main/desktop/preload', 'shared'], without: [] },
  renderer: { sources: ['renderer', 'shared'], without: [] },
  client: { sources: ['main/client', 'shared'], without: [] },
};

/**
 * Resolves with the first failing exit code, 0 when all is built.
 * @param {BuildRequest} request
 * @param {(line: string) => void} say
 */
export async function buildStale(request, say) {
  if (staleBuilds(request).length === 0) return 0;
  return withLock(`build:${request.root}`, say, async () => {
    const stale = staleBuilds(request);
    if (stale.length > 0) say(`building ${stale.join(', ')}`);
    for (const name of stale) {
      const code = await runVite(request, name);
      if (code !== 0) return code;
    }
    return 0;
  });
}

/** @param {BuildRequest} request */
export function staleBuilds({ root, builds, isE2e = false }) {
  return builds.filter((name) => {
    const stamp = path.join(outputFolder(root, name, isE2e), STAMP);
    return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceHash(root, name);
  });
}

/**
 * @param {string} root
 * @param {BuildName} name
 */
export function sourceHash(root, name) {
  const { sources, without } = BUILDS[name];
  const hash = createHash('sha256');
  const files = [...SETTINGS, ...sources.flatMap((folder) => listFiles(root, folder, without))];
  for (const file of files) {
    const place = path.join(root, file);
    if (existsSync(place)) hash.update(`${file}\n`).update(readFileSync(place)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {readonly string[]} without
 * @returns {string[]}
 */
function listFiles(root, folder, without) {
  const place = path.join(root, folder);
  if (without.includes(folder) || !existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(root, inside, without) : [inside];
    });
}

/**
 * The hash is taken before the build: a file saved meanwhile makes the result stale, as it should.
 * @param {BuildRequest} request
 * @param {BuildName} name
 */
async function runVite({ root, node, isE2e = false }, name) {
  const hash = sourceHash(root, name);
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { NODE_ENV: _ignored, ...inherited } = process.env;
  /** @param {readonly string[]} script */
  const run = (script) =>
    runChild(node, script, {
      cwd: root,
      env: { ...inherited, SCIM_MOCK_E2E_BUILD: isE2e ? '1' : '' },
      stdio: ['ignore', 2, 2],
    });
  const built = await run([vite, 'build', '--mode', name, '--logLevel', 'warn']);
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const code = built === 0 && name === 'client' ? await run([tsc, '-p', 'main/client']) : built;
  if (code === 0) writeFileSync(path.join(outputFolder(root, name, isE2e), STAMP), hash);
  return code;
}

/**
 * @param {string} root
 * @param {BuildName} name
 * @param {boolean} isE2e
 */
function outputFolder(root, name, isE2e) {
  return path.join(root, isE2e ? 'dist-e2e' : 'dist', name);
}
