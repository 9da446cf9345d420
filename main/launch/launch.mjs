// The one door behind every npm script: sets up what is missing, then runs the command.
// Plain JavaScript for Node 18 and newer with no package, because it runs before anything is installed and on whatever
// Node the machine has; everything it starts may rely on Node 22.18 and on a complete node_modules.
// Everything it says goes to stderr: the standard output of `serve` belongs to the server alone.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStale } from './build-stale.mjs';
import { installStale } from './install-stale.mjs';
import { pickNode } from './pick-node.mjs';
import { runChild } from './run-child.mjs';
import { startApp } from './start-app.mjs';

/** @typedef {{ root: string, node: string, args: readonly string[], env: NodeJS.ProcessEnv }} Launch */

/** @type {Record<string, (launch: Launch) => Promise<number>>} */
const COMMANDS = {
  start: async (launch) =>
    (await prepare(launch, ['main', 'preload', 'renderer'])) || startApp(launch),
  serve: async (launch) =>
    (await prepare(launch, ['main', 'renderer'])) || runNode(launch, ['dist/main/headless.mjs']),
  test: (launch) => runNode(launch, ['test/run.ts']),
  check: (launch) => runNode(launch, ['test/run.ts', '--only=format,lint,types,law,dead']),
  mcp: async (launch) =>
    (await prepare(launch, ['renderer'])) || runNode(launch, ['main/mcp/mcp.ts']),
  admin: (launch) => runNode(launch, ['main/cli/admin.ts']),
  scenario: (launch) => runNode(launch, ['main/scenarios/cli.ts']),
  simulate: (launch) => runNode(launch, ['main/cli/simulate.ts']),
  'check:scim': (launch) => runNode(launch, ['main/checker/cli.ts']),
  build: (launch) => prepare(launch, ['main', 'preload', 'renderer', 'client']),
  'pack:client': async (launch) =>
    (await prepare(launch, ['main', 'renderer', 'client'])) || packClient(launch),
  bench: async (launch) =>
    (await prepare(launch, ['main', 'renderer'])) || runNode(launch, ['test/bench/run.ts']),
  'bench:ui': async (launch) =>
    (await prepare(launch, ['main', 'renderer'])) || runNode(launch, ['test/bench/ui/run.ts']),
  screenshots: async (launch) =>
    (await prepare(launch, ['main', 'renderer'])) || runNode(launch, ['test/screenshots/run.ts']),
  package: async (launch) =>
    (await prepare(launch, ['main', 'preload', 'renderer'])) ||
    runNode(launch, ['main/launch/package-app.mjs']),
};

process.exitCode = await launch(process.argv.slice(2));

/** @param {readonly string[]} argv */
async function launch([name = '', ...args]) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    return fail(`unknown command "${name}"; there is ${Object.keys(COMMANDS).join(', ')}`);
  const installed = await installStale(root, say);
  if (installed !== 0) return fail('npm ci failed, see above');
  const picked = pickNode(root);
  if ('problem' in picked) return fail(picked.problem);
  process.chdir(root);
  return command({ root, node: picked.node, args, env: childEnvironment(root, picked.node) });
}

/**
 * @param {Launch} launch
 * @param {readonly import('./build-stale.mjs').BuildName[]} builds
 */
async function prepare(launch, builds) {
  const code = await buildStale({ root: launch.root, node: launch.node, builds }, say);
  return code === 0 ? 0 : fail('the build failed, see above', 1);
}

/**
 * @param {Launch} launch
 * @param {readonly string[]} script
 */
function runNode(launch, script) {
  return runChild(launch.node, [...script, ...launch.args], { cwd: launch.root, env: launch.env });
}

/**
 * The package as a file that `npm install` takes, for programs that test with it.
 * @param {Launch} launch
 */
function packClient({ root, args, env }) {
  const isWindows = process.platform === 'win32';
  const npm = isWindows ? 'npm.cmd' : 'npm';
  return runChild(npm, ['pack', ...args], { cwd: root, env, shell: isWindows });
}

/**
 * Tools with a `#!/usr/bin/env node` line must find the same Node as we picked.
 * @param {string} root
 * @param {string} node
 */
function childEnvironment(root, node) {
  const places = [path.dirname(node), path.join(root, 'node_modules', '.bin')];
  const inherited = Object.entries(process.env).filter(([key]) => key.toUpperCase() !== 'PATH');
  const own = Object.entries(process.env).find(([key]) => key.toUpperCase() === 'PATH')?.[1] ?? '';
  return { ...Object.fromEntries(inherited), PATH: [...places, own].join(path.delimiter) };
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`scim-mock-tenant: ${line}\n`);
}

/** @param {string} line */
function fail(line, code = 2) {
  say(line);
  return code;
}
