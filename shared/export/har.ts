// HAR 1.2 as a schema: what we write and what we read. Members that nobody here needs are left to be what they are.
// @see http://www.softwareishard.com/blog/har-12-spec/
import { z } from 'zod';
import { FindingCounts } from '../admin/finding.ts';

const Pair = z.object({ name: z.string(), value: z.string() });

const HarRequest = z.object({
  method: z.string().regex(/^[A-Za-z][A-Za-z-]{0,39}$/, 'is no HTTP method'),
  url: z.string().min(1),
  httpVersion: z.string().default(''),
  headers: z.array(Pair).default([]),
  postData: z.object({ mimeType: z.string().default(''), text: z.string().default('') }).optional(),
  bodySize: z.number().default(-1),
});

const HarResponse = z.object({
  status: z.int().min(0).max(999),
  statusText: z.string().default(''),
  httpVersion: z.string().default(''),
  headers: z.array(Pair).default([]),
  content: z
    .object({
      size: z.number().default(-1),
      mimeType: z.string().default(''),
      text: z.string().optional(),
      encoding: z.string().optional(),
    })
    .default({ size: 0, mimeType: '' }),
  bodySize: z.number().default(-1),
});

/** What we add to an entry; HAR leaves names that begin with `_` to the programs. */
const HarScim = z.object({
  id: z.int(),
  tenant: z.string().nullable(),
  sentence: z.string(),
  operation: z.string(),
  source: z.string(),
  scimType: z.string().nullable(),
  findings: FindingCounts,
});

export const HarEntry = z.object({
  startedDateTime: z.string(),
  /** Milliseconds. */
  time: z.number().default(0),
  request: HarRequest,
  response: HarResponse,
  comment: z.string().optional(),
  _scim: HarScim.optional(),
});
export type HarEntry = z.infer<typeof HarEntry>;
