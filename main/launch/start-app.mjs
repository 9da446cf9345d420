// `npm start`: the Electron window where there is a display and an Electron binary, else the same server and UI
// headless, with one line that says why, the addresses printed and the browser opened where there is one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './run-child.mjs';

/** @typedef {import('./launch.mjs').Launch} Launch */
/** @typedef {import('./electron-dist.mjs').ElectronDist} ElectronDist */

/** @param {Launch} launch */
export function startApp(launch) {
  if (!hasDisplay(launch.env)) {
    return startHeadless(
      launch,
      'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)',
    );
  }
  const found = findElectron(launch);
  if ('problem' in found) return startHeadless(launch, found.problem);
  return startElectron(launch, found.electron);
}

/**
 * Electron itself is asked for nothing: on Linux the variables decide.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function hasDisplay(env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * In a child, since the packages it uses need a newer Node than the one that may be running us.
 * @param {Launch} launch
 * @returns {{ electron: ElectronDist } | { problem: string }}
 */
function findElectron({ root, node, env }) {
  const script = path.join(root, 'main', 'launch', 'electron-dist.mjs');
  const found = spawnSync(node, [script], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 2] });
  if (found.status !== 0)
    return { problem: 'there is no Electron binary for this machine, see above' };
  return { electron: JSON.parse(found.stdout) };
}

/**
 * @param {Launch} launch
 * @param {ElectronDist} electron
 */
function startElectron({ root, node, args, env }, electron) {
  say(`starting the window with Electron ${electron.version} (${electron.source} binary)`);
  // Set by some editors' terminals; with it Electron would be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _ignored, ...inherited } = env;
  const needed = electron.serverNeedsNode ? { SCIM_MOCK_SERVER_NODE: node } : {};
  return runChild(electron.executable, [...sandboxFlags(electron.dist), root, ...args], {
    cwd: root,
    env: { ...inherited, ...needed },
  });
}

/**
 * Chromium's sandbox refuses to work for root, and where neither user namespaces nor a setuid helper may be used.
 * @param {string} dist
 */
function sandboxFlags(dist) {
  if (process.platform !== 'linux') return [];
  const reason = process.getuid?.() === 0 ? 'running as root' : lacksNamespaces(dist);
  if (!reason) return [];
  say(`starting without Chromium's sandbox: ${reason}`);
  return ['--no-sandbox'];
}

/** @param {string} dist */
function lacksNamespaces(dist) {
  const helper = path.join(dist, 'chrome-sandbox');
  if (existsSync(helper) && statSync(helper).uid === 0 && statSync(helper).mode & 0o4000) return '';
  const isRestricted =
    readSwitch('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSwitch('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  return isRestricted ? 'this system does not let programs create user namespaces' : '';
}

/** @param {string} file */
function readSwitch(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/**
 * @param {Launch} launch
 * @param {string} reason
 */
function startHeadless({ root, node, args, env }, reason) {
  say(`no window: ${reason}; running the server and its UI for the browser instead`);
  const open = canOpenBrowser(env) ? ['--open'] : [];
  return runChild(node, ['dist/main/headless.mjs', ...open, ...args], { cwd: root, env });
}

/**
 * Whether asking the system to open an address makes sense: not in CI, not on a Linux console.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function canOpenBrowser(env, platform = process.platform) {
  return !env['CI'] && env['SCIM_MOCK_OPEN'] !== '0' && hasDisplay(env, platform);
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`scim-mock-tenant: ${line}\n`);
}
