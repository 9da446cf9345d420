// Traffic figures: what is counted into which bin, percentiles, what is forgotten, and that a million costs no more.
import { strict as assert } from 'node:assert';
import { describe, test, type TestContext } from 'node:test';
import SQLite from 'better-sqlite3';
import { createTrafficStore } from '../../main/store/traffic.ts';
import { prepareDatabase } from '../../main/store/prepare-database.ts';

const NOW = new Date('2026-03-01T12:00:30.000Z');

describe('traffic of the last hour', () => {
  test('is 60 bins of a minute, the present one last', (t) => {
    const { traffic } = openTraffic(t);
    traffic.count(request({ at: '2026-03-01T12:00:00.000Z' }));
    traffic.count(request({ at: '2026-03-01T11:01:59.999Z', status: 404 }));
    traffic.count(request({ at: '2026-03-01T11:00:59.999Z' }));

    const { bins, binMinutes, total } = traffic.read('default', 'hour', NOW);

    assert.deepEqual(
      {
        binMinutes,
        bins: bins.length,
        first: [bins[0]?.at, bins[0]?.requests, bins[0]?.failed],
        last: [bins[59]?.at, bins[59]?.requests, bins[59]?.failed],
        total: [total.requests, total.failed],
      },
      {
        binMinutes: 1,
        bins: 60,
        first: ['2026-03-01T11:01:00.000Z', 1, 1],
        last: ['2026-03-01T12:00:00.000Z', 1, 0],
        total: [2, 1],
      },
    );
  });

  test('counts by class of status, and what got no answer as failed', (t) => {
    const { traffic } = openTraffic(t);
    for (const status of [200, 201, 204, 304, 400, 409, 500, 503, 0]) {
      traffic.count(request({ status }));
    }

    const { statuses, failed } = traffic.read('default', 'hour', NOW).total;

    assert.deepEqual(
      { ...statuses, failed },
      { success: 3, redirect: 1, clientError: 2, serverError: 2, unanswered: 1, failed: 5 },
    );
  });

  test('is of the tenant and of requests that named none', (t) => {
    const { traffic } = openTraffic(t);
    traffic.count(request({}));
    traffic.count(request({ tenant: null }));
    traffic.count(request({ tenant: 'other' }));

    assert.equal(traffic.read('default', 'hour', NOW).total.requests, 2);
  });

  test('tells percentiles to within 5 %, and none where nothing came', (t) => {
    const { traffic } = openTraffic(t);
    assert.deepEqual(traffic.read('default', 'hour', NOW).total.latency, {
      p50: null,
      p95: null,
      p99: null,
    });

    for (let durationMs = 1; durationMs <= 1000; durationMs += 1) {
      traffic.count(request({ durationMs }));
    }

    const { p50, p95, p99 } = traffic.read('default', 'hour', NOW).total.latency;
    for (const [told, exact] of [
      [p50, 500],
      [p95, 950],
      [p99, 990],
    ] as const) {
      assert.ok(told !== null && Math.abs(told - exact) / exact <= 0.05, `${told} for ${exact}`);
    }
  });
});

describe('traffic of the last day', () => {
  test('is 48 bins of half an hour that begin with the clock', (t) => {
    const { traffic } = openTraffic(t);
    traffic.count(request({ at: '2026-02-28T12:30:00.000Z' }));
    traffic.count(request({ at: '2026-02-28T12:29:59.000Z' }));

    const { bins, total } = traffic.read('default', 'day', NOW);

    assert.deepEqual(
      [bins.length, bins[0]?.at, bins[47]?.at, total.requests],
      [48, '2026-02-28T12:30:00.000Z', '2026-03-01T12:00:00.000Z', 1],
    );
  });

  test('forgets what is older, as new requests come', (t) => {
    const { traffic, db } = openTraffic(t);
    traffic.count(request({ at: '2026-02-27T12:00:00.000Z' }));
    traffic.count(request({ at: '2026-03-01T12:00:00.000Z' }));

    assert.equal(db.prepare('select count(*) from request_traffic').pluck().get(), 1);
  });

  test('is read at once though there were a million requests', (t) => {
    const { traffic, db } = openTraffic(t);
    const minute = Math.floor(NOW.getTime() / 60_000);
    db.exec(`
      with recursive
        minutes (minute) as (values (${minute}) union all
          select minute - 1 from minutes where minute > ${minute - 1439}),
        durations (latency) as (values (0) union all
          select latency + 1 from durations where latency < 34)
      insert into request_traffic select minute, 'default', 2, latency, 20 from minutes, durations`);

    const startedMs = performance.now();
    const { total } = traffic.read('default', 'day', NOW);

    assert.ok(total.requests > 900_000, `${total.requests} requests`);
    assert.ok(performance.now() - startedMs < 1000, 'in less than a second');
  });
});

function openTraffic(t: TestContext) {
  const db = prepareDatabase(new SQLite(':memory:'));
  t.after(() => db.close());
  return { db, traffic: createTrafficStore(db) };
}

function request(given: {
  readonly at?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly tenant?: string | null;
}) {
  return { tenant: 'default', at: NOW.toISOString(), status: 200, durationMs: 4, ...given };
}
