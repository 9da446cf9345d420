// The Requests screen in a real browser: how soon an answered request is on screen, and how it is to open, scroll and
// filter a long log. `npm run bench:ui`; `-- --rows=100000,1000000` chooses how long. Nothing is asserted.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import type { ReadyEvent } from '../../../shared/server-options.ts';
import { findChromium } from '../../support/find-chromium.ts';
import { startHeadless } from '../../support/start-headless.ts';
import { measureLive } from './measure-live.ts';
import { measureLog } from './measure-log.ts';
import { weighFirstLoad } from './weigh-first-load.ts';

/** The built server, which finds the built UI beside it. */
const ENTRY = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'main', 'headless.mjs');

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    rates: { type: 'string', default: '50,500' },
    seconds: { type: 'string', default: '10' },
    /** A data directory that fill-request-log.ts has filled, instead of new ones. */
    'data-dir': { type: 'string' },
  },
});
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--enable-precise-memory-info'],
});
try {
  printFirstLoad();
  for (const rate of readNumbers(values.rates)) await live(rate, Number(values.seconds));
  const filled = values['data-dir'];
  if (filled !== undefined) await measureFolder(filled);
  else
    for (const rows of readNumbers(values.rows))
      await inFolder((folder) => fillAndMeasure(folder, rows));
} finally {
  await browser.close();
}

function printFirstLoad(): void {
  const { scripts, styles } = weighFirstLoad();
  console.log(`First load, gzip: ${kilo(scripts)} kB of script, ${kilo(styles)} kB of styles`);
}

async function live(rate: number, seconds: number): Promise<void> {
  await inFolder((dataDir) =>
    withApp(dataDir, async (page, ready) => {
      const { sentPerSecond, lateness } = await measureLive(page, ready, { rate, seconds });
      console.log(
        `Answer to row on screen at ${rate} requests a second (sent ${sentPerSecond.toFixed(0)}): ` +
          `p50 ${lateness.p50.toFixed(0)} ms, p95 ${lateness.p95.toFixed(0)} ms, max ${lateness.max.toFixed(0)} ms`,
      );
    }),
  );
}

async function fillAndMeasure(dataDir: string, rows: number): Promise<void> {
  fillLog(dataDir, rows);
  await measureFolder(dataDir);
}

async function measureFolder(dataDir: string): Promise<void> {
  await withApp(dataDir, async (page, ready) => {
    const { rows, figures } = await measureLog(page, ready);
    console.log(`With ${rows.toLocaleString('en')} logged requests:`);
    for (const [what, figure] of Object.entries(figures)) console.log(`  ${what}: ${figure}`);
  });
}

/** A built server over the workspace in the folder, and a page of its own. */
async function withApp(
  dataDir: string,
  measure: (page: Page, ready: ReadyEvent) => Promise<void>,
): Promise<void> {
  const { ready, stop } = await startHeadless({ dataDir, entry: ENTRY });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await measure(page, ready);
  } finally {
    await page.close();
    await stop();
  }
}

function fillLog(dataDir: string, rows: number): void {
  const script = path.join(import.meta.dirname, '..', 'fill-request-log.ts');
  const args = [script, '--data-dir', dataDir, '--rows', String(rows)];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-bench-ui-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readNumbers(text: string): readonly number[] {
  return text.split(',').map(Number);
}

function kilo(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
