// One setter-up at a time: `npm start` beside `npm test`, or tests that start several servers, must not install or
// build into the same folder together. The lock is a file with the holder's pid in the system's temp folder, so that a
// killed holder is recognised and its lock taken over.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const RETRY_MS = 200;

/**
 * @template T
 * @param {string} name what is locked, a folder's path included
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, say, work) {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
  const file = path.join(os.tmpdir(), `scim-mock-tenant-${hash}.lock`);
  for (let isTold = false; !take(file); isTold = true) {
    if (!isTold) say('waiting for another npm command that is setting up this folder');
    await wait(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  if (!isHeld(file)) rmSync(file, { force: true });
  return false;
}

/** @param {string} file */
function isHeld(file) {
  try {
    // An empty file is one that its holder is just writing.
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
