// What kind of package this is, as far as updates go by it.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import type { PackageFacts } from './update-rules.ts';

/** `mayCheckSource`: for tests of updates without a package. */
export function readPackageFacts(mayCheckSource: boolean): Omit<PackageFacts, 'isSigned'> {
  return {
    platform: process.platform,
    isSource: !app.isPackaged && !mayCheckSource,
    hasBuiltInFeed: builtInFeedFile() !== undefined,
    appImage: process.env['APPIMAGE'],
    hasUninstaller: existsSync(
      path.join(path.dirname(process.execPath), `Uninstall ${app.getName()}.exe`),
    ),
  };
}

/** What electron-builder writes beside the program when it is told where the package will be published. */
export function builtInFeedFile(): string | undefined {
  const file = path.join(process.resourcesPath, 'app-update.yml');
  return app.isPackaged && existsSync(file) ? file : undefined;
}

/** `deb` and the like; empty for what has no such note. */
export function packageType(): string {
  const file = path.join(process.resourcesPath, 'package-type');
  return app.isPackaged && existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** macOS replaces only what somebody has signed; an ad-hoc signature names nobody. */
export async function isSignedBySomebody(): Promise<boolean> {
  if (process.platform !== 'darwin') return false;
  try {
    const shown = await promisify(execFile)('/usr/bin/codesign', [
      '--display',
      '--verbose=2',
      process.execPath,
    ]);
    return shown.stderr.includes('Authority=');
  } catch {
    // codesign fails for what has no signature at all.
    return false;
  }
}
