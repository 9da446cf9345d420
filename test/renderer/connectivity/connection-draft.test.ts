// The form of Connectivity: what it stands for, and what it says is missing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  hasFlag,
  judgeDraft,
  leadsElsewhere,
  openDraft,
  readCredentials,
  readTarget,
  setFlag,
} from '../../../renderer/features/connectivity/connection-draft.ts';
import { DEFAULT_JOB_SETTINGS, type JobCredentials } from '../../../shared/simulator/job.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';

describe('The flag in the Tenant URL', () => {
  test('is put in and taken out, and leaves other flags where they are', () => {
    const draft = { ...openDraft(buildJob(null), 'default'), kind: 'url' as const };
    const plain = { ...draft, url: 'https://host/scim?other' };

    const flagged = setFlag(plain, true);

    assert.equal(flagged.url, 'https://host/scim?other&aadOptscim062020');
    assert.equal(hasFlag(flagged), true);
    assert.equal(hasFlag({ ...plain, url: 'https://host/scim/?AADOPTSCIM062020' }), true);
    assert.deepEqual(setFlag(flagged, false), plain);
  });

  test('belongs to a tenant of ours as well', () => {
    const draft = setFlag(openDraft(buildJob(null), 'default'), true);

    assert.deepEqual(readTarget(draft), { tenant: 'default', flags: ['aadOptscim062020'] });
    assert.deepEqual(readTarget(setFlag(draft, false)), { tenant: 'default' });
  });
});

describe('A saved secret', () => {
  test('goes back as it was answered while nothing is typed', () => {
    const job = buildJob({ type: 'bearer', secretToken: '****abcd' });
    const draft = openDraft(job, 'default');

    assert.equal(draft.secretToken, '');
    assert.deepEqual(readCredentials(draft, job), { type: 'bearer', secretToken: '****abcd' });
    assert.deepEqual(readCredentials({ ...draft, secretToken: 'new' }, job), {
      type: 'bearer',
      secretToken: 'new',
    });
  });

  test('is left out where the own token of the tenant is used', () => {
    const job = buildJob({ type: 'bearer', secretToken: '****abcd' });
    const draft = { ...openDraft(job, 'default'), usesOwnToken: true, secretToken: 'typed' };

    assert.deepEqual(readCredentials(draft, job), { type: 'bearer', secretToken: '' });
    assert.deepEqual(judgeDraft(draft, job), {});
  });
});

test('another target is told from the same one with another flag', () => {
  const draft = openDraft(buildJob(null), 'default');
  const saved = { url: 'https://host/scim/' };

  assert.equal(leadsElsewhere({ tenant: 'default' }, setFlag(draft, true)), false);
  assert.equal(leadsElsewhere({ tenant: 'other' }, draft), true);
  assert.equal(leadsElsewhere(saved, draft), true);
  assert.equal(leadsElsewhere(saved, { ...draft, kind: 'url', url: 'https://host/scim?x' }), false);
});

test('what is missing is said by field', () => {
  const job = buildJob(null);
  const draft = {
    ...openDraft(job, 'default'),
    kind: 'url' as const,
    url: 'host/scim',
    method: 'oauth2ClientCredentials' as const,
    notifies: true,
  };

  assert.deepEqual(Object.keys(judgeDraft(draft, job)), [
    'url',
    'tokenEndpoint',
    'clientId',
    'clientSecret',
    'recipients',
  ]);
});

function buildJob(credentials: JobCredentials | null): JobDetails {
  return {
    id: 'scim.1.2',
    applicationId: 'a0000000-0000-4000-8000-000000000001',
    target: null,
    targetUrl: null,
    credentials,
    settings: DEFAULT_JOB_SETTINGS,
    status: {
      code: 'NotConfigured',
      schedule: { expiration: null, interval: 'PT40M', state: 'Paused' },
      nextCycle: null,
      awaitsNextCycle: false,
      awaitsRestart: false,
      countSuccessiveCompleteFailures: 0,
      escrowsPruned: false,
      currentExecution: null,
      lastExecution: null,
      lastSuccessfulExecution: null,
      lastSuccessfulExecutionWithExports: null,
      quarantine: null,
      steadyStateFirstAchievedTime: null,
      steadyStateLastAchievedTime: null,
      synchronizedEntryCountByType: [],
    },
  };
}
