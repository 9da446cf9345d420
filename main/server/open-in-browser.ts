// Opens the UI in the user's browser, where the system has a command for that.
import { spawn } from 'node:child_process';
import type { Logger } from '../base/logger.ts';

// Not `start`: cmd would read the & and # of an address as its own.
const COMMANDS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

export function openInBrowser(url: string, logger: Logger): void {
  const [command, ...args] = COMMANDS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', () => logger.warn(`No browser could be opened: ${command} is missing`));
  child.unref();
}
