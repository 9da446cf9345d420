// Which Node runs our sources: type stripping by default needs 22.18 (23.6 in that line), and better-sqlite3 13 ends
// the process without a word below Node-API 10. Where the machine's own Node is older, Linux has Node 24 in
// node_modules (main/launch/node24); it is tried once, since a musl system cannot run it.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

const REQUIRED_NAPI = 10;

/**
 * @param {string} root
 * @param {{ node: string, napi?: string | undefined }} own
 * @returns {{ node: string } | { problem: string }}
 */
export function pickNode(root, own = process.versions) {
  if (isSuitable(own)) return { node: process.execPath };
  const bundled = path.join(root, 'node_modules', '.bin', 'node');
  if (existsSync(bundled)) {
    const node = realpathSync(bundled);
    if (spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0) return { node };
  }
  return {
    problem: `Node 22.18 or newer is needed, this is Node ${own.node}; see https://nodejs.org/`,
  };
}

/** @param {{ node: string, napi?: string | undefined }} versions */
export function isSuitable({ node, napi }) {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const stripsTypes = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return stripsTypes && Number(napi) >= REQUIRED_NAPI;
}
