// Opens an address in the user's browser where there is one to open; saying nothing when there is not, because the
// address has been printed. SCIM_MOCK_OPEN=0 and CI keep it from happening.
import { spawn } from 'node:child_process';

/**
 * @param {string} url
 * @param {NodeJS.ProcessEnv} env
 */
export function openUrl(url, env) {
  const command = openCommand(url, env);
  if (!command) return;
  const child = spawn(command.file, command.args, { stdio: 'ignore', detached: true, env });
  child.once('error', () => undefined);
  child.unref();
}

/**
 * @param {string} url
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {{ file: string, args: readonly string[] } | undefined}
 */
export function openCommand(url, env, platform = process.platform) {
  if (env['SCIM_MOCK_OPEN'] === '0' || env['CI']) return undefined;
  if (platform === 'darwin') return { file: 'open', args: [url] };
  // Not `start`: cmd would read the & and # of an address as its own.
  if (platform === 'win32') return { file: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  if (env['WSL_DISTRO_NAME']) return { file: 'wslview', args: [url] };
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return undefined;
  return { file: 'xdg-open', args: [url] };
}
