// Runs one child to its end and becomes it: same streams, same exit code, signals passed on.
// Ctrl+C reaches a whole process group, and npm sends it a second time, so a signal is passed on once only, and an
// interrupt as SIGTERM: a child that had the terminal's SIGINT already is not hit twice by the same signal.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

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
    const stopForwarding = forwardSignals(child);
    child.once('error', (error) => {
      stopForwarding();
      process.stderr.write(`scim-mock-tenant: cannot start ${file}: ${error.message}\n`);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  let isForwarded = false;
  const forward = () => {
    if (!isForwarded) child.kill('SIGTERM');
    isForwarded = true;
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  return () => {
    for (const signal of SIGNALS) process.off(signal, forward);
  };
}
