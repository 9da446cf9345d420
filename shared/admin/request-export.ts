// Logged requests out. They are a file, so it is a stream beside the route table: `GET /api/requests/export?…`, or POST
// with the same members as JSON, for long lists of ids.
import { z } from 'zod';
import { ExportFormat } from '../export/formats.ts';
import { RedactionProfile } from '../export/redaction.ts';
import { RequestFilterText, SearchText } from './request-filter-text.ts';

const ID_RANGES = /^\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*$/;

export const RequestExportQuery = RedactionProfile.extend({
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
