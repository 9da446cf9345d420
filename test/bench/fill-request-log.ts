// Fills the request log of a workspace with made-up provisioning traffic, so that lists can be measured on it:
//   node test/bench/fill-request-log.ts --data-dir DIR [--rows 1000000] [--without-index]
// Entra's cycles over some thousand users, one request every 2 seconds up to now, a few failures, the same every time.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { systemClock } from '../../main/base/clock.ts';
import { openStore, type Store } from '../../main/store/open-store.ts';
import { makeRequest } from './make-request.ts';

const TOGETHER = 2_000;
const SPACING_MS = 2_000;

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string', default: '' },
    rows: { type: 'string', default: '1000000' },
    'without-index': { type: 'boolean', default: false },
  },
});

fill(values['data-dir'], Number(values.rows));

function fill(dataDir: string, rows: number): void {
  const store = openStore({ dataDir, clock: systemClock });
  // Else whoever opens it next would prune it to what is usual.
  store.settings.change({
    'log.maxRequests': Math.max(100_000, rows + 100_000),
    'log.maxMegabytes': 100_000,
  });
  const startedMs = performance.now();
  const slug = ensureTenant(store);
  const from = Date.now() - rows * SPACING_MS;
  for (let done = 0; done < rows; done += TOGETHER) {
    const count = Math.min(TOGETHER, rows - done);
    store.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const id = store.requestLog.nextRequestId();
        store.requestLog.insert(makeRequest(id, { at: from + id * SPACING_MS, tenant: slug }));
      }
    });
  }
  report(`${rows} requests written`, startedMs);
  const indexedMs = performance.now();
  if (!values['without-index']) while (store.requestLog.keep()) continue;
  report('search index filled', indexedMs);
  store.close();
}

function ensureTenant({ tenants }: Store): string {
  const slug = 'default';
  if (tenants.find(slug) === undefined) {
    tenants.create({ slug, name: 'My SCIM app', secretToken: 'bench-token-bench-token' });
  }
  return slug;
}

function report(what: string, sinceMs: number): void {
  process.stdout.write(`${what} in ${Math.round((performance.now() - sinceMs) / 1000)} s\n`);
}
