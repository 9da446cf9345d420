// Entries of the request log as tests need them: a POST that has created Ada, and what a test changes of it.
import type { RequestDetails, RequestSummary } from '../../shared/admin/request-log.ts';

export function buildSummary(id: number, more: Partial<RequestSummary> = {}): RequestSummary {
  return {
    id,
    tenant: 'default',
    at: '2026-01-01T00:00:00.000Z',
    durationMs: 1.5,
    method: 'POST',
    path: '/scim/v2/Users',
    query: '',
    status: 201,
    scimType: null,
    operation: 'create',
    sentence: 'Add somebody',
    source: 'unknown',
    tokenName: 'Secret Token',
    resourceType: 'User',
    resourceId: 'u1',
    resourceName: 'ada',
    requestBytes: 2,
    responseBytes: 3,
    findings: { error: 0, warning: 0, notice: 0 },
    remoteAddress: '127.0.0.1',
    remotePort: 50_000,
    connection: 1,
    httpVersion: '1.1',
    userAgent: 'Ada/1.0',
    clientRequestId: null,
    jobId: null,
    cycleId: null,
    isFirst: false,
    retryOf: null,
    isImported: false,
    isPinned: false,
    note: null,
    colour: null,
    ...more,
  };
}

/** The sizes are those of the bodies that are given. */
export function buildRequest(id: number, more: Partial<RequestDetails> = {}): RequestDetails {
  return {
    ...buildSummary(id),
    requestHeaders: [
      ['Host', 'scim.test'],
      ['Authorization', 'Bearer ****cret'],
    ],
    requestBody: { text: '{}', bytes: 2, truncated: false },
    responseHeaders: [['Content-Type', 'application/scim+json']],
    responseBody: { text: '{"a', bytes: 3, truncated: true },
    effects: [],
    findingList: [],
    sourceReason: 'No sign of a known client',
    timeline: { phases: [{ name: 'receive', durationMs: 0.25 }], gapMs: null },
    ...more,
    ...(more.requestBody ? { requestBytes: more.requestBody.bytes } : {}),
    ...(more.responseBody ? { responseBytes: more.responseBody.bytes } : {}),
  };
}
