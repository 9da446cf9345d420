// The shape that every refusal of the SCIM listener has. @see RFC 7644 §3.12
import assert from 'node:assert/strict';
import { isJsonObject } from '../../shared/scim/json.ts';
import type { ScimAnswer } from './start-tenant.ts';

export interface ExpectedError {
  readonly status: number;
  readonly scimType?: string;
  readonly detail?: RegExp;
}

/** Checks status, media type and body; the status in the body is a string. */
export function expectScimError(answer: ScimAnswer, expected: ExpectedError): void {
  const { status, body, headers } = answer;
  assert.equal(status, expected.status, answer.text);
  assert.equal(headers['content-type'], 'application/scim+json; charset=utf-8');
  assert.ok(isJsonObject(body));
  const { detail, ...rest } = body;
  assert.deepEqual(rest, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(expected.status),
    ...(expected.scimType !== undefined && { scimType: expected.scimType }),
  });
  assert.ok(typeof detail === 'string');
  assert.match(detail, expected.detail ?? /./);
}
