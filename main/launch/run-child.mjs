// Runs one child to its end and becomes it: same streams, same exit code, the wish to stop passed on once.
// The wish arrives in odd ways. Ctrl+C reaches the whole process group, and npm sends it to its shell a second time. A
// SIGTERM to npm ends that shell only, which passes nothing on: then the loss of our parent is the wish.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_CHECK_MS = 250;

/**
 * Resolves with the child's exit code; 128 + n when signal n ended it, 127 when it could not be started.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
export function runChild(file, args, options) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    const stopWatching = onWishToStop(() => child.kill('SIGTERM'));
    child.once('error', (error) => {
      stopWatching();
      process.stderr.write(`scim-mock-tenant: cannot start ${file}: ${error.message}\n`);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      stopWatching();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Calls back once, at the first of all the ways; returns the function that ends the watch.
 * @param {() => void} stop
 */
function onWishToStop(stop) {
  let isTold = false;
  const tell = () => {
    if (!isTold) stop();
    isTold = true;
  };
  for (const signal of SIGNALS) process.on(signal, tell);
  const timer = watchParent(tell);
  return () => {
    for (const signal of SIGNALS) process.off(signal, tell);
    clearInterval(timer);
  };
}

/**
 * Under npm only: whoever starts us otherwise may end before us (`nohup`, `disown`).
 * @param {() => void} tell
 */
function watchParent(tell) {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && tell(), PARENT_CHECK_MS);
}
