// Findings beside the request log: summed up, searched by, and gone with the requests that they are about.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import SQLite from 'better-sqlite3';
import { migrate } from '../../main/store/migrate.ts';
import { initial } from '../../main/store/migrations/0001-initial.ts';
import { createRequestLogStore } from '../../main/store/request-log.ts';
import type { Finding } from '../../shared/admin/finding.ts';
import { RequestDetails } from '../../shared/admin/request-log.ts';
import { buildRequest } from '../support/build-request.ts';
import { openLog, readPage } from '../support/open-log.ts';

const ERROR: Finding = {
  ruleId: 'no-answer',
  severity: 'error',
  where: 'response',
  message: 'The connection ended before the answer',
};
const WARNING: Finding = {
  ruleId: 'op-capitalised',
  severity: 'warning',
  where: 'request',
  message: 'op is "Add"',
  path: 'Operations[0].op',
};

describe('top findings', () => {
  test('are of one tenant, errors first, then the most frequent', (t) => {
    const log = openLog(t);
    log.insert(buildEntry(1, [WARNING, WARNING]));
    log.insert(buildEntry(2, [WARNING]));
    log.insert(buildEntry(3, [ERROR]));
    log.insert({ ...buildEntry(4, [ERROR]), tenant: 'other' });

    assert.deepEqual(log.topFindings('default', { limit: 10 }), [
      { ruleId: 'no-answer', severity: 'error', requests: 1, lastRequestId: 3 },
      { ruleId: 'op-capitalised', severity: 'warning', requests: 2, lastRequestId: 2 },
    ]);
    assert.equal(log.topFindings('default', { limit: 1 }).length, 1);
  });

  test('forget the requests that the log forgets', (t) => {
    const log = openLog(t, { limits: { maxRows: 100, maxBytes: 5_000 } });

    for (let id = 1; id <= 40; id += 1) log.insert(buildEntry(id, [WARNING]));

    const { total } = readPage(log);
    assert.ok(total < 40);
    assert.equal(log.topFindings('default', { limit: 1 })[0]?.requests, total);
  });

  test('are empty after the log was cleared', (t) => {
    const log = openLog(t);
    log.insert(buildEntry(1, [ERROR]));

    log.clear('default');

    assert.deepEqual(log.topFindings('default', { limit: 10 }), []);
  });
});

test('a page by rule holds the requests that it has found something in', (t) => {
  const log = openLog(t);
  log.insert(buildEntry(1, [WARNING]));
  log.insert(buildEntry(2, []));
  log.insert(buildEntry(3, [WARNING, ERROR]));

  const page = readPage(log, { filter: 'rule:op-capitalised' });

  assert.deepEqual(
    page.requests.map(({ id, findings }) => [id, findings]),
    [
      [1, { error: 0, warning: 1, notice: 0 }],
      [3, { error: 1, warning: 1, notice: 0 }],
    ],
  );
});

test('a request that was recorded before there were findings has none', () => {
  const db = new SQLite(':memory:');
  db.exec(initial.sql);
  db.pragma('user_version = 1');
  db.pragma('application_id = 1396919636');
  db.exec(`
    insert into request_log values
      (7, 'default', '2026-01-01T00:00:00.000Z', 1, 'GET', '/scim/v2/Users', '', 200, null, 'list',
      'List users', 'entra', 'User', null, null, 0, 2, 4, 'list users');
    insert into request_exchanges values
      (7, '127.0.0.1', 'No sign', '[]', '', 0, '[]', '{}', 0, '[]')`);

  migrate(db);

  const entry = RequestDetails.parse(createRequestLogStore(db).get(7));
  assert.deepEqual(
    [entry.sentence, entry.findings, entry.findingList],
    ['List users', { error: 0, warning: 0, notice: 0 }, []],
  );
});

function buildEntry(id: number, findingList: Finding[]): RequestDetails {
  const count = (severity: Finding['severity']) =>
    findingList.filter((finding) => finding.severity === severity).length;
  const findings = { error: count('error'), warning: count('warning'), notice: count('notice') };
  return buildRequest(id, { findings, findingList });
}
