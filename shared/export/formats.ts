// The formats in which logged requests leave the app.
import { z } from 'zod';

export const ExportFormat = z.enum([
  'har',
  'curl',
  'curl-cmd',
  'powershell',
  'fetch',
  'httpie',
  'csharp',
  'http',
  'postman',
  'expectation',
  'markdown',
  'csv',
  'jsonl',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

export interface FormatFacts {
  readonly label: string;
  /** Without its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** `code` sends the request again; `record` tells the whole exchange; `table` has one line for each. */
  readonly kind: 'code' | 'record' | 'table';
}

export const EXPORT_FORMATS: Readonly<Record<ExportFormat, FormatFacts>> = {
  har: { label: 'HAR 1.2', extension: 'har', mediaType: 'application/json', kind: 'record' },
  curl: { label: 'cURL (bash)', extension: 'sh', mediaType: 'text/x-shellscript', kind: 'code' },
  'curl-cmd': { label: 'cURL (cmd)', extension: 'cmd', mediaType: 'text/plain', kind: 'code' },
  powershell: { label: 'PowerShell', extension: 'ps1', mediaType: 'text/plain', kind: 'code' },
  fetch: {
    label: 'JavaScript fetch',
    extension: 'mjs',
    mediaType: 'text/javascript',
    kind: 'code',
  },
  httpie: { label: 'HTTPie', extension: 'sh', mediaType: 'text/x-shellscript', kind: 'code' },
  csharp: { label: 'C# HttpClient', extension: 'cs', mediaType: 'text/plain', kind: 'code' },
  http: { label: '.http file', extension: 'http', mediaType: 'text/plain', kind: 'code' },
  postman: {
    label: 'Postman collection',
    extension: 'postman_collection.json',
    mediaType: 'application/json',
    kind: 'record',
  },
  expectation: {
    label: 'Expectation of a test',
    extension: 'mjs',
    mediaType: 'text/javascript',
    kind: 'record',
  },
  markdown: {
    label: 'Markdown report',
    extension: 'md',
    mediaType: 'text/markdown',
    kind: 'record',
  },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv', kind: 'table' },
  jsonl: { label: 'JSON Lines', extension: 'jsonl', mediaType: 'application/jsonl', kind: 'table' },
};
