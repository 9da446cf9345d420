// The checks can fail: each scripted mistake is found, by the checks that are about it and by no others.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { systemClock } from '../../../main/base/clock.ts';
import { newUuid } from '../../../main/base/ids.ts';
import { createTrust } from '../../../main/base/trust.ts';
import { selectChecks } from '../../../main/checker/all-checks.ts';
import { runChecks } from '../../../main/checker/run-checks.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { startWrongServer, withBody, type Mistake } from '../../support/wrong-server.ts';

interface WrongCase {
  readonly title: string;
  readonly mistake: Mistake;
  /** Sections and checks to run. */
  readonly only: string;
  /** The checks that must fail. */
  readonly failed: string;
}

const CASES: readonly WrongCase[] = [
  {
    title: 'answers are text/html',
    mistake: ({ answer }) => ({
      ...answer,
      headers: { ...answer.headers, 'content-type': 'text/html' },
    }),
    only: 'A R1',
    failed: 'A1',
  },
  {
    title: 'status of an error is a number',
    mistake: ({ answer }) =>
      withBody(answer, (body) =>
        typeof body['status'] === 'string' ? { ...body, status: Number(body['status']) } : body,
      ),
    only: 'C R1 R4 E1',
    failed: 'C2 C3 C4 R1 E1',
  },
  {
    title: 'errors carry no scimType',
    mistake: ({ answer }) =>
      withBody(answer, (body) =>
        Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'scimType')),
      ),
    only: 'C2 C3 F15 X15 R1 E2',
    failed: 'C2 C3 F15 X15 E2',
  },
  {
    title: 'a new resource has no Location',
    mistake: ({ answer: { headers, ...answer } }) => {
      const { location: _, ...kept } = headers;
      return { ...answer, headers: kept };
    },
    only: 'C1 S4 R1',
    failed: 'C1',
  },
  {
    title: 'no match is 404',
    mistake: ({ path, answer }) =>
      path.includes('filter=') && answer.text.includes('"totalResults":0')
        ? { ...answer, status: 404 }
        : answer,
    only: 'R4 F1 F16',
    failed: 'R4 F16',
  },
  {
    title: 'totalResults is the size of the page',
    mistake: ({ answer }) =>
      withBody(answer, (body) =>
        Array.isArray(body['Resources'])
          ? { ...body, totalResults: body['Resources'].length }
          : body,
      ),
    only: 'P',
    failed: 'P2 P4 P5',
  },
  {
    title: 'a malformed filter is 500 with a stack',
    mistake: ({ path, answer }) =>
      path.includes('filter=') && answer.status === 400
        ? { ...answer, status: 500, text: 'Error: boom\n    at parse (filter.js:12:3)' }
        : answer,
    only: 'F15 F1 E5',
    failed: 'F15 E5',
  },
  {
    title: 'the password comes back',
    mistake: ({ body, answer }) => {
      const password = /"password":"([^"]+)"/.exec(body)?.[1];
      return password === undefined ? answer : withBody(answer, (user) => ({ ...user, password }));
    },
    only: 'N5 S13 S2',
    failed: 'N5 S13',
  },
  {
    title: 'anybody is let in',
    mistake: ({ answer }) => (answer.status === 401 ? { ...answer, status: 200 } : answer),
    only: 'N1 N2 N9',
    failed: 'N1 N2',
  },
  {
    title: 'ETag says something else than meta.version',
    mistake: ({ answer }) => ({
      ...answer,
      headers: { ...answer.headers, etag: 'W/"of-the-web-server"' },
    }),
    only: 'V',
    failed: 'V1',
  },
  {
    title: 'DELETE is 200',
    mistake: ({ method, answer }) =>
      method === 'DELETE' && answer.status === 204 ? { ...answer, status: 200 } : answer,
    only: 'K',
    failed: 'K1 K2 K3',
  },
  {
    title: 'every /.search is left without an answer',
    mistake: ({ path, answer }) => (path.includes('Groups/.search') ? undefined : answer),
    only: 'Q1 Q5',
    failed: 'Q1',
  },
];

describe('A service provider with a mistake', { concurrency: true }, () => {
  let right: TestTenant;
  before(async () => {
    right = await startTenant();
    const params = { tenant: 'default' };
    await right.admin('setProfile', { params, body: { preset: 'rfc-strict' } });
  });
  after(() => right.close());

  for (const { title, mistake, only, failed } of CASES) {
    test(`${title}: found by ${failed}`, async (t) => {
      const target = await startWrongServer(right.scimUrl, mistake, t);

      const report = await runChecks(
        {
          target,
          token: right.token,
          preset: 'rfc',
          checks: selectChecks(only.split(' ')).checks,
          timeoutMs: 5_000,
        },
        { clock: systemClock, newId: newUuid, trust: createTrust() },
      );

      const found = report.results.filter(({ outcome }) => outcome.status === 'failed');
      assert.equal(report.problem, null);
      assert.deepEqual(found.map(({ id }) => id).toSorted(), failed.split(' ').toSorted());
      assert.equal(report.conforms, !found.some(({ grade }) => grade === 'MUST'));
      for (const { outcome } of found) {
        assert.ok(outcome.status === 'failed' && outcome.evidence.length > 0);
        assert.ok(!JSON.stringify(outcome.evidence).includes(right.token));
      }
    });
  }
});
