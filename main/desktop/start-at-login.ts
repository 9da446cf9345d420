// Starts the app with the user's session. A copy that is run from its sources has no program to register.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';

const ENTRY = 'scim-mock-tenant.desktop';

export function startAtLogin(isWished: boolean): void {
  if (!app.isPackaged) return;
  if (process.platform === 'linux') writeAutostart(isWished);
  else app.setLoginItemSettings({ openAtLogin: isWished });
}

/** @see XDG Autostart Specification; an AppImage is started by its own file, not by what it unpacks. */
function writeAutostart(isWished: boolean): void {
  const config = process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
  const file = path.join(config, 'autostart', ENTRY);
  if (!isWished) return rmSync(file, { force: true });
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const lines = ['[Desktop Entry]', 'Type=Application', 'Name=SCIM Mock Tenant'];
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, [...lines, `Exec=${JSON.stringify(program)}`, ''].join('\n'));
}
