// Whether Electron can be shown on this machine: an Electron binary, and on Linux a display or Xvfb to make one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runTool } from './run-tool.ts';

export type Desktop = { readonly wrapper: readonly string[] } | { readonly problem: string };

/** The command that gives the tests a display (empty when there is one), or why they cannot run. */
export async function findDesktop(): Promise<Desktop> {
  const wrapper = findDisplay();
  if (!wrapper) return { problem: 'no display and no xvfb-run; install xvfb and xauth' };
  const script = path.join(ROOT, 'main', 'launch', 'electron-dist.mjs');
  const { code, output } = await runTool(process.execPath, [script]);
  return code === 0 ? { wrapper } : { problem: `no Electron binary: ${output.trim()}` };
}

function findDisplay(): readonly string[] | undefined {
  if (process.platform !== 'linux') return [];
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return [];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const tool = folders
    .map((folder) => path.join(folder, 'xvfb-run'))
    .find((file) => existsSync(file));
  return tool ? [tool, '-a', '--server-args=-screen 0 1440x900x24'] : undefined;
}
