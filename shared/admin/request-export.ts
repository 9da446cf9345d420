// Logged requests out. They are a file, so it is a stream beside the route table: `GET /api/requests/export?…`, or POST
// with the same members as JSON, for long lists of ids.
import { z } from 'zod';
import { ExportFormat } from '../export/formats.ts';
import { RedactionProfile } from '../export/redaction.ts';
import { RequestFilterText, SearchText } from './request-filter-text.ts';

const ID_RANGES = /^\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*$/;

export const RequestExportQuery = RedactionProfile.extend({
  /** Absent: as the setting `log.exportPeople` says. */
  people: RedactionProfile.shape.people.unwrap().optional(),
  format: ExportFormat,
  /** Numbers of requests, such as `12,40-52`; absent = all that the rest of the query selects. */
  ids: z.string().regex(ID_RANGES, 'must be numbers and ranges such as 12,40-52').optional(),
  /** Slug: the requests of this tenant and those that named none; absent = all of the workspace. */
  tenant: z.string().optional(),
  /** As in the list of requests: in the language of shared/request-filter. */
  filter: RequestFilterText.default(''),
  /** As in the list of requests: words that must all occur. */
  text: SearchText.default(''),
});
export type RequestExportQuery = z.infer<typeof RequestExportQuery>;

/** The shortest writing of a set of ids, as the export takes it. */
export function writeIdRanges(ids: Iterable<number>): string {
  const sorted = [...new Set(ids)].toSorted((one, other) => one - other);
  const ranges: { from: number; to: number }[] = [];
  for (const id of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === id - 1) last.to = id;
    else ranges.push({ from: id, to: id });
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

export function readIdRanges(
  text: string,
): readonly { readonly from: number; readonly to: number }[] {
  return text.split(',').map((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return { from, to };
  });
}

export const HarImportQuery = z.object({
  /** Slug of the tenant whose schemas say what the requests meant, and in whose list they are shown. */
  tenant: z.string(),
});
export type HarImportQuery = z.infer<typeof HarImportQuery>;

export const HarImportIssue = z.object({
  /** Place in the file: `log.entries[3].request.url`. */
  place: z.string(),
  reason: z.string(),
});
export type HarImportIssue = z.infer<typeof HarImportIssue>;

export const HarImportResult = z.object({
  /** Requests that are in the request log now, never executed. */
  imported: z.int(),
  firstId: z.int().nullable(),
  lastId: z.int().nullable(),
  /** Entries that are no SCIM requests, such as pictures and scripts of a web page. */
  passedOver: z.int(),
  /** Entries that could not be read. */
  failed: z.int(),
  /** The first hundred of those. */
  issues: z.array(HarImportIssue),
});
export type HarImportResult = z.infer<typeof HarImportResult>;
