// The provisioning log over a real file: what is written comes back, every filter, paging, search, retention.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { systemClock } from '../../main/base/clock.ts';
import { writeTestMail } from '../../main/simulator/report/write-mail.ts';
import { openStore, type Store } from '../../main/store/open-store.ts';
import { ProvisioningLogFilter } from '../../shared/simulator/provisioning-log-pages.ts';
import { buildSummary, VELPIC } from '../support/build-summary.ts';

const OTHER = '99999999-9999-4999-8999-999999999999';

describe('provisioning log', () => {
  test('gives back what was written, and to its own application only', (t) => {
    const { provisioningLog } = openFolder(t);
    const summaries = [
      buildSummary({ number: 1 }),
      buildSummary({ number: 2, outcome: 'refused' }),
      buildSummary({ number: 3, outcome: 'redundant' }),
    ];

    provisioningLog.append(summaries);

    assert.deepEqual(
      summaries.map(({ id }) => provisioningLog.find(VELPIC, id)),
      summaries,
    );
    assert.equal(provisioningLog.find(OTHER, summaries[0]?.id ?? ''), undefined);
    assert.deepEqual([...provisioningLog.walk(VELPIC, {})], summaries.toReversed());
  });

  test('is written in the transaction of what it tells about', (t) => {
    const { provisioningLog, transaction } = openFolder(t);

    assert.throws(() =>
      transaction(() => {
        provisioningLog.append([buildSummary({ number: 1 })]);
        throw new Error('The link could not be stored');
      }),
    );

    assert.equal(provisioningLog.insights(VELPIC, {}).total, 0);
  });

  test('finds entries by every filter', (t) => {
    const { provisioningLog } = openFolder(t);
    provisioningLog.append([
      buildSummary({ number: 1, at: '2026-01-05T10:00:00.000Z' }),
      buildSummary({ number: 2, at: '2026-01-06T10:00:00.000Z', outcome: 'refused' }),
      buildSummary({ number: 3, at: '2026-01-07T10:00:00.000Z', outcome: 'redundant', cycle: 2 }),
      buildSummary({ number: 4, at: '2026-01-07T11:00:00.000Z', person: 1, cycle: 2 }),
      buildSummary({ number: 5, applicationId: OTHER, outcome: 'refused' }),
    ]);
    const found = (filter: object) =>
      provisioningLog
        .page(VELPIC, { ...ProvisioningLogFilter.parse(filter), limit: 10 })
        .entries.map(({ changeId }) => Number(changeId.slice(-12)));

    const first = buildSummary({ number: 1 });
    const cases: readonly [object, readonly number[]][] = [
      [{}, [4, 3, 2, 1]],
      [{ identity: 'PERSON 1' }, [4, 1]],
      [{ identity: 'person2@' }, [2]],
      [{ identity: first.sourceIdentity.id.toUpperCase() }, [4, 1]],
      [{ identity: 'target-3' }, [3]],
      [{ from: '2026-01-06T10:00:00Z', to: '2026-01-07T11:00:00.000Z' }, [3, 2]],
      [{ status: 'failure' }, [2]],
      [{ status: 'failure,skipped' }, [3, 2]],
      [{ action: 'create', status: 'success' }, [4, 1]],
      [{ cycleId: buildSummary({ number: 1, cycle: 2 }).cycleId }, [4, 3]],
      [{ jobId: first.jobId }, [4, 3, 2, 1]],
      [{ changeId: first.changeId }, [1]],
      [{ sourceId: first.sourceIdentity.id }, [4, 1]],
      [{ targetId: first.targetIdentity.id }, [4, 1]],
      [{ errorCode: 'SystemForCrossDomainIdentityManagementBadRequest' }, [2]],
      [{ text: 'redundantexp' }, [3]],
      [{ text: 'must be an "array"' }, [2]],
      [{ text: 'person1@contoso.test userName' }, [4, 1]],
      [{ text: 'accountEnabled', status: 'skipped' }, [3]],
      [{ text: 'nowhere' }, []],
      [{ clientRequestId: first.requests[0]?.clientRequestId }, [1]],
    ];
    assert.deepEqual(
      cases.map(([filter]) => [filter, found(filter)]),
      cases,
    );
  });

  test('pages through without a gap while entries arrive', (t) => {
    const { provisioningLog } = openFolder(t);
    const add = (from: number, to: number) =>
      provisioningLog.append(
        Array.from({ length: to - from + 1 }, (_, at) => buildSummary({ number: from + at })),
      );
    add(1, 5);

    const first = provisioningLog.page(VELPIC, { limit: 2 });
    add(6, 8);
    const second = provisioningLog.page(VELPIC, { limit: 3, before: first.next ?? 0 });
    const news = provisioningLog.page(VELPIC, { limit: 2, after: first.entries[0]?.seq });

    const seqs = [first, second, news].map(({ entries }) => entries.map(({ seq }) => seq));
    assert.deepEqual(
      [seqs, second.next],
      [
        [
          [5, 4],
          [3, 2, 1],
          [7, 6],
        ],
        null,
      ],
    );
    const neighbours = provisioningLog.neighbours(VELPIC, first.entries[0]?.id ?? '', {
      text: 'created',
    });
    assert.deepEqual(neighbours, {
      newer: buildSummary({ number: 6 }).id,
      older: buildSummary({ number: 4 }).id,
    });
  });

  test('sums up by action, status, error, object and cycle', (t) => {
    const { provisioningLog } = openFolder(t);
    provisioningLog.append([
      buildSummary({ number: 1, at: '2026-01-05T10:00:00.000Z' }),
      buildSummary({ number: 2, at: '2026-01-05T10:05:00.000Z', outcome: 'refused' }),
      buildSummary({ number: 3, at: '2026-01-05T11:00:00.000Z', person: 2, cycle: 2 }),
      buildSummary({ number: 4, at: '2026-01-05T11:01:00.000Z', person: 2, cycle: 2 }),
    ]);

    const created = { status: 'success', action: 'create' } as const;
    const refused = { status: 'failure', action: 'create', count: 1 } as const;
    const { jobId, cycleId } = buildSummary({ number: 1 });
    assert.deepEqual(provisioningLog.insights(VELPIC, {}), {
      applications: [
        {
          applicationId: VELPIC,
          name: 'Velpic',
          outcomes: [
            { status: 'failure', action: 'create', count: 1 },
            { status: 'success', action: 'create', count: 3 },
          ],
        },
      ],
      total: 4,
      outcomes: [{ ...created, count: 3 }, refused],
      objects: [
        { status: 'success', count: 2 },
        { status: 'failure', count: 1 },
      ],
      objectTypes: [{ type: 'User', count: 2 }],
      errors: [{ errorCode: 'SystemForCrossDomainIdentityManagementBadRequest', count: 1 }],
      cycles: [
        {
          cycleId: buildSummary({ number: 1, cycle: 2 }).cycleId,
          jobId,
          began: '2026-01-05T11:00:00.000Z',
          ended: '2026-01-05T11:01:00.000Z',
          outcomes: [{ ...created, count: 2 }],
        },
        {
          cycleId,
          jobId,
          began: '2026-01-05T10:00:00.000Z',
          ended: '2026-01-05T10:05:00.000Z',
          outcomes: [refused, { ...created, count: 1 }],
        },
      ],
    });
  });

  test('forgets what is older than it keeps, with words, requests and audit entries', (t) => {
    const { provisioningLog, auditLog, transaction } = openFolder(t);
    const old = buildSummary({ number: 1, at: '2026-01-01T00:00:00.000Z' });
    const young = buildSummary({ number: 2, at: '2026-01-20T00:00:00.000Z' });
    transaction(() => provisioningLog.append([old, young]));
    for (const { activityDateTime: at } of [old, young]) {
      auditLog.note({ at, applicationId: VELPIC, activity: 'Start', actor: 'Admin', details: {} });
    }
    const keepFor = (days: number) => {
      while (provisioningLog.keep(days));
    };

    keepFor(30);
    assert.equal(provisioningLog.insights(VELPIC, { text: 'contoso' }).total, 2);
    keepFor(7);

    assert.deepEqual([...provisioningLog.walk(VELPIC, { text: 'contoso' })], [young]);
    assert.deepEqual(
      [old, young].map(({ requests }) =>
        provisioningLog.findByRequest(requests[0]?.clientRequestId ?? ''),
      ),
      [
        undefined,
        { applicationId: VELPIC, id: young.id, jobId: young.jobId, cycleId: young.cycleId },
      ],
    );
    const audited = auditLog.read({ applicationId: VELPIC, after: null, limit: 10 });
    assert.deepEqual(
      audited.map(({ at }) => at),
      [young.activityDateTime],
    );
  });
});

test('what was about an application that has been deleted is forgotten, and nothing else', (t) => {
  const { provisioningLog, auditLog, mailbox, directory, transaction } = openFolder(t);
  const gone = '66666666-6666-4666-8666-666666666666';
  const at = '2026-01-05T10:00:00.000Z';
  directory.createApplication({ id: gone, appId: gone, displayName: 'Gone', at });
  transaction(() =>
    provisioningLog.append([
      ...Array.from({ length: 120 }, (_, number) => buildSummary({ number, applicationId: gone })),
      buildSummary({ number: 1_000 }),
    ]),
  );
  for (const applicationId of [gone, VELPIC, null]) {
    auditLog.note({ at, applicationId, activity: 'Start', actor: 'Admin', details: {} });
    mailbox.keep({ ...writeTestMail('ada@contoso.test', at), applicationId });
  }
  const ofApplication = (id: string) => ({
    logged: provisioningLog.insights(id, { text: 'contoso' }).total,
    audited: auditLog.read({ applicationId: id, after: null, limit: 10 }).length,
    mails: mailbox.list(id).length,
  });

  directory.deleteApplication(gone);
  assert.equal(
    provisioningLog.findByRequest(buildSummary({ number: 7 }).requests[0]?.clientRequestId ?? ''),
    undefined,
  );
  while (provisioningLog.keep(30));

  // a mail about no application is in the mailbox of each
  assert.deepEqual(ofApplication(gone), { logged: 0, audited: 0, mails: 1 });
  assert.deepEqual(ofApplication(VELPIC), { logged: 1, audited: 1, mails: 2 });
});

function openFolder(t: TestContext): Store {
  const dataDir = mkdtempSync(join(tmpdir(), 'provisioning-log-'));
  const store = openStore({ dataDir, clock: systemClock });
  const created = { displayName: 'Velpic', at: '2026-01-01T00:00:00.000Z' };
  for (const id of [VELPIC, OTHER])
    store.directory.createApplication({ id, appId: id, ...created });
  t.after(() => {
    store.close();
    rmSync(dataDir, { recursive: true });
  });
  return store;
}
