// Starts the app with the user's session. A copy that is run from its sources has no program to register.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { BACKGROUND_FLAG } from './desktop-options.ts';

const ENTRY = 'scim-mock-tenant.desktop';

/** Whether this start is the session's: macOS says so, elsewhere the command line does. */
export function isStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

export function startAtLogin(isWished: boolean): void {
  if (!app.isPackaged) return;
  if (process.platform === 'linux') writeAutostart(isWished);
  else app.setLoginItemSettings({ openAtLogin: isWished, args: [`--${BACKGROUND_FLAG}`] });
}

/** @see XDG Autostart Specification; an AppImage is started by its own file, not by what it unpacks. */
function writeAutostart(isWished: boolean): void {
  const config = process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
  const file = path.join(config, 'autostart', ENTRY);
  if (!isWished) return rmSync(file, { force: true });
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const entry = `[Desktop Entry]
Type=Application
Name=SCIM Mock Tenant
Exec=${JSON.stringify(program)} --${BACKGROUND_FLAG}
`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, entry);
}
