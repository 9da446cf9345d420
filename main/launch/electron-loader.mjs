// Stands in for Electron's default_app.asar in a copy that has none: makes `electron <folder or file>` work.
// Must be an ES module that awaits the app's own entry: Electron holds `ready` back until this module has run, so what
// an app does before `ready` keeps working. `-r` is what Playwright passes.
import { app as publicApp } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
/** Electron's own default_app uses these two as well; its types leave them out. */
const app =
  /** @type {import('electron').App & { setAppPath(path: string): void, setVersion(version: string): void }} */ (
    publicApp
  );
const { target, preloads } = readArguments(process.argv.slice(1));
if (!target) {
  console.error('usage: electron [options] <folder or file>');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
for (const file of preloads) require(path.resolve(file));

try {
  const root = path.resolve(target);
  const entry = require.resolve(root);
  app.setAppPath(describeApp(root) ? root : path.dirname(entry));
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error('the app failed while loading\n', error);
  process.exit(1);
}

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--version' || arg === '-v') printAndExit(`v${process.versions['electron']}`);
    else if (arg === '--abi' || arg === '-a') printAndExit(process.versions.modules);
    else if (arg === '-r' || arg === '--require') preloads.push(args[++at] ?? '');
    else if (arg.startsWith('--app=')) return { target: arg.slice('--app='.length), preloads };
    else if (!arg.startsWith('-')) return { target: arg, preloads };
  }
  return { target: undefined, preloads };
}

/** @param {string} text */
function printAndExit(text) {
  console.log(text);
  process.exit(0);
}

/**
 * Takes name and version from the folder's package.json; false for a plain file.
 * @param {string} root
 */
function describeApp(root) {
  let meta;
  try {
    meta = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  } catch {
    return false;
  }
  if (meta.version) app.setVersion(meta.version);
  app.name = meta.productName ?? meta.name ?? app.name;
  if (process.platform === 'linux') app.setDesktopName(meta.desktopName ?? `${app.name}.desktop`);
  return true;
}
