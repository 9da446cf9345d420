// The form of the examples in test/fixtures/rfc: what the RFCs show, as a request, what was there before it, and what
// has to come of it. People and ids are those of the RFCs.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { JsonObject, JsonValue } from '../../shared/admin/json-schema.ts';
import { Operation } from '../../shared/admin/request-log.ts';
import { ProfileOverrides } from '../../shared/scim/profile/profile-setting.ts';
import { StateClaim } from './exchange-file.ts';

const FOLDER = path.resolve(import.meta.dirname, '..', 'fixtures', 'rfc');

const Expected = z.strictObject({
  status: z.union([z.int(), z.array(z.int())]),
  scimType: z.string().optional(),
  has: JsonObject.optional(),
  lacks: z.array(z.string()).default([]),
  /** Ids of a list, in any order. */
  resources: z.array(z.string()).optional(),
  /** Ids of a list, in this order. */
  ordered: z.array(z.string()).optional(),
  /** Names of a list, in any order. */
  named: z.array(z.string()).optional(),
  hasLocation: z.boolean().default(false),
  hasVersion: z.boolean().default(false),
  hasNextCursor: z.boolean().default(false),
});
export type Expected = z.infer<typeof Expected>;

export const RfcExample = z.strictObject({
  name: z.string(),
  section: z.string(),
  shows: z.string(),
  /** Switches that the example is about. */
  profile: ProfileOverrides.optional(),
  seed: z.array(JsonObject),
  method: z.string(),
  path: z.string(),
  /** Readable; encoded when it is sent. */
  query: z.string(),
  /** `<version>` is the version of the resource that the path names. */
  headers: z.record(z.string(), z.string()),
  body: JsonValue.optional(),
  expected: Expected,
  expectState: z.array(StateClaim).default([]),
  /** What the request log has to call it. */
  meaning: Operation,
  /** Finding rules of errors and warnings that speak up: the example is about a mistake. */
  findings: z.array(z.string()).default([]),
});
export type RfcExample = z.infer<typeof RfcExample>;

export function readRfcExamples(): readonly RfcExample[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => RfcExample.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))));
}
