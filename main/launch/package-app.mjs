// `npm run package [-- builder options]`: an unpacked application of this machine's platform in release/, or with
// options whatever electron-builder is asked for (`npm run package -- --linux AppImage deb`).
// Uses the Electron that `npm start` found; a registry copy is good for trying the package, never for shipping it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { resolveElectron } from './electron-dist.mjs';
import { runChild } from './run-child.mjs';

process.exitCode = await packageApp(process.argv.slice(2));

/** @param {readonly string[]} options */
async function packageApp(options) {
  const electron = await resolveElectron();
  if (electron.source === 'registry') {
    process.stderr.write(
      'package: made with the registry copy of Electron, for trying only: do not ship it\n',
    );
  }
  const builder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')),
    'cli.js',
  );
  const target = options.length > 0 ? options : ['--dir'];
  return runChild(
    process.execPath,
    [
      builder,
      ...target,
      `-c.electronDist=${electron.dist}`,
      `-c.electronVersion=${electron.version}`,
    ],
    {},
  );
}
