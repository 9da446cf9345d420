// Charts in words.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import {
  tellDuration,
  tellLatency,
  tellTraffic,
} from '../../../renderer/features/charts/tell-traffic.ts';
import { tellChange } from '../../../renderer/features/home/tell-change.ts';
import type { Traffic } from '../../../shared/admin/traffic.ts';

const NONE = { success: 0, redirect: 0, clientError: 0, serverError: 0, unanswered: 0 };

function traffic(requests: number, failed: number, p95: number | null): Traffic {
  const latency = { p50: p95 === null ? null : 4.12, p95, p99: p95 === null ? null : 1204 };
  return {
    window: 'hour',
    binMinutes: 1,
    total: { requests, failed, statuses: NONE, latency },
    bins: [],
  };
}

describe('the sentence of a chart', () => {
  test('tells requests, failures and p95', () => {
    assert.deepEqual(
      [
        tellTraffic(traffic(38, 3, 41)),
        tellTraffic(traffic(1, 0, 2.04)),
        tellTraffic(traffic(0, 0, null)),
        tellTraffic({ ...traffic(1204, 1, 41), window: 'day' }),
      ],
      [
        '38 requests in the last hour, 3 failed, p95 41 ms.',
        '1 request in the last hour, none failed, p95 2.0 ms.',
        'No requests in the last hour.',
        '1,204 requests in the last 24 hours, 1 failed, p95 41 ms.',
      ],
    );
  });

  test('tells what the percentiles mean', () => {
    assert.deepEqual(
      [tellLatency(traffic(38, 3, 41)), tellLatency(traffic(0, 0, null)), tellDuration(null)],
      [
        'Half of the requests in the last hour took up to 4.1 ms, 95 % up to 41 ms, 99 % up to 1.20 s.',
        'No requests in the last hour.',
        '–',
      ],
    );
  });
});

test('a change has its sign, or says that there is none', () => {
  assert.deepEqual([1200, -3, 0].map(tellChange), ['+1,200', '−3', 'no change']);
});
