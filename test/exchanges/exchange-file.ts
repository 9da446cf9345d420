// The form of a recorded exchange in test/fixtures/exchanges. Requests are as documented or observed; people, ids and
// values are invented. A bug report becomes a test by adding a file.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { JsonObject, JsonValue } from '../../shared/admin/json-schema.ts';
import { Operation, Source } from '../../shared/admin/request-log.ts';
import { ProfileOverrides } from '../../shared/scim/profile/profile-setting.ts';

const FOLDER = path.resolve(import.meta.dirname, '..', 'fixtures', 'exchanges');

/** A resource as read back afterwards; `{id}` in the path is the id that the exchange's own answer gave. */
export const StateClaim = z.strictObject({
  get: z.string(),
  status: z.int().default(200),
  has: JsonObject.optional(),
  lacks: z.array(z.string()).default([]),
});
export type StateClaim = z.infer<typeof StateClaim>;

export const ExchangeFile = z.strictObject({
  name: z.string(),
  client: z.string(),
  mode: z.string().optional(),
  step: z.string().optional(),
  /** What has to be there first: in words, and as resources with their ids. */
  setup: z.array(z.string()),
  seed: z.array(JsonObject),
  /** Switches of the tenant's profile that differ from the default. */
  profile: ProfileOverrides.optional(),
  method: z.string(),
  path: z.string(),
  /** Readable, or percent-encoded where the encoding is the point. */
  query: z.string(),
  headers: z.record(z.string(), z.string()),
  body: JsonValue,
  expected: z.strictObject({
    status: z.int(),
    alsoAccepted: z.array(z.string()),
    shape: z.string(),
    scimType: z.string().optional(),
    totalResults: z.int().optional(),
    /** An answer of the same shape: its members and their types count, not its values. */
    body: JsonValue,
  }),
  expectState: z.array(StateClaim).default([]),
  meaning: z.strictObject({ operation: Operation, source: Source }).optional(),
  /** Ids of the finding rules that have something to say, request before answer. */
  findings: z.array(z.string()).default([]),
  notes: z.string().optional(),
  confidence: z.string(),
  source: z.string(),
});
export type ExchangeFile = z.infer<typeof ExchangeFile>;

export interface RecordedExchange {
  /** Leading number of the file, which is also the slug of the tenant that it is replayed against. */
  readonly number: string;
  readonly title: string;
  readonly file: ExchangeFile;
}

export function readExchanges(): readonly RecordedExchange[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      number: name.slice(0, 3),
      title: name.slice(0, -'.json'.length),
      file: ExchangeFile.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))),
    }));
}
