// From the moment a request has its answer to the moment a frame shows its row, or a later one: at 500 a second most
// rows are below the view's last row before they could be seen. Both clocks are the machine's.
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { ReadyEvent } from '../../../shared/server-options.ts';
import { spread, type Spread } from './statistics.ts';

interface LiveOptions {
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
}

interface LiveFigures {
  readonly sentPerSecond: number;
  /** Milliseconds. */
  readonly lateness: Spread;
}

/** `[number of the newest row on screen, when]`, in milliseconds of the epoch. */
type Sighting = readonly [seq: number, at: number];

export async function measureLive(
  page: Page,
  { uiUrl, scimUrl, token }: ReadyEvent,
  { rate, seconds }: LiveOptions,
): Promise<LiveFigures> {
  await page.goto(uiUrl);
  await page.getByText('Serving', { exact: true }).first().waitFor();
  await page.evaluate(() => (location.hash = '#/requests'));
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const send = (seq: number) => lookUp({ scimUrl, token, agent }, seq);
  await send(0);
  await page.getByRole('row', { name: /bench-0@/ }).waitFor();
  await page.evaluate(watchNewestRow);
  const answered = await sendAtRate(send, { rate, seconds });
  await wait(1000); // the last ones are still on their way to the screen
  const sightings = await page.evaluate(() => Reflect.get(window, 'sightings') as Sighting[]);
  agent.destroy();
  return {
    sentPerSecond: answered.length / seconds,
    lateness: spread(answered.map(({ seq, at }) => firstSeen(sightings, seq) - at)),
  };
}

interface Answered {
  readonly seq: number;
  readonly at: number;
}

/** In ticks of 20 ms, as many as are due. */
async function sendAtRate(
  send: (seq: number) => Promise<number>,
  { rate, seconds }: LiveOptions,
): Promise<readonly Answered[]> {
  const total = rate * seconds;
  const startedAt = performance.now();
  const pending: Promise<Answered>[] = [];
  while (pending.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * rate));
    while (pending.length < due) {
      const seq = pending.length + 1;
      pending.push(send(seq).then((at) => ({ seq, at })));
    }
    await wait(20);
  }
  return Promise.all(pending);
}

interface Target {
  readonly scimUrl: string;
  readonly token: string;
  readonly agent: Agent;
}

/** When the answer was there. */
function lookUp({ scimUrl, token, agent }: Target, seq: number): Promise<number> {
  const filter = encodeURIComponent(`userName eq "bench-${seq}@contoso.test"`);
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` };
    const outgoing = request(
      `${scimUrl}/Users?filter=${filter}`,
      { agent, headers },
      (incoming) => {
        incoming.resume();
        incoming.on('end', () => resolve(performance.timeOrigin + performance.now()));
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** In the page: after each frame, the highest number in the rows that exist, noted when it has risen. */
function watchNewestRow(): void {
  const seen: [number, number][] = [];
  Reflect.set(window, 'sightings', seen);
  let newest = 0;
  function look(): void {
    const rows = document.querySelectorAll('[role=row]');
    let highest = newest;
    for (const row of [...rows].slice(-40)) {
      const seq = Number(/bench-(\d+)@/.exec(row.textContent)?.[1] ?? 0);
      if (seq > highest) highest = seq;
    }
    if (highest > newest) {
      newest = highest;
      // The next frame begins when this one has been painted.
      requestAnimationFrame(() => seen.push([highest, performance.timeOrigin + performance.now()]));
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}

function firstSeen(sightings: readonly Sighting[], seq: number): number {
  return sightings.find(([seen]) => seen >= seq)?.[1] ?? Number.NaN;
}
