// Runs `npm ci` when node_modules is missing or is not what package-lock.json says.
// A stamp with the lockfile's hash makes the usual answer cheap. Without it (somebody ran npm by hand) npm's own note
// of what it installed, node_modules/.package-lock.json, is compared entry by entry, so a good tree is never reinstalled.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './run-child.mjs';
import { withLock } from './with-lock.mjs';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockEntry */
/** @typedef {Record<string, LockEntry>} LockEntries */

const STAMP = '.scim-mock-tenant-stamp';

/**
 * Resolves with npm's exit code, 0 when there was nothing to do.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function installStale(root, say) {
  if (isInstalled(root)) return 0;
  return withLock(`install:${root}`, say, async () => {
    if (isInstalled(root)) return 0;
    say('installing packages (npm ci), this takes a minute the first time');
    const code = await runNpm(root, [
      'ci',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--loglevel=error',
    ]);
    if (code === 0) writeStamp(root);
    return code;
  });
}

/**
 * True when node_modules holds what the lockfile asks for on this platform.
 * @param {string} root
 */
export function isInstalled(root) {
  const stamp = path.join(root, 'node_modules', STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root)) return true;
  const installed = readEntries(path.join(root, 'node_modules', '.package-lock.json'));
  if (
    !installed ||
    !matchesLock(readEntries(path.join(root, 'package-lock.json')) ?? {}, installed)
  )
    return false;
  writeStamp(root);
  return true;
}

/**
 * Packages may be absent only where they are optional (another platform's binaries).
 * @param {LockEntries} wanted
 * @param {LockEntries} installed
 */
export function matchesLock(wanted, installed) {
  return Object.entries(wanted)
    .filter(([place, entry]) => place.startsWith('node_modules/') && !entry.link)
    .every(([place, entry]) => {
      const got = installed[place];
      if (!got) return Boolean(entry.optional || entry.devOptional);
      return got.version === entry.version && got.integrity === entry.integrity;
    });
}

/**
 * @param {string} file
 * @returns {LockEntries | undefined}
 */
function readEntries(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @param {string} root */
function lockHash(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(lock)
    .digest('hex');
}

/** @param {string} root */
function writeStamp(root) {
  writeFileSync(path.join(root, 'node_modules', STAMP), lockHash(root));
}

/**
 * npm is the one that started us, else the one in the PATH; its output goes to stderr.
 * @param {string} root
 * @param {readonly string[]} args
 */
function runNpm(root, args) {
  const cli = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  if (cli && /\bnpm-cli\.[cm]?js$/.test(cli))
    return runChild(process.execPath, [cli, ...args], options);
  return runChild('npm', args, { ...options, shell: process.platform === 'win32' });
}
