// A long log on screen: opened, scrolled to its beginning, filtered by an indexed token and by text, and the heap after.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { ReadyEvent } from '../../../shared/server-options.ts';
import { RequestPage } from '../../../shared/admin/request-log-pages.ts';
import { spread } from './statistics.ts';

const STEPS = 120;

interface LogFigures {
  /** Logged requests. */
  readonly rows: number;
  /** By what was measured, with their units. */
  readonly figures: Readonly<Record<string, string>>;
}

export async function measureLog(
  page: Page,
  { uiUrl, adminUrl, adminKey }: ReadyEvent,
): Promise<LogFigures> {
  await page.goto(uiUrl);
  await page.getByText('Serving', { exact: true }).first().waitFor();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await wait(1500); // what Home reads is there, and out of the way
  const open = await untilRows(page, '#/requests');
  const frames = await scroll(page);
  const heapBytes = await readHeap(page);
  const status = await untilRows(page, '#/requests?filter=status%3A4xx');
  const operation = await untilRows(page, '#/requests?filter=op%3Adeactivate');
  const text = await untilRows(page, '#/requests?filter=Legal');
  const body = await untilRows(page, '#/requests?filter=body%3Asales');
  const figures = {
    'open the list': milliseconds(open),
    [`a frame while scrolling ${STEPS} steps up`]: `p50 ${frames.p50.toFixed(1)} ms, p95 ${frames.p95.toFixed(1)} ms`,
    'heap after it': `${(heapBytes / 1024 / 1024).toFixed(0)} MB`,
    'filter status:4xx': milliseconds(status),
    'filter op:deactivate': milliseconds(operation),
    'search "Legal" everywhere': milliseconds(text),
    'search body:sales': milliseconds(body),
  };
  return { rows: await countRows(adminUrl, adminKey), figures };
}

async function countRows(adminUrl: string, adminKey: string): Promise<number> {
  const headers = { Authorization: `Bearer ${adminKey}` };
  const answer = await fetch(`${adminUrl}/api/requests?limit=1`, { headers });
  return RequestPage.parse(await answer.json()).total;
}

/** Goes to a route and waits until a frame shows rows that were not there before. */
function untilRows(page: Page, hash: string): Promise<number> {
  return page.evaluate(async (target) => {
    const firstRow = () => document.querySelector('[role=row][data-index]')?.textContent;
    const before = firstRow();
    const startedAt = performance.now();
    location.hash = target;
    while (firstRow() === undefined || firstRow() === before) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (performance.now() - startedAt > 20_000) throw new Error(`${target} shows no other rows`);
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startedAt;
  }, hash);
}

async function scroll(page: Page) {
  const durations = await page.evaluate(async (steps) => {
    const scroller = document.querySelector('[role=row][data-index]')?.closest('[role=rowgroup]');
    if (!scroller) throw new Error('There is no list to scroll');
    const times: number[] = [];
    let last = performance.now();
    for (let step = 0; step < steps; step += 1) {
      scroller.scrollTop -= 400;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  }, STEPS);
  return spread(durations);
}

async function readHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
