// Whether a request answers to the text filter: every word occurs in what the server searches too (see RequestQuery in
// shared/admin/request-log.ts), so that live rows and stored rows are judged alike.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';

export function matchesText(request: RequestSummary, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { sentence, path, query, method, status, source, tokenName, resourceName } = request;
  const names = [tokenName ?? '', resourceName ?? ''];
  const searched = [sentence, path, query, method, String(status), source, ...names]
    .join('\n')
    .toLowerCase();
  return words.every((word) => searched.includes(word));
}
